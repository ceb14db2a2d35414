"""A sheet of provisions that came back: its rows as they stand, each cell with its place. Formulas and dates are told, not guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl.utils import get_column_letter

from truceline.agreement.sheet import COLUMNS, Row
from truceline.files import Problem, Where
from truceline.reporting.provisions.sheet import CASE, HELP, SHEET
from truceline.reporting.xlsx.opening import NotWorkbook, opened

HEADINGS = frozenset(c.heading for c in COLUMNS)


class NotProvisions(ValueError):  # noqa: N818 - it is a file
    """A file that is no sheet of provisions of this case; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The rows in which something stands, and the cells that hold no text."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def rows(data: bytes, case: str, name: str) -> Returned:
    """The rows of a file called ``name``. Raises NotProvisions where it cannot be read, has no column id, or is of another case."""
    try:
        book = opened(data)
    except NotWorkbook as problem:
        raise NotProvisions(str(problem)) from problem
    try:
        if (other := _case(book)) not in ("", case):
            raise NotProvisions(f"it is the sheet of the case {other}, and this case is {case}.")
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        reading = _Reading(name)
        return Returned(tuple(reading.rows(sheet)), tuple(reading.problems))
    finally:
        book.close()


def _case(book: Any) -> str:
    """The id of the case on the page that says how to fill in; "" where that page is gone."""
    if HELP in book.sheetnames:
        for first, second, *_ in book[HELP].iter_rows(max_row=5, max_col=2, values_only=True):
            if first == CASE:
                return str(second or "")
    return ""


class _Reading:
    """Reads the rows, and keeps what is wrong in a cell."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def rows(self, sheet: Any) -> Iterator[Row]:
        """The rows with at least one cell."""
        lines = sheet.iter_rows()
        heads = [str(c.value or "").strip().casefold() for c in next(lines, ())]
        if "id" not in heads:
            raise NotProvisions("its first row has no column id: leave the headings as they were sent.")
        if twice := [h for h in sorted(HEADINGS) if heads.count(h) > 1]:
            raise NotProvisions(f"the column {twice[0]} stands in it twice.")
        letters = {h: get_column_letter(i) for i, h in enumerate(heads, 1) if h in HEADINGS}
        for number, line in enumerate(lines, 2):
            held = dict(zip(heads, line, strict=False))
            places = {h: f"{letter}{number}" for h, letter in letters.items()}
            cells = {h: self._text(held.get(h), places[h]) for h in letters}
            if any(cells.values()):
                yield Row(cells, places)

    def _text(self, cell: Any, place: str) -> str:
        """The cell as text: numbers as they are written, line ends of one sort, no space around."""
        value = None if cell is None else cell.value
        if cell is not None and cell.data_type == "f":
            self._keep(place, "a formula stands here", "the text itself", str(value))
        elif isinstance(value, date | datetime | time):
            example = "by 2031-05-08T12:00+01:00, or in_effect + 7 days"
            self._keep(place, "the sheet made a date of this", "text", str(value), example)
        elif cell is not None and cell.data_type == "e":
            self._keep(place, "an error of the sheet stands here", "text", str(value))
        elif isinstance(value, bool):
            return "yes" if value else "no"
        elif isinstance(value, float) and value.is_integer():
            return str(int(value))
        return "" if value is None else str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()

    def _keep(self, place: str, message: str, expected: str, got: str, example: str = "") -> None:
        where = Where(f"{self.name}:{place}")
        self.problems.append(Problem(where, "X002", message, expected, example, got))
