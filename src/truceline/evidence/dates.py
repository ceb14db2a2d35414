"""Dates that carry their precision: an interval of days, and the EDTF string it was written as.

A date of the field is rarely a day: "2025-11" is a month, "October 2025 to January 2026" an interval, "11 October"
has no year (EDTF ``XXXX-10-11``, https://www.loc.gov/standards/datetime/). None of them is ever rounded to a day.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{4})$")
_NO_YEAR = re.compile(r"XXXX-(\d{2})-(\d{2})$")
UNKNOWN_WORDS = frozenset({"", "unknown", "undated", ".."})


class DateError(ValueError):
    """A string that is no date of the supported EDTF subset."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The days between which something lies, both inclusive; None is open or not known.

    ``edtf`` is the date as written, ``evidence`` what it was inferred from ("speaks of a Wednesday").
    """

    earliest: date | None = None
    latest: date | None = None
    edtf: str = ""
    evidence: str = ""

    @property
    def known(self) -> bool:
        """Whether at least one end is a day of the calendar."""
        return self.earliest is not None or self.latest is not None

    @property
    def is_day(self) -> bool:
        """Whether the interval is exactly one day."""
        return self.earliest is not None and self.earliest == self.latest

    def in_year(self, year: int) -> Interval:
        """The same day with a year, for ``XXXX-10-11``; any other interval unchanged."""
        return parse(self.edtf.replace("XXXX", f"{year:04d}")) if self.edtf.startswith("XXXX") else self

    def __str__(self) -> str:
        """The EDTF string, or "unknown"."""
        return self.edtf or "unknown"


UNKNOWN = Interval()


def day(value: date) -> Interval:
    """The interval of one day."""
    return Interval(value, value, value.isoformat())


def between(start: Interval, end: Interval, evidence: str = "") -> Interval:
    """The interval from the first day of ``start`` to the last day of ``end``.

    Raises DateError where the end comes before the start.
    """
    if start.earliest and end.latest and end.latest < start.earliest:
        raise DateError(f"the end {end} comes before the start {start}")
    written = start.edtf if start.edtf == end.edtf else f"{start.edtf or '..'}/{end.edtf or '..'}"
    return Interval(start.earliest, end.latest, written, evidence)


def parse(text: str) -> Interval:
    """Read an EDTF date: ``2025``, ``2025-11``, ``2025-11-04``, ``XXXX-10-11``, ``A/B``, ``A..B``, ``unknown``.

    Raises DateError, with an example, where the string is none of these or no day of the calendar.
    """
    text = text.strip()
    for mark in ("/", ".."):
        if mark in text and text not in UNKNOWN_WORDS:
            start, _, end = text.partition(mark)
            return between(parse(start), parse(end))
    if text.lower() in UNKNOWN_WORDS:
        return UNKNOWN
    try:
        return _single(text)
    except ValueError as error:
        raise DateError(
            f"'{text}' is no date; write 2025-12-24, 2025-12, 2025, XXXX-10-11 or 2025-10/2026-01"
        ) from error


def _single(text: str) -> Interval:
    if match := _DAY.match(text):
        found = date(int(match[1]), int(match[2]), int(match[3]))
        return Interval(found, found, text)
    if match := _MONTH.match(text):
        year, month = int(match[1]), int(match[2])
        return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), text)
    if match := _YEAR.match(text):
        return Interval(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), text)
    if match := _NO_YEAR.match(text):
        date(2024, int(match[1]), int(match[2]))  # a leap year: refuses what is a day in no year
        return Interval(None, None, text)
    raise ValueError(text)
