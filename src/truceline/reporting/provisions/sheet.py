"""Writing the sheet: a row a provision, words to choose from, and a page that says how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from truceline.agreement.sheet import COLUMNS, Column, Known, cells, whole
from truceline.files.node import Node
from truceline.files.xml import clean
from truceline.reporting.xlsx.cells import append
from truceline.reporting.xlsx.saving import saved

SHEET = "provisions"
HELP = "how to fill in"
LISTS = "words"
CASE = "case"
SPARE = 60
"""Rows below the last that are ready to be filled in."""
WIDTHS = {"name": 34, "words": 60, "condition": 34, "deadline": 40, "quantity": 40, "verify": 24}
_MORE = PatternFill("solid", fgColor="E7E6E6")


def render(case: str, title: str, provisions: Iterable[Node], known: Known) -> bytes:
    """The workbook of an agreement's provisions."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    sheet.append([c.heading for c in COLUMNS])
    for row, provision in enumerate(provisions, 2):
        shown = cells(provision)
        append(sheet, [shown[c.heading] for c in COLUMNS])
        _mark(sheet, row, provision)
    _dress(sheet)
    _choices(made, sheet, known)
    _help(made.create_sheet(HELP), case, title)
    return saved(made, f"{case}: provisions")


def _mark(sheet: Worksheet, row: int, provision: Node) -> None:
    """Grey where a cell shows less than agreement.yaml holds: it is not changed from here."""
    for number, column in enumerate(COLUMNS, 1):
        node = provision.get(column.key)
        if node is not None and not whole(column, node):
            sheet.cell(row, number).fill = _MORE


def _dress(sheet: Worksheet) -> None:
    """Widths and, for every cell that may be filled in, the form of text: a sheet makes a date of 1.2 or 10-12."""
    for number, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = WIDTHS.get(column.heading, 16)
        sheet[f"{letter}1"].font = Font(bold=True)
        for (cell,) in sheet[f"{letter}2:{letter}{sheet.max_row + SPARE if number == 1 else sheet.max_row}"]:
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "C2"
    sheet.page_setup.orientation = "landscape"


def _choices(book: Workbook, sheet: Worksheet, known: Known) -> None:
    """The words to choose from, from a page of their own, since a drop-down of its own holds 255 characters."""
    page = book.create_sheet(LISTS)
    for number, (column, words) in enumerate(_offered(known), 1):
        letter = get_column_letter(number)
        for row, word in enumerate((column.heading, *words), 1):
            page.cell(row, number, clean(word))
        listed = DataValidation(
            "list", formula1=f"={LISTS}!${letter}$2:${letter}${len(words) + 1}", allow_blank=True
        )
        listed.error, listed.showErrorMessage = "Choose one of the words of the list.", True
        sheet.add_data_validation(listed)
        place = get_column_letter(COLUMNS.index(column) + 1)
        listed.add(f"{place}2:{place}{sheet.max_row}")


def _offered(known: Known) -> Sequence[tuple[Column, tuple[str, ...]]]:
    """The columns in which one word stands, and the words."""
    found = []
    for column in COLUMNS:
        ids = column.words or (
            tuple(sorted(getattr(known, column.of))) if column.of not in ("", "actors") else ()
        )
        if ids:
            found.append((column, ids))
    return found


HOW = (
    ("one row", "one duty, ban, permission or power; an article with three duties becomes three rows"),
    ("new rows", "below the last: id, name and bearer are needed"),
    (
        "grey cells",
        "hold more in agreement.yaml than a cell can (who said it, its source): they are changed there",
    ),
    ("a row you take out", "stays in agreement.yaml; provisions are taken out there"),
    (
        "send back",
        "the same file: truceline provisions CASE --from FILE shows what it would change, and asks",
    ),
    ("other columns", "of your own are not read"),
)


def _help(sheet: Worksheet, case: str, title: str) -> None:
    sheet.append([CASE, clean(case)])
    for row in (("title", title), *HOW, ("", ""), ("column", "what stands in it")):
        append(sheet, row)
    for column in COLUMNS:
        append(sheet, (column.heading, column.told))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 20, 110
