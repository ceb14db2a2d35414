"""Writing the checklist: the queue, a row a card, columns to fill in, and a page that says how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from truceline.case import Case
from truceline.evidence import SHAPES
from truceline.files.xml import clean
from truceline.reporting.checklist.columns import (
    CASE,
    CHOICES,
    FILL,
    HEADINGS,
    HELP,
    SHEET,
    row_digest,
    shown,
)
from truceline.reporting.xlsx.cells import append
from truceline.reporting.xlsx.saving import saved
from truceline.review import Card

ENDING = "-NOT-CHECKED"
WIDTHS = {
    "said by": 26,
    "exact words": 60,
    "read as": 30,
    "verdict": 18,
    "speaker": 24,
    "value": 14,
    "what": 20,
    "whose": 20,
    "note": 30,
    "card": 6,
}
WIDE = 40
NARROW = 14
_TO_FILL = PatternFill("solid", fgColor="FFF2CC")


def name(wanted: str) -> str:
    """The file's name without its suffix: it ends in -NOT-CHECKED, since every row of it is a machine reading."""
    return wanted if wanted.endswith(ENDING) else wanted + ENDING


def render(case: Case, as_of: date, cards: Iterable[Card]) -> bytes:
    """The workbook of a queue."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    sheet.append(list(HEADINGS))
    for card in cards:
        cells = shown(card)
        append(sheet, [row_digest(case.id, cells) if h == "row" else cells.get(h) for h in HEADINGS])
    _dress(sheet)
    _help(made.create_sheet(HELP), case, as_of)
    return saved(made, f"{case.id}: readings to check for {as_of}, NOT CHECKED")


def _dress(sheet: Worksheet) -> None:
    """Headings, widths, the drop-down, and which cells may be written; locked without a password, against slips only."""
    last = max(2, sheet.max_row)
    for number, heading in enumerate(HEADINGS, 1):
        letter = get_column_letter(number)
        wide = WIDTHS.get(
            heading, WIDE if heading.startswith("sentence") or heading == "would change" else NARROW
        )
        sheet.column_dimensions[letter].width = wide
        for (cell,) in sheet[f"{letter}1:{letter}{last}"]:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if heading in FILL and cell.row > 1:
                cell.fill, cell.protection = _TO_FILL, Protection(locked=False)
                cell.number_format = "@"  # text: a sheet makes a date of 10-12
        sheet[f"{letter}1"].font = Font(bold=True)
    for heading, words in CHOICES.items():
        _drop_down(sheet, last, heading, words)
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    _guard(sheet)


def _drop_down(sheet: Worksheet, last: int, heading: str, words: Iterable[str]) -> None:
    """The words to choose from in a column."""
    told = list(words)
    listed = DataValidation(
        type="list", formula1=f'"{",".join(told)}"', allow_blank=True, showErrorMessage=True
    )
    listed.error = f"One of: {', '.join(told)}."
    sheet.add_data_validation(listed)
    column = get_column_letter(HEADINGS.index(heading) + 1)
    listed.add(f"{column}2:{column}{last}")


def _guard(sheet: Worksheet) -> None:
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.autoFilter = guard.sort = False  # False: allowed
    sheet.page_setup.orientation = "landscape"
    if sheet.oddFooter is not None:
        sheet.oddFooter.left.text = "NOT CHECKED: holds machine readings"


HOW = (
    ("you confirm", "what was said, not whether it is true"),
    ("verdict", "they said this: the statement counts, for the one who said it"),
    ("", "not a statement: nobody said this; it is kept on record and counts for nothing"),
    ("", "leave open: doubtful; it stays on the list"),
    ("", "empty: you did not look at it"),
    (
        "speaker",
        "only where somebody else said it: a name, a number of the list beside it, or - for nobody named",
    ),
    ("", "where the speaker is in doubt a verdict needs one: nothing is preselected"),
    ("other kind", "only where the kind is wrong; then value, what and whose say what it is made of:"),
    *(
        (kind, "; ".join(f"{p}: {s.holds}" for p, s in shape.slots.items()))
        for kind, shape in SHAPES.items()
        if shape.slots
    ),
    (
        "value",
        "only where it is wrong: 410, 10 to 12, at least 410, up to 600, 12 in this period, 3 per day;",
    ),
    ("", "of a position accept, reject, demand, offer, silent, conditional if ...; of a duty kept or broken"),
    ("what", "only where it is wrong: what is counted, what happened, what the position is about"),
    ("whose", "only where it is wrong: whose deed, part or position it is: a name, - where it is not told"),
    ("denied", "only where it is wrong: denied, or affirmed"),
    ("note", "kept with your verdict, inside the mission"),
    ("send back", "the same file. Whoever reads it in gives the name of who judged"),
    ("stays inside", "this file holds text of sources and machine readings that nobody has checked"),
)


def _help(sheet: Worksheet, case: Case, as_of: date) -> None:
    sheet.append([CASE, clean(case.id)])
    for row in (("title", case.settings.name), ("report of", as_of.isoformat()), *HOW):
        append(sheet, row)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 100
