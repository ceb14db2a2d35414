"""The report as a workbook: board, figures, statements and the review list; ``kind`` and ``checked`` are the first two columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from truceline.reporting.model import Report
from truceline.reporting.naming import name
from truceline.reporting.xlsx.cells import Value, append
from truceline.reporting.xlsx.rows import (
    BOARD,
    FIGURES,
    REVIEW,
    STATEMENTS,
    board,
    figures,
    review,
    statements,
)
from truceline.reporting.xlsx.saving import saved

__all__ = ["name", "render", "workbook"]


def workbook(report: Report) -> Workbook:
    """The workbook of a report; a source's text can never become a formula in it."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "board"
    _fill(sheet, BOARD, board(report))
    _fill(made.create_sheet("figures"), FIGURES, figures(report))
    _fill(made.create_sheet("statements"), STATEMENTS, statements(report))
    if not report.head.public:
        _fill(made.create_sheet("review list"), REVIEW, review(report))
    return made


def render(report: Report) -> bytes:
    """The workbook's bytes."""
    return saved(workbook(report), f"{report.head.title}: {report.head.name}")


def _fill(sheet: Worksheet, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    sheet.append(list(headings))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        append(sheet, row)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, heading in enumerate(headings, 1):
        longest = max((len(str(c.value or "")) for c in sheet[get_column_letter(number)][:200]), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = min(60, max(len(heading), longest) + 2)
    if _any_unchecked(sheet) and sheet.oddFooter is not None:
        sheet.oddFooter.left.text = "NOT CHECKED: holds machine readings"


def _any_unchecked(sheet: Worksheet) -> bool:
    return any(c.value == "not checked" for c in sheet["B"])
