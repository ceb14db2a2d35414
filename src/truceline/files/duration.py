"""Durations as ISO 8601 writes them: PT72H, P60D, P6M. A month is never turned into days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_FORM = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?$"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole months, whose length depends on where they begin, and a fixed time beside them."""

    months: int
    time: timedelta
    written: str

    def after(self, start: datetime) -> datetime:
        """The instant this long after ``start``: months first, by the calendar, then the fixed time.

        A day that the month reached does not have is its last one: the 31st of January plus a month is the last of February.
        Source: European Convention on the Calculation of Time-Limits (Basel, 1972), article 4(2); so, too, Regulation (EEC,
        Euratom) 1182/71, article 3(2)(c).
        """
        total = start.year * 12 + start.month - 1 + self.months
        year, month = total // 12, total % 12 + 1
        last = calendar.monthrange(year, month)[1]
        return start.replace(year=year, month=month, day=min(start.day, last)) + self.time

    def day_after(self, start: date) -> date:
        """The day so long after ``start``; a part of a day counts as a day."""
        midnight = datetime.combine(start, time())
        end = self.after(midnight)
        return end.date() + timedelta(days=end.time() > time())

    def times(self, count: int) -> Duration:
        """So many of it in a row; months stay months."""
        return Duration(self.months * count, self.time * count, f"{count} x {self.written}")

    def __str__(self) -> str:
        """As written."""
        return self.written


def parse(text: str) -> Duration:
    """Read an ISO 8601 duration without fractions; raises ValueError where the string is none."""
    match = _FORM.match(text)
    if match is None or not any(match.groupdict().values()):
        raise ValueError(f"'{text}' is no duration; write PT72H, P60D or P6M")
    part = {name: int(value or 0) for name, value in match.groupdict().items()}
    time = timedelta(
        weeks=part["weeks"],
        days=part["days"],
        hours=part["hours"],
        minutes=part["minutes"],
        seconds=part["seconds"],
    )
    return Duration(part["years"] * 12 + part["months"], time, text)
