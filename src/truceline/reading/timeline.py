"""The dates of one text, found once: which of them an assertion speaks of, and between which a figure counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from truceline.evidence import DateError, Interval, Span
from truceline.evidence import dates as edtf
from truceline.evidence.dates import UNKNOWN
from truceline.reading.dates import Found, Published, find
from truceline.reading.days import covered
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import verb_forms

_BASE = re.compile(
    r"\bsince\b[^,;.]*$|\b(?:from|between|beginning|starting)(?: (?:the|late|early|about|mid|on))? ?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:after|before)(?: the)? ?$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:ceasefire|truce|agreement|accord|deal|memorandum|package|protocol|statement|letter|text|lists?|promise|plan)s? of(?: the)? ?$",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"\b(?:as of|as at|status (?:at|on)|situation (?:at|on)|state (?:at|on|of)|at|by)(?: the)? ?$",
    re.IGNORECASE,
)
_HEAD = 200  # characters in which a page says what it covers
_TO = re.compile(r" ?(?:to|until|till|through|[-–—]) ?", re.IGNORECASE)
_AS_OF = re.compile(r"\b(until|to|by|and|as of|through|till|up to)( the)? ?$", re.IGNORECASE)


_SAID = verb_forms("cues", "say", "count", "carry")


class Timeline:
    """The expressions of time of a text in their order."""

    def __init__(self, text: str, published: Published) -> None:
        self.text = text
        self.found = find(text, published)
        heads = [*self.found, *_joined(self.found, text)]
        head = next((f for f in heads if covered(f.interval, f.start, published)), None)
        self.period = head.interval if head is not None else None
        self.covers = head.end if head is not None else 0
        self.starts = [f.start for f in self.found]
        self.span = _span(self.found) or self.period
        self.status = _status(self.found, text)
        self.day, self.day_paragraph = UNKNOWN, -1  # the last day on which something was told to happen

    def hear(self, s: Sentence) -> None:
        """After the figures of a sentence: the day on which what it tells happened."""
        if (day := self.told(s)) is not None:
            self.day, self.day_paragraph = day, s.paragraph

    def earlier(self, s: Sentence) -> Interval | None:
        """The day that its paragraph has named before for what happened: "the crossing opened on Monday. Five patients left"."""
        return self.day if self.day_paragraph == s.paragraph else None

    def reported(self, at: int) -> Interval | None:
        """The days that a page says at its head it covers, for what it tells from there on; None where it names none."""
        return self.period if self.period is not None and at > self.covers else None

    def told(self, s: Sentence) -> Interval | None:
        """The day on which a sentence of events lies where one of its clauses names it and another does not: "four came back on Saturday;
        200 left". A day that belongs to a verb of saying is none.
        """
        for f in self.within(s.start[0], s.end[-1]):
            if f.interval.is_day and not self._lead(f, s):
                verb = _verb(s, next(k for k in range(len(s)) if s.end[k] > f.start))
                if s.is_verb(verb) and s.low[verb] not in _SAID:
                    return f.interval
        return None

    def within(self, start: int, end: int) -> list[Found]:
        """Those that lie in a stretch of characters."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [f for f in self.found[first:last] if f.end <= end + 1]

    def about(self, s: Sentence, lo: int, hi: int, cue: Span | None, *, plain: bool = False) -> Interval:
        """The time that tokens ``lo`` to ``hi`` speak of: a date among them that is no mere start or end of counting, else one of
        the sentence that belongs to the same verb or to one above it. The date of the saying belongs to the cue, and is none.
        ``plain``: never a start or end of counting.
        """
        inside = self.within(s.start[lo], s.end[hi])
        clear = [f for f in inside if not self._lead(f, s)]
        if clear or inside and not plain:
            return (clear or inside)[0].interval
        outside = self.within(s.start[0], s.end[-1])
        return next(
            (f.interval for f in outside if not self._lead(f, s) and _belongs(s, f, lo, hi, cue)), UNKNOWN
        )

    def _lead(self, f: Found, s: Sentence) -> str:
        """ "base" for a date counted from, "as of" for one counted to, "beside" for one before or after which something was."""
        before = self.text[max(s.start[0], f.start - 40) : f.start]
        if self.text[f.start : f.start + 5].lower() == "since" or _BASE.search(before):
            return "base"
        if _AS_OF.search(before):
            return "as of"
        return "beside" if _BESIDE.search(before) or _NAMED.search(before) else ""

    def bounds(self, s: Sentence, lo: int, hi: int) -> tuple[str, str, int | None]:
        """The EDTF dates that tokens ``lo`` to ``hi`` count from and to, and the days between them where both are known."""
        base = as_of = ""
        for f in self.within(s.start[lo], s.end[hi]):
            lead = self._lead(f, s)
            whole = f.interval.edtf.count("/") == 1 and (
                lead or self.text[f.start : f.end][:7].lower() == "between"
            )
            if whole and not base:
                base, _, as_of = f.interval.edtf.partition("/")
            elif lead == "base" and not base:
                base = f.interval.edtf
            elif _AS_OF.search(self.text[max(s.start[0], f.start - 40) : f.start]):
                as_of = f.interval.edtf
        return base, as_of, _days(base, as_of)


def _joined(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Two days at the head of a page that a dash or "to" joins over the end of a month: "27 FEBRUARY TO 5 MARCH"."""
    for f, g in pairwise(found):
        if (
            f.start < _HEAD
            and f.interval.is_day
            and g.interval.is_day
            and _TO.fullmatch(text[f.end : g.start])
        ):
            days = f"{f.interval.edtf}/{g.interval.edtf}"
            try:
                yield Found(f.start, g.end, edtf.parse(days))
            except DateError:
                continue  # without their years the two may stand the wrong way round


def _span(found: Sequence[Found]) -> Interval | None:
    """The days that a page gives at its head with both ends ("17 March - 14 July 2031"), however many."""
    head = (f.interval for f in found if f.start < _HEAD and f.interval.edtf.count("/") == 1)
    return next((i for i in head if i.edtf.count("-") == 4 and i.earliest and i.latest), None)


def _status(found: Sequence[Found], text: str) -> str:
    """The day at which a page says at its head that it stands ("status at 30 June 2031")."""
    head = (f for f in found if f.start < _HEAD and f.interval.is_day and "\n\n" not in text[: f.start])
    return next((f.interval.edtf for f in head if _STATUS.search(text[max(0, f.start - 40) : f.start])), "")


def _belongs(s: Sentence, f: Found, lo: int, hi: int, cue: Span | None) -> bool:
    """Whether a date outside an assertion hangs on its verb, or on one above that is not what attributes it."""
    at = next((k for k in range(len(s)) if s.start[k] >= f.start), None)
    if at is None or lo <= at <= hi:
        return False
    verb = _verb(s, at)
    top = next((k for k in range(lo, hi + 1) if not lo <= s.head[k] <= hi or s.head[k] == k), lo)
    while True:
        if cue is not None and cue.start <= s.start[top] < cue.end:
            return False
        if top == verb:
            return True
        if s.head[top] == top:
            return False
        top = s.head[top]


def _verb(s: Sentence, k: int) -> int:
    """The verb that a token hangs on, or the top of its sentence."""
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    return k


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
