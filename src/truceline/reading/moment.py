"""An expression of time, and what is known at its place: the publication, the last day named, the period of a bulletin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from truceline.evidence import Interval
from truceline.reading import days
from truceline.reading.days import Days, Published
from truceline.reading.tense import coming
from truceline.reading.vocabulary import load


@dataclass(frozen=True, slots=True)
class Moment:
    """``found`` are the parts of the expression (``expressions``), ``day`` the last day the text named before it, ``year`` the
    year at the head of its clause, ``period`` the days that the page says it covers, ``last`` the last
    days named, a month at most.
    """

    text: str
    match: re.Match[str]
    found: dict[str, str]
    published: Published
    day: date | None
    year: int | None
    period: Days | None
    last: Days | None = None

    def coming(self) -> bool | None:
        """Whether the words around it say that it lies ahead."""
        return coming(self.text, self.match.start(), self.match.end())

    def reckoned(self, reckon: Callable[[date], Days]) -> Interval:
        """What counts from the publication: over both its ends, or unknown with the reason."""
        found = [reckon(p) for p in self.published.ends()]
        if not found:
            return Interval(evidence=f"speaks of '{self.match[0]}', and the day of publication is not known")
        return days.interval((min(d for d, _ in found), max(d for _, d in found)))

    def week(self) -> Days | None:
        """The period of the page where that is a week or less."""
        return self.period if self.period and (self.period[1] - self.period[0]).days <= 7 else None


def number_of(month: str) -> int:
    """The number of a month by its first three letters."""
    return next(i for i, name in enumerate(load("dates")["months"], 1) if name.startswith(month[:3].lower()))


def count(word: str) -> int:
    """The value of "two" or "2"."""
    return int(word) if word.isdecimal() else int(load("dates")["count"][word.lower()])


def ordinal(word: str) -> int:
    """The day of a month that "the 18th" or "the sixteenth" names, 0 for none."""
    digits = re.match(r"\d+", word)
    day = int(digits[0]) if digits else int(load("dates")["ordinals"].get(word.lower(), 0))
    return day if 1 <= day <= 31 else 0
