"""The dates of one text, found once: which of them an assertion speaks of, and between which a figure counts."""

from __future__ import annotations

import re
from bisect import bisect_left

from truceline.evidence import DateError, Interval, Span
from truceline.evidence import dates as edtf
from truceline.evidence.dates import UNKNOWN
from truceline.reading.dates import Found, Published, find
from truceline.reading.sentence import Sentence

_BASE = re.compile(r"\b(since|from|between)\b[^,;.]*$", re.IGNORECASE)
_AS_OF = re.compile(r"\b(until|to|by|and|as of|through|till|up to)( the)? ?$", re.IGNORECASE)


class Timeline:
    """The expressions of time of a text in their order."""

    def __init__(self, text: str, published: Published) -> None:
        self.text = text
        self.found = find(text, published)
        self.starts = [f.start for f in self.found]

    def within(self, start: int, end: int) -> list[Found]:
        """Those that lie in a stretch of characters."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [f for f in self.found[first:last] if f.end <= end + 1]

    def about(self, s: Sentence, lo: int, hi: int, cue: Span | None) -> Interval:
        """The time that tokens ``lo`` to ``hi`` speak of: a date among them that is no mere start or end of counting, else one of
        the sentence that belongs to the same verb or to one above it. The date of the saying belongs to the cue, and is none.
        """
        inside = self.within(s.start[lo], s.end[hi])
        plain = [f for f in inside if not self._lead(f, s)]
        if inside:
            return (plain or inside)[0].interval
        outside = self.within(s.start[0], s.end[-1])
        return next(
            (f.interval for f in outside if not self._lead(f, s) and _belongs(s, f, lo, hi, cue)), UNKNOWN
        )

    def _lead(self, f: Found, s: Sentence) -> str:
        """ "base" for a date counted from, "as of" for one counted to, else nothing."""
        before = self.text[max(s.start[0], f.start - 40) : f.start]
        if self.text[f.start : f.start + 5].lower() == "since" or _BASE.search(before):
            return "base"
        return "as of" if _AS_OF.search(before) else ""

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


def _belongs(s: Sentence, f: Found, lo: int, hi: int, cue: Span | None) -> bool:
    """Whether a date outside an assertion hangs on its verb, or on one above that is not what attributes it."""
    at = next((k for k in range(len(s)) if s.start[k] >= f.start), None)
    if at is None or lo <= at <= hi:
        return False
    verb = at
    while not s.is_verb(verb) and s.head[verb] != verb:
        verb = s.head[verb]
    top = next((k for k in range(lo, hi + 1) if not lo <= s.head[k] <= hi or s.head[k] == k), lo)
    while True:
        if cue is not None and cue.start <= s.start[top] < cue.end:
            return False
        if top == verb:
            return True
        if s.head[top] == top:
            return False
        top = s.head[top]


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
