"""What a number counts: the noun, whose acts, per what, since when; one Figure a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from truceline.evidence import Basis, Figure, Interval, Span
from truceline.reading import counted, nouns, sides
from truceline.reading.numbers import Number
from truceline.reading.page import Page
from truceline.reading.sentence import DASHES, Sentence
from truceline.reading.vocabulary import load, words

_FEW = 20  # people killed or injured in one event
_HEAD = 1  # paragraphs: a headline, a lead
_MONTH = 31  # days: a longer time spoken of is no period of its own
_SHORT = 14  # days: what is counted between two dates nearer than this is new, not a total


def figure(
    s: Sentence, n: Number, lo: int, hi: int, first: int, last: int, page: Page, cue: Span | None = None
) -> Figure:
    """The Figure of a number; ``lo`` to ``hi`` are the tokens of its stretch, ``first`` to ``last`` of the whole assertion."""
    head = page.tables.head(s.start[n.first])
    noun = None if _priced(s, n) else counted.noun(s, n, lo, hi, first)
    unit, per = _unit(s, n, noun), _per(s, n)
    per = "" if unit == "percent" else per
    what = unit if _priced(s, n) else counted.phrase(s, n, noun, lo, hi)
    if head:
        what = head if noun is None or s.low[noun] == "|" else what
        unit = unit if noun is not None else head
    basis, base, as_of = _counting(s, n, (lo, hi, first, last), page, cue, per, unit)
    if basis is Basis.TOTAL and not base and not as_of and (_lead(s, n, what) or _of_one_event(s, n, what)):
        basis = Basis.NEW
    if head and basis is Basis.TOTAL and not base and not as_of:
        as_of = page.timeline.status
    return Figure(
        what,
        n.low,
        n.high,
        n.approximator,
        unit,
        basis,
        per,
        base,
        as_of,
        "",
        sides.side(s, n, noun, (lo, hi), cue),
    )


def _priced(s: Sentence, n: Number) -> bool:
    """Whether the sign of a currency stands before the number."""
    return n.first > 0 and s.low[n.first - 1] in load("figures")["currencies"]


def _counting(
    s: Sentence, n: Number, at: tuple[int, int, int, int], page: Page, cue: Span | None, per: str, unit: str
) -> tuple[Basis, str, str]:
    """The basis, and the days counted from and to; ``at`` is the stretch and the whole assertion."""
    lo, hi, first, last = at
    base, as_of, days = page.timeline.bounds(s, first, last)
    if cumulative(s, n):
        return Basis.TOTAL, base, as_of
    if per or nouns.measure(unit):
        return Basis.RATE if per else Basis.TOTAL, base, as_of
    if _period(s, n, s.words(lo, _inner(s, n, hi))) or _headed(s, n):
        return Basis.NEW, *((base, as_of) if days is not None else ("", ""))
    if base and days is None:
        return Basis.TOTAL, base, as_of
    spans: list[Interval | None] = [page.timeline.about(s, lo, hi, cue, plain=True)]
    reported = None
    if _happened(s, n) and not base and not _SINCE.search(s.words(lo, n.last)):
        reported = page.timeline.reported(s.start[n.first])
        spans += [reported, page.timeline.told(s), *_same_day(s, n, page)]
    basis = _basis(s, n, s.words(first, _inner(s, n, last)), days, spans)
    whole = page.timeline.span
    counts = basis is Basis.TOTAL and not _state(s, n) or basis is Basis.NEW and reported is not None
    own = base or as_of or _SINCE.search(s.words(first, last)) or spans[0] and spans[0].known
    if (
        counts
        and not own
        and whole is not None
        and s.start[n.first] > page.timeline.covers
        and _happened(s, n)
    ):
        base, _, as_of = whole.edtf.partition("/")
    return basis, base, as_of


def _headed(s: Sentence, n: Number) -> bool:
    """Whether a list tells its short period before its colon: "The week in figures: 73 patrols planned, 51 run"."""
    colon = next((k for k in range(n.a - 1, 0, -1) if s.low[k] == ":"), None)
    told = s.words(0, colon) if colon is not None else ""
    return any(re.search(pattern, told, re.IGNORECASE) for pattern in load("figures")["list_of"])


def _lead(s: Sentence, n: Number, what: str) -> bool:
    """Whether people were harmed in what the head of a text tells as its news: "shelling killed five people and wounded 12"."""
    k = n.last
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    deed = s.low[k] in nouns.hurt()
    deed = deed and (s.child(k, "dobj", "auxpass") is not None or s.low[k] == "died")  # no "376 killed"
    return what.startswith(("killed", "injured")) and deed and s.paragraph <= _HEAD and _plain_past(s, n)


def _of_one_event(s: Sentence, n: Number, what: str) -> bool:
    """Whether so few were harmed that it was one event, where no word tells of all so far: "the shelling that wounded six"; "six have died" may be all."""
    few = 0 < (n.high or n.low or 0) <= _FEW and n.whole is None
    whole = s.words(0, len(s) - 1)
    return few and what.startswith(("killed", "injured")) and not _ALL.search(whole) and not _state(s, n)


def _same_day(s: Sentence, n: Number, page: Page) -> list[Interval | None]:
    """The day named before in the paragraph, for what is told to have happened in the plain past and not in all."""
    return [page.timeline.earlier(s)] if _plain_past(s, n) else []


def _plain_past(s: Sentence, n: Number) -> bool:
    """Whether a number is told to have happened, once: not "had been", not "so far", not one of a whole."""
    k = n.last
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    helped = {s.low[c] for c in s.kids[k] if s.dep[c] in ("aux", "auxpass")}
    simple = s.tag[k] == "VBD" and not helped or s.tag[k] == "VBN" and helped in ({"was"}, {"were"})
    plain = (
        simple
        and s.low[k] not in words("figures", "no_event") | words("figures", "reach")
        and n.whole is None
    )
    return plain and _ALL.search(s.words(0, len(s) - 1)) is None


_ALL = re.compile(r"\b(since|so far|in all|altogether|total|to date|until now)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)


def _inner(s: Sentence, n: Number, hi: int) -> int:
    """Before the parts that a number has: "211 breaches, of which 20 in the last week"."""
    return next(
        (k - 2 for k in range(n.last + 2, hi) if s.low[k - 1 : k + 1] in (["of", "which"], ["of", "whom"])),
        hi,
    )


def _unit(s: Sentence, n: Number, noun: int | None) -> str:
    """What is counted in one word: the noun, "percent", "times", "days" for a fortnight."""
    after = s.low[n.last + 1 : n.last + 3]
    if n.unit == "percent" or after[:1] in (["percent"], ["%"]) or after == ["per", "cent"]:
        return "percent"
    if n.unit:
        return n.unit
    if (money := load("figures")["currencies"].get(s.low[n.first - 1] if n.first else "")) is not None:
        return str(money)
    if after[1:] and after[0] in DASHES and after[1].rstrip("s") in words("figures", "glued_units"):
        return after[1].rstrip("s") + "s"  # "a 60-day truce" measures days
    return s.words(noun, noun).lower() if noun is not None else ""


def _per(s: Sentence, n: Number) -> str:
    """ "per day", "a day", "daily", "each week": the unit of time, or the thing that one is counted for."""
    units = load("figures")["per"]
    for k in range(n.last + 1, min(len(s) - 2, n.last + 12)):
        if s.low[k] == "for" and s.low[k + 1] in ("each", "every"):
            return s.words(k + 2, k + 2)  # "15 bodies for every Israeli"
        if s.low[k] in (",", ";") or s.tag[k] == "CD":
            break
    if s.low[max(0, n.first - 2) : n.first] == ["ratio", "of"]:
        return "one"
    for k in range(n.last + 1, min(len(s), n.last + 7)):
        if s.low[k] in ("daily", "weekly", "monthly", "hourly"):
            return str(units[s.low[k]])
        if s.low[k] == "a" and s.low[k - 1] in (
            "in",
            "within",
            "over",
            "after",
            "of",
            "than",
            "almost",
            "nearly",
        ):
            break  # "600 raids in a year" is no rate
        if s.low[k] in ("per", "a", "each", "every") and s.low[k + 1 : k + 2] and s.low[k + 1] in units:
            return str(units[s.low[k + 1]])
        if (
            s.low[k] in ("ordinary", "average", "normal", "typical")
            and s.low[k + 1 : k + 2]
            and s.low[k + 1] in units
        ):
            return str(units[s.low[k + 1]])
        if s.low[k] in (",", ";"):
            break
    if any(s.low[k] == "daily" for k in range(max(0, n.a - 3), n.a)):
        return "day"
    return _each(s, n)


def _each(s: Sentence, n: Number) -> str:
    """ "300 dollars a gun", "8 crowns a head", "four litres per person": the thing that it is paid or given for."""
    for k in range(n.last + 1, min(len(s) - 1, n.last + 6)):
        if s.low[k] not in ("a", "an", "per") or s.tag[k + 1] != "NN":
            continue
        price = s.low[k - 1] in words("figures", "coins") or s.low[k] == "per" or s.low[k + 1] == "head"
        return s.low[k + 1] if price and s.low[k + 1] != "cent" else ""
    return ""


def _basis(s: Sentence, n: Number, text: str, days: int | None, spans: Sequence[Interval | None]) -> Basis:
    """New where a short period is named (a month at most) or the page tells of one, else the total; a longer period counts from its
    start. What stands or remains on a day is a total at that day.
    """
    if _period(s, n, text):
        return Basis.NEW
    if days is not None:
        return Basis.NEW if days <= _SHORT else Basis.TOTAL
    within = spans[0] if spans else None
    if (
        within is not None
        and within.earliest
        and within.latest
        and 2 < (within.latest - within.earliest).days <= _MONTH
    ):
        return Basis.NEW if not _perfect(s, n) else Basis.TOTAL  # "in July it was 388"
    if _state(s, n):
        return Basis.TOTAL
    for span in spans:
        if (
            span is not None
            and span.earliest
            and span.latest
            and (span.latest - span.earliest).days <= _MONTH
        ):
            return Basis.NEW
    return Basis.TOTAL


def _period(s: Sentence, n: Number, text: str) -> bool:
    """Whether the words name a short period within which it happened; for all there are, a day of the week is none."""
    return any(pattern.search(text) for pattern in _patterns(not _whole(s, n)))


@cache
def _patterns(weekdays: bool) -> tuple[re.Pattern[str], ...]:
    held = load("figures")
    listed = [*held["period_new"], *(held["weekday_new"] if weekdays else ())]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in listed)


def _whole(s: Sentence, n: Number) -> bool:
    """Whether the number is of all there are: "all 24", "the 20 survivors", "a total of 229"."""
    before = s.low[max(0, n.a - 3) : n.first]
    return "total" in before or before[-1:] in (["the"], ["all"], ["these"], ["those"])


def cumulative(s: Sentence, n: Number) -> bool:
    """ "bringing the total to 133", "brings to 88 the number killed": all there are by now, whatever period is named beside."""
    before = s.low[max(0, n.a - 4) : n.a]
    total = "total" in before[:-1] and before[before.index("total") + 1] != "of"
    return total or before[-1:] == ["to"] and before[-2:-1] != [] and before[-2] in _BRINGS


_BRINGS = frozenset({"bring", "brings", "brought", "bringing"})


def _happened(s: Sentence, n: Number) -> bool:
    """Whether a past verb or a label stands over the number; people at a post are no event."""
    k = n.last
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    if s.is_verb(k):
        return s.tag[k] in ("VBD", "VBN")
    return (
        n.a > 0
        and s.low[n.a - 1] in (":", ",")
        or n.last + 1 < len(s)
        and s.tag[n.last + 1] in ("NN", "NNS", "JJ")
    )


def _state(s: Sentence, n: Number) -> bool:
    """Whether what is, and not what happened, is told: "59 remain", "a total of 229 had been lifted", "the 20 survivors"."""
    if _whole(s, n):
        return True
    k = n.last
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    if not s.is_verb(k) and any(
        s.low[m] in words("figures", "posted") for m in range(n.a - 4, n.last + 3) if 0 <= m < len(s)
    ):
        return True  # "Strength: 108 observers": people at a post are no event
    return s.low[k] in words("figures", "states") or _perfect(s, n)


def _perfect(s: Sentence, n: Number) -> bool:
    """ "had been lifted", "will be freed": told of a day, not within one."""
    k = n.last
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    return s.is_verb(k) and any(
        s.low[c] in ("had", "have", "has", "will", "would", "shall") for c in s.kids[k]
    )
