"""Dates in a text, as EDTF: days with or without a year, months, years, and the ends of a period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from truceline.evidence import DateError, Interval
from truceline.evidence import dates as edtf
from truceline.evidence.dates import UNKNOWN

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(?P<month{0}>Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.format(1)}(?:,? (?P<y1>\d{{4}}))?"
    rf"|{_MONTH.format(2)} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:[-–](?P<e2>\d{{1,2}}))?\b(?!,\d)(?:,? (?:in )?(?P<y2>\d{{4}}))?"
    rf"|{_MONTH.format(3)},? (?P<y3>\d{{4}})|(?<=in )(?P<y4>(?:19|20)\d\d)\b|(?<=since )(?P<y5>(?:19|20)\d\d)\b)"
)
_SHORT = re.compile(rf"\b(?P<d>\d{{1,2}})(?: and | to |[-–])(?=\d{{1,2}} {_MONTH.format('')})")


@dataclass(frozen=True, slots=True)
class Published:
    """When the document was published, as far as known: a day of the text that has no year takes the last one before."""

    earliest: date | None = None
    latest: date | None = None

    def year(self, month: int, day: int) -> int | None:
        """The year of a day, if both ends of the publication agree on it."""
        if self.earliest is None or self.latest is None:
            return None
        found = {
            p.year if (month, day) <= (p.month, p.day) else p.year - 1 for p in (self.earliest, self.latest)
        }
        return found.pop() if len(found) == 1 else None


NEVER = Published()


def find(text: str, published: Published = NEVER) -> list[tuple[int, int, Interval]]:
    """The dates in a text: start, end, interval."""
    found = []
    for match in _DATE.finditer(text):
        interval = _interval(match, published)
        if interval.edtf:
            found.append((match.start(), match.end(), interval))
    return found


def _interval(match: re.Match[str], published: Published) -> Interval:
    parts = match.groupdict()
    year = next((parts[k] for k in ("y1", "y2", "y3", "y4", "y5") if parts[k]), None)
    name = next((parts[k] for k in ("month1", "month2", "month3") if parts[k]), None)
    try:
        if name is None:
            return edtf.parse(str(year))
        month = next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name.lower()[:3]))
        day = parts["d1"] or parts["d2"]
        if day is None:
            return edtf.parse(f"{year}-{month:02d}")
        first = _day(month, int(day), year, published)
        return (
            edtf.between(first, _day(month, int(parts["e2"]), year, published))
            if parts["e2"] and first.known
            else first
        )
    except DateError:
        return UNKNOWN


def _day(month: int, day: int, year: str | None, published: Published) -> Interval:
    known = int(year) if year else published.year(month, day)
    return edtf.parse(f"{known:04d}-{month:02d}-{day:02d}" if known else f"XXXX-{month:02d}-{day:02d}")


def about(text: str, published: Published) -> Interval:
    """The first date that an assertion names."""
    found = find(text, published)
    return found[0][2] if found else UNKNOWN


def bounds(text: str, published: Published) -> tuple[str, str, int | None]:
    """The EDTF dates counted from and to, and the days between them where both are known."""
    base = as_of = ""
    found = find(text, published)
    if (short := _SHORT.search(text)) and found:
        first = next((x for x in found if x[0] >= short.end() - 1), found[0])[2]
        day = int(short["d"])
        base, as_of = re.sub(r"\d\d$", f"{day:02d}", first.edtf), first.edtf
        return base, as_of, _days(base, as_of)
    for start, _, interval in found:
        before = text[max(0, start - 40) : start].lower()
        if re.search(r"\b(since|from|between)\b[^,;.]*$", before) and not base:
            base = interval.edtf
        elif re.search(r"\b(until|to|by|and|as of|through|till)( the)? ?$", before):
            as_of = interval.edtf
    return base, as_of, _days(base, as_of)


def _days(base: str, as_of: str) -> int | None:
    if not base or not as_of:
        return None
    try:
        start, end = (edtf.parse(x.replace("XXXX", "2023")) for x in (base, as_of))
    except DateError:
        return None
    if start.earliest is None or end.latest is None:
        return None
    days = (end.latest - start.earliest).days
    return days if days >= 0 else days + 365
