"""What an expression of time points to. Forms with a day, month or year of their own are here, the others in ``relative``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from truceline.evidence import DateError, Interval
from truceline.evidence import dates as edtf
from truceline.reading import days, relative
from truceline.reading.days import Days, Published
from truceline.reading.moment import Moment, count, number_of, ordinal
from truceline.reading.vocabulary import load

_OVER = re.compile(r"^,|[.;:\n]|\bsince\b")


class Reckoner:
    """Reckons the expressions of one text in their order, and remembers what later ones count from."""

    def __init__(self, text: str, published: Published) -> None:
        self.text, self.published = text, published
        self.day: date | None = None
        self.year: tuple[int, int] | None = None
        self.period: Days | None = None
        self.last: Days | None = None

    def interval(self, match: re.Match[str]) -> Interval:
        """The days of a match; unknown, with what it speaks of as evidence, where the publication does not fix it.

        Raises DateError, ValueError or OverflowError where the words are no day of the calendar.
        """
        found = {k: v for k, v in match.groupdict().items() if v is not None}
        m = Moment(
            self.text, match, found, self.published, self.day, self._year(match), self.period, self.last
        )
        form = next((reckon for key, reckon in _FIXED.items() if key in found), relative.interval)
        made = form(m)
        if made.is_day:
            self.day = made.earliest
        if made.earliest and made.latest and (made.latest - made.earliest).days <= 31:
            self.last = (made.earliest, made.latest)
        if "year1" in found and made.earliest is not None:
            self.year = (match.end(), made.earliest.year)
        self.period = self.period or days.covered(made, match.start(), self.published)
        return made

    def _year(self, match: re.Match[str]) -> int | None:
        """The year at the head of the clause: "In 2017 they kept a truce from 1 October"."""
        if self.year is None or match.start() - self.year[0] > 90:
            return None
        return None if _OVER.search(self.text[self.year[0] : match.start()]) else self.year[1]


def _named(m: Moment, key: str) -> Interval:
    """A day of a month, with its year or without."""
    year, words = m.found.get(f"y{key}"), m.found.get(f"w{key}", "")
    if words and m.published.ends():
        offset = {"last": -1, "next": 1, "this": 0}[words.split()[0].lower()]
        year = str(m.published.ends()[-1].year + offset)
    return _on(m, number_of(m.found[f"m{key}"]), int(m.found[f"d{key}"]), year)


def _on(m: Moment, number: int, day: int, written: str | None) -> Interval:
    """A day; without a year that of its clause, else the one that the publication gives."""
    year = int(written) if written else m.year
    if year is None:
        year = m.published.year(number, day, m.coming())
    elif not written and m.day and m.day.year == year and (number, day) < (m.day.month, m.day.day):
        year += 1  # "from 1 October to 9 January"
    return days.plain(year, number, day)


def _around(m: Moment, key: str, first: int, last: int) -> Interval:
    """The days from ``first`` to ``last``, counted from a named one."""
    made = _named(m, key)
    if made.earliest is None:
        return made
    return days.interval((days.shifted(made.earliest, first)[0], days.shifted(made.earliest, last)[0]))


def _pair(m: Moment, one: str, other: str) -> Interval:
    """Two days of two months; a year that stands once holds for both."""
    number, day = number_of(m.found[f"m{one}"]), int(m.found[f"d{one}"])
    later = _named(m, other)
    if f"y{one}" not in m.found:
        if later.earliest is None:
            return edtf.between(_named(m, one), later)
        after = (number, day) > (later.earliest.month, later.earliest.day)
        return edtf.between(days.plain(later.earliest.year - after, number, day), later)
    earlier = _named(m, one)
    if f"y{other}" not in m.found and earlier.earliest is not None:
        number, day = number_of(m.found[f"m{other}"]), int(m.found[f"d{other}"])
        before = (number, day) < (earlier.earliest.month, earlier.earliest.day)
        later = days.plain(earlier.earliest.year + before, number, day)
    return edtf.between(earlier, later)


def _run(m: Moment, first: str, key: str) -> Interval:
    """Days of one month: "8-9 April", "12, 14 and 19 September"."""
    last = _named(m, key)
    year = last.earliest.year if last.earliest else None
    return edtf.between(days.plain(year, number_of(m.found[f"m{key}"]), int(m.found[first])), last)


def _part(m: Moment) -> Interval:
    """ "late March", "mid-2025"."""
    part = m.found["part"].lower().removesuffix(" of")
    if "mn" not in m.found:
        return days.interval(days.of_year(int(m.found["partof"]), *load("dates")["year_parts"][part]))
    first, last = load("dates")["parts"][part]
    number, year = number_of(m.found["mn"]), m.found.get("yn")
    if year is not None:
        return days.interval(days.of_month(int(year), number, first, last))
    ahead = m.coming()
    return m.reckoned(lambda p: days.month_near(p, number, ahead, first, last))


def _months(m: Moment) -> Interval:
    """ "October-December 2024", "between November 2023 and March 2024"."""
    first, last, year = number_of(m.found["mv1"]), number_of(m.found["mv2"]), int(m.found["yv2"])
    start = int(m.found["yv1"]) if "yv1" in m.found else year - (first > last)
    return edtf.between(edtf.parse(f"{start}-{first:02d}"), edtf.parse(f"{year}-{last:02d}"))


def _between_months(m: Moment) -> Interval:
    """ "between April and July": to the July that the words mean, from the April before it."""
    first, last = number_of(m.found["mw1"]), number_of(m.found["mw2"])
    ahead = m.coming()

    def reckon(p: date) -> Days:
        end = days.month_near(p, last, ahead)
        return days.of_month(end[0].year - (first > last), first)[0], end[1]

    return m.reckoned(reckon)


def _portion(m: Moment) -> Interval:
    """ "the first half of 2025", "the last quarter of the year"."""
    length = 6 if m.found["portions"] == "half" else 3
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 // length}[m.found["portion"]]
    first = (order - 1) * length + 1
    if first + length > 13:
        raise DateError(f"'{m.match[0]}' is no part of a year")
    if "portionyear" in m.found:
        return days.interval(days.of_year(int(m.found["portionyear"]), first, first + length - 1))
    offset = {"the": 0, "this": 0, "last": -1, "next": 1}[m.found["portionrel"].split()[0].lower()]
    return m.reckoned(lambda p: days.of_year(p.year + offset, first, first + length - 1))


def _years(m: Moment) -> Interval:
    start, later = edtf.parse(m.found["year1"]), m.found.get("year2")
    if later is None:
        return start
    return edtf.between(start, edtf.parse(m.found["year1"][:2] + later if len(later) == 2 else later))


def _season_of(m: Moment) -> Interval:
    first, last = load("dates")["seasons"][m.found["sof"].lower()]
    return days.interval(days.of_year(int(m.found["seasonyear"]), first, last))


def _ordinal_of(m: Moment) -> Interval:
    day = ordinal(m.found["ordm"])
    if not day:
        raise DateError(f"'{m.match[0]}' is no day of a month")
    return _on(m, number_of(m.found["ms"]), day, m.found.get("ys"))


def _end_of(m: Moment) -> Interval:
    """ "the end of May 2027" is that May, "the end of 2027" its December, "the start of 2027" its January."""
    if "yo" in m.found:
        return _month_of(m, "mo", "yo")
    if "yp" in m.found:
        return edtf.parse(f"{m.found['yp']}-{12 if m.found['endof'].lower() == 'end' else 1:02d}")
    return relative.interval(m)


def _month_of(m: Moment, month: str, year: str) -> Interval:
    return edtf.parse(f"{m.found[year]}-{number_of(m.found[month]):02d}")


def _slashed(m: Moment) -> Interval:
    """Day before month, as most of the world writes; month before day where the second number can be no month."""
    day, number, year = (int(part) for part in re.split(r"[/.]", m.found["slash"]))
    if number > 12:
        day, number = number, day
    return days.plain(year, number, day)


_FIXED: dict[str, Callable[[Moment], Interval]] = {
    "iso": lambda m: edtf.parse(m.found["iso"]),
    "slash": _slashed,
    "ma": lambda m: _around(m, "a", 0, 6),
    "mb": lambda m: _around(m, "b", 1 - 7 * count(m.found.get("nweeks", "one")), 0),
    "mc": lambda m: _pair(m, "c", "d"),
    "me": lambda m: _pair(m, "e", "f"),
    "mg": lambda m: _pair(m, "g", "h"),
    "mg2": lambda m: _pair(m, "g2", "h2"),
    "mi": lambda m: _pair(m, "i", "j"),
    "run1": lambda m: _run(m, "run1", "k"),
    "run2": lambda m: _run(m, "run2", "l"),
    "mv2": _months,
    "mw1": _between_months,
    "portion": _portion,
    "decade": lambda m: edtf.between(edtf.parse(m.found["decade"]), edtf.parse(m.found["decade"][:3] + "9")),
    "part": _part,
    "mq": lambda m: _named(m, "q"),
    "mr": lambda m: _named(m, "r"),
    "ordm": _ordinal_of,
    "mt": lambda m: _month_of(m, "mt", "yt"),
    "sof": _season_of,
    "endof": _end_of,
    "year1": _years,
}
