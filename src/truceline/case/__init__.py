"""A case folder, opened: ``truceline.open(path)``."""

from truceline.case.case import Case, open_case
from truceline.case.context import Context
from truceline.case.past import NotShown
from truceline.case.reading import Reading
from truceline.case.settings import CaseSettings
from truceline.case.store import Held, LeftOut, Signature

__all__ = [
    "Case",
    "CaseSettings",
    "Context",
    "Held",
    "LeftOut",
    "NotShown",
    "Reading",
    "Signature",
    "open_case",
]
