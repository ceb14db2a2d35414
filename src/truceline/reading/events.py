"""Steps of the talks and incidents on the ground."""

from __future__ import annotations

from functools import cache

from truceline.evidence import Incident, Step
from truceline.reading import dates, deeds
from truceline.reading.clauses import Clause
from truceline.reading.vocabulary import load, words

_PLACE = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "across", "east", "west", "north", "south"}
)


def step(c: Clause, holder: str) -> Step | None:
    """An act of the talks: the main verb is one of meeting, offering, pledging, signing, announcing."""
    act = _acts().get(c.s.low[c.verb]) if c.verb is not None else None
    if act is None or c.verb is None:
        return None
    if c.s.child(c.verb, "nsubjpass") is not None:
        return Step(act, _agent(c), c.subject_text)
    return Step(act, c.subject_text or holder, c.text(c.verb + 1, c.hi)[:300])


@cache
def _acts() -> dict[str, str]:
    """Word -> act; a word of two acts is the first one's."""
    found: dict[str, str] = {}
    for act, listed in load("kinds")["steps"].items():
        for word in listed:
            found.setdefault(word, act)
    return found


def _agent(c: Clause) -> str:
    agent = c.s.child(c.verb, "agent") if c.verb is not None else None
    return c.text(agent + 1, c.s.right[agent]) if agent is not None else ""


def incident(c: Clause) -> Incident | None:
    """One event that came to pass: told in the past with a doer, a victim, a place or a time, or as a noun with what it hit.

    Nobody registers "attacks continue" as an incident.
    """
    if (done := _deed(c)) is not None:
        return done
    table = _incidents()
    if c.present.isdisjoint(table) or _toll(c):
        return None
    for at in range(c.lo, c.hi + 1):
        kind = table.get(c.s.low[at])
        if kind is None or c.s.name[at]:
            continue
        place, time = _place(c), _time(c)
        if c.s.tag[at] in ("VBD", "VBN") and at == c.verb and _befell(c, at, place or time):
            author = c.subject_text if c.s.child(at, "nsubj") is not None else _agent(c)
            return Incident(kind, place, time, author)
        if _launched(c, at):
            return Incident(kind, place, time, c.subject_text)
        if c.s.is_noun(at) and _event(c, at, place, time):
            return Incident(kind, place, time)
    return None


def _toll(c: Clause) -> bool:
    """ "More than 400 people were killed", "395 have been killed in Gaza since": a figure and no event, where no place or a long time is told."""
    killed = c.verb is not None and c.s.low[c.verb] in ("killed", "wounded", "injured")
    if not killed or not any(c.s.tag[k] == "CD" for k in range(c.lo, c.hi + 1)):
        return False
    return not _place(c) or not c.present.isdisjoint({"have", "has", "since"})


def accused(c: Clause, at: int | None) -> Incident | None:
    """ "accused the army of shelling the market": the incident, with whom it is laid to."""
    if at is None or not c.s.low[at].startswith(("accus", "charg", "blam")):
        return None
    of = next((k for k in range(at + 1, min(c.hi, at + 14)) if c.s.low[k] in ("of", "for")), None)
    if of is None or of <= at + 1 or of + 1 > c.hi:
        return None
    start = of + 2 if c.s.low[of + 1] in ("having", "the", "an", "a") else of + 1
    if start > c.hi:
        return None
    kind = deeds.event(c.s.low[start], [*c.s.low[start + 1 : c.hi + 1]])
    return Incident(kind, _place(c), _time(c), c.text(at + 1, of - 1)) if kind is not None else None


def sure(c: Clause) -> bool:
    """Whether the main verb itself tells of the incident, so that no word of stance beside it counts."""
    return _deed(c) is not None


def _deed(c: Clause) -> Incident | None:
    """The incident that the main verb tells of: a violent deed, a thing of war that arrived or was laid, a convoy turned back."""
    found = deeds.deed(c)
    if found is None or not c.present.isdisjoint(words("kinds", "struck_things")):
        return None
    at = c.verb or 0
    if c.s.tag[at] not in ("VBD", "VBN") or any(c.s.low[k] in ("is", "are") for k in c.s.kids[at]):
        return None  # "we fire at whoever comes near", "aid is held up": a habit or a state
    if _toll(c):
        return None
    kind = deeds.violent().get(found.base)
    if kind is None and found.base in words("deeds", "arrival") | words("deeds", "handling") | words(
        "deeds", "passing"
    ):
        kind = deeds.of_war(found)
    if kind is None and found.base in words("deeds", "stopping"):
        kind = "obstruction" if not found.about.isdisjoint(words("deeds", "on_the_way")) else None
    return Incident(kind, _place(c), _time(c), found.doer) if kind is not None else None


def _launched(c: Clause, at: int) -> bool:
    """ "opened fire", "launched a raid": the event as what was done."""
    verb = c.s.head[at]
    return verb == c.verb and c.s.dep[at] == "dobj" and c.s.low[verb] in words("kinds", "launching")


def _befell(c: Clause, at: int, placed: str) -> bool:
    """Whether the verb tells what came to pass: in the past, with a place, a time or somebody it was done to; no bargain was "struck"."""
    thing = c.s.child(at, "dobj", "nsubjpass")
    if thing is not None and c.s.low[thing] in words("kinds", "struck_things"):
        return False
    if any(c.s.low[k] in ("would", "will", "may", "might", "could", "should") for k in c.s.kids[at]):
        return False
    if c.s.low[at] == "hit" and c.s.child(at, "nsubjpass") is not None:
        return bool(placed) and c.s.child(at, "agent") is None  # "hit by resignations"
    return bool(placed) or thing is not None or c.s.child(at, "prep") is not None and c.subject is not None


def _event(c: Clause, at: int, place: str, time: str) -> bool:
    """Whether a noun is the event: all that is told, with what it hit or where; or the subject of a clause with place and time."""
    if c.verb is None:
        of = c.s.child(at, "prep")
        return c.s.left[at] <= c.lo + 2 and (bool(place or time) or of is not None and c.s.low[of] == "of")
    return c.s.dep[at].startswith("nsubj") and bool(time)


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
