"""Days counted from a day: the last Wednesday, the week before, the latest 27 November. Weeks start on Monday (ISO 8601)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.evidence import DateError, Interval
from truceline.evidence import dates as edtf

Days = tuple[date, date]
_HEAD = 250  # characters in which a page names the period that it covers
_AHEAD = 270  # days: a day without a year that lies further ahead than this is the one behind us, whatever the verb says


@dataclass(frozen=True, slots=True)
class Published:
    """When the document was published, as far as known: a day of the text that has no year takes the last one before."""

    earliest: date | None = None
    latest: date | None = None

    def ends(self) -> tuple[date, ...]:
        """The first and last day of publication, none where either is not known."""
        if self.earliest is None or self.latest is None:
            return ()
        return (self.earliest,) if self.earliest == self.latest else (self.earliest, self.latest)

    def year(self, month: int, day: int, ahead: bool | None = None) -> int | None:
        """The year of a day, if both ends of the publication agree on it; ``ahead`` where the words say it is to come."""
        found = {_year(p, month, day, ahead) for p in self.ends()}
        return found.pop() if len(found) == 1 else None


NEVER = Published()


def chosen(p: date, behind: Days, ahead: Days, coming: bool | None) -> Days:
    """Of the last days of that name and the next ones, those that the words mean.

    ``coming`` is what the verb says; where it says nothing, the days ahead are meant only if they are three times nearer.
    """
    since, until = (p - behind[1]).days, (ahead[0] - p).days
    if since <= 0 or coming is False:
        return behind
    if coming is None:
        return ahead if 3 * until <= since else behind
    return ahead if until <= _AHEAD else behind


def _year(p: date, month: int, day: int, coming: bool | None) -> int:
    last = p.year if (month, day) <= (p.month, p.day) else p.year - 1
    behind, ahead = _safe(last, month, day), _safe(last + 1, month, day)
    return chosen(p, (behind, behind), (ahead, ahead), coming)[0].year


def _safe(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def weekday(p: date, number: int, ahead: bool | None, strict: bool = False) -> Days:
    """The last one up to ``p``, or the coming one from ``p`` on; another day than ``p``, if strict."""
    if ahead:
        day = p + timedelta((number - p.weekday() - strict) % 7 + strict)
    else:
        day = p - timedelta((p.weekday() - number - strict) % 7 + strict)
    return day, day


def shifted(p: date, days: int) -> Days:
    """The day so many days after (before, if negative)."""
    day = p + timedelta(days)
    return day, day


def week(p: date, offset: int = 0) -> Days:
    """Monday to Sunday of the week of ``p``, or so many weeks later."""
    monday = p - timedelta(p.weekday()) + timedelta(7 * offset)
    return monday, monday + timedelta(6)


def month(p: date, offset: int = 0) -> Days:
    """The month of ``p``, or so many months later."""
    index = p.year * 12 + p.month - 1 + offset
    return of_month(index // 12, index % 12 + 1)


def of_month(year: int, number: int, first: int = 1, last: int = 31) -> Days:
    """Days ``first`` to ``last`` of a month, as far as it has them."""
    longest = calendar.monthrange(year, number)[1]
    return date(year, number, first), date(year, number, min(last, longest))


def of_year(year: int, first: int = 1, last: int = 12) -> Days:
    """Months ``first`` to ``last`` of a year; a winter ends in the next one."""
    return date(year, first, 1), of_month(year + (last < first), last)[1]


def month_near(p: date, number: int, coming: bool | None, first: int = 1, last: int = 31) -> Days:
    """The latest month of that name (or days of it) that has begun by ``p``, or the coming one."""
    year = p.year - (of_month(p.year, number, first, last)[0] > p)
    return chosen(p, of_month(year, number, first, last), of_month(year + 1, number, first, last), coming)


def season_near(p: date, first: int, last: int, coming: bool | None) -> Days:
    """The latest season that has begun by ``p``, or the coming one."""
    year = p.year - (first > p.month)
    return chosen(p, of_year(year, first, last), of_year(year + 1, first, last), coming)


def day_near(p: date, day: int, coming: bool | None) -> Days:
    """The last day of a month with that number, or the coming one."""
    months = [month(p, offset) for offset in (-2, -1, 0, 1, 2)]
    found = [first.replace(day=day) for first, last in months if day <= last.day]
    behind, ahead = max(d for d in found if d <= p), min(d for d in found if d > p)
    return chosen(p, (behind, behind), (ahead, ahead), coming)


def interval(days: Days) -> Interval:
    """The days as EDTF: a day, a whole month or year where they are one, else ``A/B``."""
    first, last = days
    if first == last:
        return edtf.day(first)
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return edtf.parse(f"{first.year:04d}")
    if first.day == 1 and days == of_month(first.year, first.month):
        return edtf.parse(f"{first.year:04d}-{first.month:02d}")
    first_month = first.day == 1 and last == of_month(last.year, last.month)[1]
    written = (
        f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
        if first_month
        else f"{first.isoformat()}/{last.isoformat()}"
    )
    return Interval(first, last, written)


def covered(made: Interval, start: int, published: Published) -> Days | None:
    """The days that a page reports on: a period at its head (``start`` characters in) that ends within ten days of publication."""
    ends = published.ends()
    if start >= _HEAD or not ends or made.earliest is None or made.latest is None:
        return None
    length, age = (made.latest - made.earliest).days, (ends[-1] - made.latest).days
    if 1 <= length <= 31 and 0 <= age <= 10 and made.edtf.count("-") == 4:
        return made.earliest, made.latest
    return None


def plain(year: str | int | None, number: int, day: int) -> Interval:
    """A day of the calendar, ``XXXX`` without a year; raises DateError where there is none such."""
    if year is not None and not 1 <= int(year) <= 9999:
        raise DateError(f"{year} is no year")
    written = f"{int(year):04d}" if year is not None else "XXXX"
    return edtf.parse(f"{written}-{number:02d}-{day:02d}")
