"""Dates in a text, as intervals with their precision: days, weeks, months, years; by name, or counted from the publication."""

from __future__ import annotations

import re
from typing import NamedTuple

from truceline.evidence import DateError, Interval
from truceline.reading.days import NEVER, Published
from truceline.reading.expressions import COUNTED, FORM, NAMED, PREPOSITIONS, TRIGGER
from truceline.reading.reckoning import Reckoner

__all__ = ["NEVER", "Found", "Published", "find"]

_FAR, _NEAR, _ON = 40, 20, 60  # characters before and after a trigger in which its expression lies
_ALONE = re.compile(r" (?:was|saw|brought|is|has been|will be|alone|figures?|report|reports)\b")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]* $")
_WORD = re.compile(r"\b\w")
_SHY = frozenset(
    {
        "May",
        "March",
        "April",
        "June",
        "August",
        "Mar",
        "Jun",
        "Jul",
        "Sept",
        "Sep",
        "Dec",
        "Jan",
        "Apr",
        "Aug",
        "Oct",
        "Nov",
        "Feb",
    }
)


class Found(NamedTuple):
    """An expression of time: its characters, and its days as far as the publication fixes them."""

    start: int
    end: int
    interval: Interval


def find(text: str, published: Published = NEVER) -> list[Found]:
    """All expressions of time in a text, in order.

    A weekday is the last one up to publication, or the coming one where the verb says so; a day without a year likewise
    (``XXXX-10-11`` where the publication is not known). An expression that nothing fixes has an unknown interval whose
    ``evidence`` says why.
    """
    found: list[Found] = []
    reckoner, at = Reckoner(text, published), 0
    for trigger in TRIGGER.finditer(text):
        if trigger.start() < at:
            continue
        match = _form(text, max(at, trigger.start() - (_FAR if trigger["named"] else _NEAR)), trigger)
        if match is None or not _points(text, match):
            continue
        try:
            interval = reckoner.interval(match)
        except (DateError, ValueError, OverflowError):
            continue  # no day of the calendar: 31 February, 999999 days ago
        if interval.edtf or interval.evidence:
            found.append(Found(match.start(), match.end(), interval))
            at = match.end()
    return found


def _form(text: str, start: int, trigger: re.Match[str]) -> re.Match[str] | None:
    """The form that begins first at a word from ``start`` on and reaches the trigger."""
    on = trigger.end() + _ON
    for word in _WORD.finditer(text, start, trigger.end()):
        match = FORM.match(text, word.start(), on)
        if match is not None and match.end() > trigger.start():
            return match
    return None


def _points(text: str, match: re.Match[str]) -> bool:
    """Whether the words are a date here: "May" and "March" only after a preposition, a year not as a number or a count."""
    before = text[max(0, match.start() - 14) : match.start()]
    if match["month"] is not None:
        word = match["month"].rstrip(".")
        shy = word in _SHY or word.upper() == word
        alone = _ALONE.match(text, match.end()) and not _NAME_BEFORE.search(before)
        return bool(PREPOSITIONS.search(before) or alone) if shy else True
    if match["year1"] is not None:
        if NAMED.search(before):
            return False
        return not COUNTED.match(text, match.end()) or bool(re.search(r"\b(?:in|since|of|the) $", before))
    return True
