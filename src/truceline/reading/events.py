"""Steps of the talks and incidents on the ground."""

from __future__ import annotations

from functools import cache

from truceline.evidence import Incident, Step
from truceline.reading import dates
from truceline.reading.clauses import Clause
from truceline.reading.vocabulary import load, words

_PLACE = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "across", "east", "west", "north", "south"}
)


def step(c: Clause, holder: str) -> Step | None:
    """An act of the talks: the main verb is one of meeting, offering, pledging, signing, announcing."""
    for act, listed in load("kinds")["steps"].items():
        if c.verb is not None and c.s.low[c.verb] in listed:
            by = c.subject_text or holder
            if c.s.child(c.verb, "nsubjpass") is not None:
                return Step(act, _agent(c), c.subject_text)
            return Step(act, by, c.text(c.verb + 1, c.hi)[:300])
    return None


def _agent(c: Clause) -> str:
    agent = c.s.child(c.verb, "agent") if c.verb is not None else None
    return c.text(agent + 1, c.s.right[agent]) if agent is not None else ""


def incident(c: Clause) -> Incident | None:
    """An event with a place or a time: nobody registers "attacks continue" as an incident."""
    table = _incidents()
    if c.find(table) is None:
        return None
    for kind in dict.fromkeys(table.values()):
        at = next((k for k in range(c.lo, c.hi + 1) if table.get(c.s.low[k]) == kind), None)
        if at is None or c.s.name[at] or not (c.s.is_verb(at) or c.s.is_noun(at)):
            continue
        if c.s.is_verb(at) and (c.s.tag[at] not in ("VBD", "VBN") or at != c.verb):
            continue
        if c.s.is_noun(at) and c.verb is not None and not c.s.dep[at].startswith("nsubj"):
            continue
        place, time = _place(c), _time(c)
        if (place and time) or (time and not place) or (place and c.s.tag[at] in ("VBD", "VBN")):
            author = c.subject_text if c.s.is_verb(at) and c.s.child(at, "nsubj") is not None else ""
            return Incident(kind, place, time, author)
    return None


@cache
def _incidents() -> dict[str, str]:
    """Word -> type, for the words of one token."""
    return {w: kind for kind, listed in load("kinds")["incidents"].items() for w in listed if " " not in w}


def _place(c: Clause) -> str:
    for k in range(c.lo, c.hi):
        if (
            c.s.low[k] in _PLACE
            and (noun := c.s.child(k, "pobj")) is not None
            and noun <= c.hi
            and c.s.is_name(noun)
        ) and c.s.low[noun] not in words("names", "days"):
            return c.s.words(k + 1, noun)
    return ""


def _time(c: Clause) -> str:
    text = c.text(c.lo, c.hi)
    found = dates.find(text)
    if found:
        return text[found[0][0] : found[0][1]]
    day = next(
        (
            k
            for k in range(c.lo, c.hi + 1)
            if c.s.low[k] in words("names", "days") and c.s.low[k].endswith("day")
        ),
        None,
    )
    return c.s.words(day, day) if day is not None else ""
