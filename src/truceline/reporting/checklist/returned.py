"""A checklist that came back: its rows as they stand in the file. What cannot be one stops here, with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from truceline.reporting.checklist.columns import CASE, FILL, HEADINGS, HELP, SHEET, on_one_line
from truceline.reporting.xlsx.opening import NotWorkbook, opened

NEEDED = (
    "verdict",
    "speaker",
    "value",
    "note",
    "id",
    "seen",
    "row",
    "exact words",
    "said by",
    "read as",
    "document",
)
"""What a sheet must have; one that was sent before a reading could be changed in more parts is read as well."""


class NotChecklist(ValueError):  # noqa: N818 - it is a file
    """A file that is no checklist of this case; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file: its number there, its cells by heading as text, and which of the filled ones are no text at all."""

    number: int
    cells: Mapping[str, str]
    odd: Mapping[str, str]

    @property
    def filled(self) -> tuple[str, ...]:
        """Verdict, changes and note."""
        return tuple(self.cells[f] for f in FILL)

    @property
    def blank(self) -> bool:
        """Whether nobody wrote anything into it."""
        return not any(self.filled) and not self.odd


def rows(data: bytes, case: str) -> list[Row]:
    """The rows with an id or a verdict. Raises NotChecklist for a file that cannot be read, lacks columns, or is of another case."""
    book = _opened(data)
    try:
        if (other := _case(book)) not in ("", case):
            raise NotChecklist(f"it is a checklist of the case {other}, and this case is {case}.")
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        return list(_rows(sheet))
    finally:
        book.close()


def _opened(data: bytes) -> Any:
    try:
        return opened(data)
    except NotWorkbook as problem:
        raise NotChecklist(str(problem)) from problem


def _case(book: Any) -> str:
    """The id of the case on the page that says how to fill in; "" where that page is gone."""
    if HELP not in book.sheetnames:
        return ""
    for first, second, *_ in book[HELP].iter_rows(max_row=5, max_col=2, values_only=True):
        if first == CASE:
            return str(second or "")
    return ""


def _rows(sheet: Any) -> Iterator[Row]:
    lines = sheet.iter_rows()
    heads = [str(c.value or "").strip().casefold() for c in next(lines, ())]
    if missing := [h for h in NEEDED if h not in heads]:
        raise NotChecklist(
            f"its first row lacks the columns {', '.join(missing)}: leave headings and columns as they were sent."
        )
    if twice := [h for h in HEADINGS if heads.count(h) > 1]:
        raise NotChecklist(f"the column {twice[0]} stands in it twice.")
    for number, line in enumerate(lines, 2):
        row = _row(number, dict(zip(heads, line, strict=False)))
        if row.cells["id"] or not row.blank:
            yield row


def _row(number: int, cells: Mapping[str, Any]) -> Row:
    texts, odd = dict.fromkeys(HEADINGS, ""), {}
    for heading in HEADINGS:
        cell = cells.get(heading)
        value = None if cell is None else cell.value
        texts[heading] = _text(value)
        if cell is not None and heading in FILL and value is not None:
            if cell.data_type == "f":
                odd[heading] = f"a formula, {value}: write the text itself"
            elif isinstance(value, date | datetime):
                odd[heading] = f"a date, {value:%d %b %Y}: the sheet made it of a range; write 10 to 12"
    return Row(number, texts, odd)


def _text(value: object) -> str:
    """A cell as text; a whole number without its decimals."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else on_one_line(str(value))
