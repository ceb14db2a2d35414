"""The queue as a sheet that a colleague fills in without the program, and what comes back of it."""

from truceline.reporting.checklist.returned import NotChecklist, Row, rows
from truceline.reporting.checklist.sheet import name, render
from truceline.reporting.checklist.verdicts import Returned, Told, judged

__all__ = ["NotChecklist", "Returned", "Row", "Told", "judged", "name", "render", "rows"]
