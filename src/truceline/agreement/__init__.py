"""The agreement as data: who owes what to whom, from when, until when, and what is left open; `agreement.check` lints it."""

from truceline.agreement.loading import load
from truceline.agreement.model import Agreement, Provision

__all__ = ["Agreement", "Provision", "load"]
