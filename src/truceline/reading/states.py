"""States: a track, crossing, committee, force or zone is said to be stalled, closed, formed ..."""

from __future__ import annotations

from functools import cache

from truceline.evidence import State
from truceline.reading.clauses import Clause
from truceline.reading.subjects import finite
from truceline.reading.vocabulary import load, words

_NOUNS = frozenset({"closure", "destruction", "prevention", "formation", "opening", "reopening", "entry"})


@cache
def _values() -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Single words and phrases of the state table, each with its value."""
    single, phrases = {}, []
    for value, listed in load("kinds")["states"].items():
        for word in listed:
            if " " in word:
                phrases.append((word, value.replace("_", " ")))
            else:
                single[word] = value.replace("_", " ")
    return single, phrases


def state(c: Clause) -> State | None:
    """The state that an assertion tells, as a predicate ("remains stalled") or a noun ("the closure of the crossing")."""
    single, phrases = _values()
    for phrase, value in phrases:
        if f" {phrase} " in c.low and (thing := _of_phrase(c, phrase)):
            return _made(c, thing, value)
    for k in range(c.lo, c.hi + 1) if not c.present.isdisjoint(single) else ():
        low = c.s.low[k]
        if low not in single:
            continue
        if low in _NOUNS and c.s.low[k + 1 : k + 2] == ["of"] and c.s.is_noun(k):
            if _noun_is_all(c, k):
                end = next((m - 1 for m in range(k + 3, c.hi + 1) if c.s.low[m] == ","), c.hi)
                return State(c.text(k + 2, min(end, max(c.s.right[k], k + 2))), single[low])
        elif (
            c.s.tag[k] in ("VBN", "VBD", "JJ", "RB", "VBZ", "VBG")
            and low not in _NOUNS
            and _main(c, k)
            and (thing := _thing(c, k))
        ):
            return _made(c, thing, single[low], k)
    return None


def _main(c: Clause, k: int) -> bool:
    """Whether the word is the main verb or its predicate, not one of a clause of time or cause."""
    if c.verb is None or k == c.verb:
        return True
    above = c.s.head[k]
    return c.s.dep[k] != "advcl" and (
        above == c.verb or c.s.head[above] == c.verb and c.s.dep[above] != "advcl"
    )


def _noun_is_all(c: Clause, k: int) -> bool:
    """Whether the noun is what the assertion is about: no clause of its own around it."""
    return (c.verb is None or not finite(c.s, c.verb)) and c.s.left[k] <= c.lo + 4


def _of_phrase(c: Clause, phrase: str) -> str:
    """The subject of the verb that a phrase ("on hold") belongs to."""
    first = phrase.split(maxsplit=1)[0]
    at = next(
        (
            k
            for k in range(c.lo, c.hi + 1)
            if c.s.low[k] == first and " ".join(c.s.low[k:]).startswith(phrase)
        ),
        None,
    )
    for _ in range(4):
        if at is None or c.s.is_verb(at) and c.s.child(at, "nsubj", "nsubjpass") is not None:
            break
        at = c.s.head[at] if c.s.head[at] != at else None
    own = c.s.child(at, "nsubj", "nsubjpass") if at is not None else None
    if (
        own is None
        or c.s.tag[own] in ("WDT", "WP")
        or not c.s.is_noun(own)
        and not c.s.name[own]
        and c.s.tag[own] != "PRP"
    ):
        return ""
    return c.text(c.s.left[own], max(own, min(c.s.right[own], (at or own) - 1)))


def _thing(c: Clause, k: int) -> str:
    """What the state word is said of: its passive subject, the subject of its copula, or the object before it."""
    s = c.s
    own = s.child(k, "nsubj", "nsubjpass")
    if own is None:  # "was closed" with the subject left on "was"
        own = next(
            (x for m in s.kids[k] if s.dep[m].startswith("aux") and (x := s.child(m, "nsubj")) is not None),
            None,
        )
    if (
        own is None
        and s.dep[k] in ("acomp", "xcomp", "oprd", "attr", "advmod", "conj", "acl")
        and s.head[k] != k
    ):
        above = s.head[k]
        own = (
            s.child(above, "nsubj", "nsubjpass")
            if s.is_verb(above)
            else above
            if s.is_noun(above) and s.dep[above] == "dobj"
            else None
        )
    if own is None or not c.lo - 12 <= own <= c.hi:
        return ""
    if s.tag[own] in ("WDT", "WP") and s.dep[s.head[own]] == "relcl":
        own = s.head[s.head[own]]
    named = s.is_name(own) and s.sort[own] != "person"
    if not (s.low[own] in words("kinds", "state_things") or named or s.tag[own] in ("PRP", "DT")):
        return ""
    if s.dep[k] == "ROOT" and s.tag[k] == "VBD" and named and s.sort[own]:
        return ""  # "Israel opened": an act, no state of Israel
    if own == s.left[own] < k and s.low[k + 1 : k + 2] == ["for"] and s.head[k + 1] == k:
        return f"{s.words(own, own)} {c.text(k + 1, s.right[k + 1])}"  # "recruitment has begun for a police force"
    return s.words(s.left[own], max(own, min(s.right[own], k - 1)) if own < k else own)


def _made(c: Clause, thing: str, value: str, k: int | None = None) -> State:
    agent = c.s.child(k, "agent") if k is not None else None
    who = c.s.child(agent, "pobj") if agent is not None else None
    by = c.s.words(c.s.left[who], who) if who is not None else ""
    return State(thing, value, by)
