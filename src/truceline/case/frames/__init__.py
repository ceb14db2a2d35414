"""A case as tables for a notebook: statements, status and figures, each row with the statement that it rests on."""

from truceline.case.frames.frame import Form, NoFrames, framed
from truceline.case.frames.rows import CLAIMS, FIGURES, STATUS, claims, figures, status

__all__ = ["CLAIMS", "FIGURES", "STATUS", "Form", "NoFrames", "claims", "figures", "framed", "status"]
