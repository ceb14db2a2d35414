"""Cells of a sheet: text of a source stays text, whatever its first character is."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from truceline.files.xml import clean

Value = str | int | float | None
LONGEST = 32_000
"""A cell of Excel holds 32,767 characters."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def append(sheet: Worksheet, row: Sequence[Value]) -> None:
    """Put a row below the last; nothing in it can become a formula."""
    place = sheet.max_row + 1
    for column, value in enumerate(row, 1):
        cell = sheet.cell(place, column)
        if isinstance(value, str):
            cell.value = printable(value)
            cell.data_type = "s"  # text for good, whatever its first character is
            cell.quotePrefix = value.startswith(_FORMULA)
        else:
            cell.value = value
        cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str) and len(value) > 60)


def printable(text: str) -> str:
    """With a sign for what a sheet cannot hold, and no longer than a cell."""
    return clean(text)[:LONGEST]
