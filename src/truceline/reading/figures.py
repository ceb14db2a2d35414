"""What a number counts: the noun, whose acts, per what, since when; one Figure a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from truceline.evidence import Basis, Figure, Interval, Span
from truceline.reading import counted
from truceline.reading.amounts import DASHES
from truceline.reading.numbers import Number
from truceline.reading.page import Page
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import load, verb_forms, words

_MONTH = 31  # days: a longer time spoken of is no period of its own
_SHORT = 14  # days: what is counted between two dates nearer than this is new, not a total
_TOLD = verb_forms("cues", "say", "count", "carry")


def figure(
    s: Sentence, n: Number, lo: int, hi: int, first: int, last: int, page: Page, cue: Span | None = None
) -> Figure:
    """The Figure of a number; ``lo`` to ``hi`` are the tokens of its stretch, ``first`` to ``last`` of the whole assertion."""
    head = page.tables.head(s.start[n.first])
    noun = counted.noun(s, n, lo, hi, first)
    unit, per = _unit(s, n, noun), _per(s, n)
    per = "" if unit == "percent" else per
    what = counted.phrase(s, n, noun, lo, hi)
    if head:
        what = head if noun is None or s.low[noun] == "|" else what
        unit = unit if noun is not None else head
    base, as_of, days = page.timeline.bounds(s, first, last)
    basis = Basis.RATE if per else Basis.TOTAL
    if not per and not counted.measure(unit):
        if any(pattern.search(s.words(lo, hi)) for pattern in _periods()):
            basis, base, as_of = Basis.NEW, *((base, as_of) if days is not None else ("", ""))
        elif not base or days is not None:
            spans: list[Interval | None] = [page.timeline.about(s, lo, hi, cue, plain=True)]
            if _happened(s, n) and not base:
                spans += [page.timeline.reported(s.start[n.first]), page.timeline.told(s)]
            basis = _basis(s, n, s.words(first, last), days, spans)
    return Figure(
        what, n.low, n.high, n.approximator, unit, basis, per, base, as_of, "", _side(s, noun, lo, hi)
    )


def _unit(s: Sentence, n: Number, noun: int | None) -> str:
    """What is counted in one word: the noun, "percent", "times", "days" for a fortnight."""
    after = s.low[n.last + 1 : n.last + 3]
    if n.unit == "percent" or after[:1] in (["percent"], ["%"]) or after == ["per", "cent"]:
        return "percent"
    if n.unit:
        return n.unit
    if after[1:] and after[0] in DASHES and after[1].rstrip("s") in words("figures", "glued_units"):
        return after[1].rstrip("s") + "s"  # "a 60-day truce" measures days
    return s.words(noun, noun).lower() if noun is not None else ""


def guessed(s: Sentence, n: Number, figure: Figure, thing: str) -> Figure:
    """The figure with the nearest plural before it, else the ``thing`` last named, where neither its words nor a figure before say what
    it counts.
    """
    if figure.counts or figure.unit == "percent":
        return figure
    noun = counted.weak(s, n)
    name = s.words(noun, noun) if noun is not None else thing
    return replace(figure, counts=name, unit=figure.unit or name.lower())


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
    return "day" if any(s.low[k] == "daily" for k in range(max(0, n.a - 3), n.a)) else ""


def _basis(s: Sentence, n: Number, text: str, days: int | None, spans: Sequence[Interval | None]) -> Basis:
    """New where a short period is named (a month at most) or the page tells of one, else the total; a longer period counts from its
    start. What stands or remains on a day is a total at that day.
    """
    if any(pattern.search(text) for pattern in _periods()):
        return Basis.NEW
    if days is not None:
        return Basis.NEW if days <= _SHORT else Basis.TOTAL
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


@cache
def _periods() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in load("figures")["period_new"])


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
    before = s.low[max(0, n.a - 3) : n.first]
    if "total" in before or before[-1:] in (["the"], ["all"], ["these"], ["those"]):
        return True
    k = n.last
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    if s.low[k] in words("figures", "states"):
        return True
    return s.is_verb(k) and any(
        s.low[c] in ("had", "have", "has", "will", "would", "shall") for c in s.kids[k]
    )


def _side(s: Sentence, noun: int | None, lo: int, hi: int) -> str:
    """Whose acts are counted: the adjective or possessor of the noun, or who stands after "by"."""
    if noun is not None:
        for k in range(max(lo, noun - 4), noun):
            if (
                s.sort[k] in ("adjective", "body")
                and s.inside(k, noun)
                and s.tag[noun] == "NNS"
                and _act(s.low[noun])
            ):
                return s.words(k, k)
            if (
                s.tag[k] in ("JJ", "NNP")
                and s.inside(k, noun)
                and s.text[s.start[k]].isupper()
                and _act(s.low[noun])
            ):
                return s.words(k, k)
    if noun is not None and not _act(s.low[noun]):
        return _doer(s, lo, hi)
    for k in range(lo, hi):
        if (
            s.low[k] == "by"
            and (agent := s.child(k, "pobj")) is not None
            and agent <= hi
            and not re.search(r"\d", s.words(k, agent))
            and _acts(s, agent)
        ):
            first = max(k + 1, s.left[agent])
            first += s.low[first] in ("the", "a")
            return s.words(min(first, agent), agent)
    subject = next(
        (
            k
            for k in range(lo, hi)
            if s.dep[k] == "nsubj" and s.is_name(k) and s.low[s.head[k]] in load("figures")["act"]
        ),
        None,
    )
    return s.words(subject, subject) if subject is not None else ""


def _doer(s: Sentence, lo: int, hi: int) -> str:
    """ "sent to Gaza by Israel", "killed by B": the body that did it; not who only counted or told."""
    for k in range(lo, hi + 1):
        if s.low[k] != "by" or not s.is_verb(s.head[k]) or s.low[s.head[k]] in _TOLD:
            continue
        agent = s.child(k, "pobj")
        if agent is not None and (s.sort[agent] == "body" or s.low[agent] in words("names", "bodies")):
            first = max(k + 1, s.left[agent])
            first += s.low[first] in ("the", "a") and first < agent
            return s.words(first, agent)
    return ""


def _acts(s: Sentence, agent: int) -> bool:
    """Whether a noun after "by" can have done something: a name or a body, not "by night" or "by the end"."""
    return (
        s.is_name(agent)
        or s.sort[agent] in ("body", "people", "person")
        or s.low[agent] in words("names", "bodies")
        or s.tag[agent] == "NNS"
    )


def _act(word: str) -> bool:
    return bool(
        re.search(
            r"(ations?|breach(es)?|attacks?|strikes?|raids?|incursions?|shootings?|bombings?|cases|times|demolitions?)$",
            word,
        )
    )
