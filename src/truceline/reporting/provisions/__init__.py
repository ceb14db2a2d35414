"""Provisions as a workbook, and the rows of one that came back."""

from truceline.reporting.provisions.returned import NotProvisions, Returned, rows
from truceline.reporting.provisions.sheet import HELP, SHEET, render

__all__ = ["HELP", "SHEET", "NotProvisions", "Returned", "render", "rows"]
