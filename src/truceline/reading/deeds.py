"""Deeds that a ceasefire forbids or asks for, as the clause tells them: verb, thing, whether done, whether over a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from truceline.reading import verbs
from truceline.reading.clauses import Clause
from truceline.reading.vocabulary import load, words

_AHEAD = frozenset(
    {"will", "would", "shall", "wo", "may", "might", "could", "can", "should", "must", "'ll", "to"}
)
_PERFECT = frozenset({"has", "have", "had", "'ve", "having"})
_NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither", "never"})
_FIRST = 3  # words of the subject in which "not a single", "not one" may stand


@dataclass(frozen=True, slots=True)
class Deed:
    """``base`` is the main verb with its particle, ``about`` the words it is done with or to, ``doer`` who does it.

    ``done`` is False where it is negated; ``lasting`` where it is told of a time up to now ("has not fired", "since").
    """

    base: str
    about: frozenset[str]
    doer: str
    done: bool
    lasting: bool


def deed(c: Clause) -> Deed | None:
    """The deed of the main verb; None for what is only willed, owed or possible."""
    if c.verb is None or any(c.s.low[k] in _AHEAD for k in c.s.kids[c.verb] if k < c.verb):
        return None
    base = _bases().get(c.s.low[c.verb])
    if base is None or c.s.tag[c.verb] == "VB":
        return None
    passive = c.s.child(c.verb, "nsubjpass") is not None
    about = _heads(
        c, c.verb, ("nsubjpass", "dobj") if passive or c.s.child(c.verb, "dobj") else ("nsubj", "dobj")
    )
    perfect = any(c.s.low[k] in _PERFECT for k in c.s.kids[c.verb])
    return Deed(
        _with_particle(c, base), about, _doer(c, passive), not undone(c), perfect or "since" in c.present
    )


def undone(c: Clause) -> bool:
    """Whether the main verb is negated, by itself or by its subject: "neither side has fired", "not a single round has left"."""
    if c.negative:
        return True
    start = c.subject[0] if c.subject is not None and c.subject[0] >= c.lo else c.lo
    head = c.s.low[start : start + _FIRST]
    nobody = bool(head) and (head[0] in _NOBODY or head[0] == "not" and head[1:2] in (["a"], ["one"]))
    after = c.s.low[c.verb + 1 : c.verb + 2] if c.verb is not None else []
    return nobody or after in (["neither"], ["no"], ["nothing"])


def _heads(c: Clause, verb: int, deps: tuple[str, ...]) -> frozenset[str]:
    """The words of these arguments, with those of the noun that "of" joins ("the withdrawal of the guns")."""
    found = set()
    for k in c.s.kids[verb]:
        if c.s.dep[k] in deps:
            found |= set(c.s.low[c.s.left[k] : min(c.s.right[k], k + 8) + 1])
    return frozenset(found)


def _with_particle(c: Clause, base: str) -> str:
    """ "pull back": the verb with what follows it, where the list has both."""
    assert c.verb is not None
    for k in range(c.verb + 1, min(c.hi, c.verb + 6) + 1):
        if c.s.head[k] == c.verb and f"{base} {c.s.low[k]}" in _phrasal():
            return f"{base} {c.s.low[k]}"
    return base


def _doer(c: Clause, passive: bool) -> str:
    assert c.verb is not None
    if not passive:
        return c.subject_text
    agent = c.s.child(c.verb, "agent")
    return c.text(agent + 1, c.s.right[agent]) if agent is not None else ""


@cache
def _listed() -> frozenset[str]:
    table = load("deeds")
    violent = {v for group in table["violent"].values() for v in group}
    return frozenset(
        violent.union(
            *(table[k] for k in ("arrival", "handling", "stopping", "due", "amiss", "passing")),
            ("go", "keep", "miss", "open"),
        )
    )


@cache
def _phrasal() -> frozenset[str]:
    return frozenset(v for v in _listed() if " " in v)


@cache
def _bases() -> Mapping[str, str]:
    """Form -> base of every verb of the file."""
    irregular = {**load("cues")["irregular"], **load("stances")["irregular"], **load("deeds")["irregular"]}
    extra = {"go": ["goes", "went", "gone", "going"], "keep": ["keeps", "kept", "kept", "keeping"]}
    return verbs.table(sorted({v.split()[0] for v in _listed()}), {**irregular, **extra})


@cache
def violent() -> Mapping[str, str]:
    """Base -> type of incident."""
    return {v: kind for kind, group in load("deeds")["violent"].items() for v in group}


@cache
def ordnance() -> Mapping[str, str]:
    """Thing of war -> type of incident."""
    return {w: kind for kind, group in load("deeds")["ordnance"].items() for w in group}


def event(low: str, after: list[str]) -> str | None:
    """The type of incident of a form or noun that opens what somebody is accused of: "shelling ...", "flying a drone", "the killing of"."""
    base = _bases().get(low, "")
    if base in violent():
        return violent()[base]
    if base in (*load("deeds")["handling"], *load("deeds")["arrival"]):
        return next((ordnance()[w] for w in after[:4] if w in ordnance()), None)
    found = load("deeds")["events"].get(low)
    return str(found) if found is not None else None


def of_war(found: Deed) -> str | None:
    """The type of incident of the thing of war that a deed is about."""
    return next((ordnance()[w] for w in sorted(found.about) if w in ordnance()), None)


def owed(found: Deed) -> bool:
    """Whether a duty is kept by doing it: guns drawn back, posts left, an order obeyed."""
    table = load("deeds")
    return found.base in table["due"] and (
        found.base in table["due_alone"] or not found.about.isdisjoint(words("deeds", "due_things"))
    )
