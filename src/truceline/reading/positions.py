"""Positions: where a holder stands on an issue, and the condition attached."""

from __future__ import annotations

import re

from truceline.evidence import Position, Stance
from truceline.reading.clauses import Clause
from truceline.reading.vocabulary import load

_RAISED = {Stance.REJECT: Stance.ACCEPT, Stance.ACCEPT: Stance.REJECT, Stance.OFFER: Stance.REJECT}
_NOUNS = frozenset({"rejection", "refusal"})


def position(c: Clause, holder: str, cue: str = "") -> Position | None:
    """The position of an assertion; ``holder`` is the frame's source, used where the clause names no subject of its own.

    What somebody insists on or demands is a demand even where the clause itself has no stance word.
    """
    found = _stance(c)
    if found is None:
        demanded = cue in ("insist", "demand", "urge") and c.verb is not None
        return Position(holder, c.text(c.lo, c.hi)[:300], Stance.DEMAND) if demanded and holder else None
    at, stance = found
    condition = _condition(c, at)
    if stance in _RAISED and _denied(c, at):
        stance = _RAISED[stance]
    if stance in (Stance.ACCEPT, Stance.OFFER) and _neither(c, at):
        stance = Stance.REJECT
    if condition and stance in (Stance.ACCEPT, Stance.OFFER):
        stance = Stance.CONDITIONAL
    if c.s.tag[at] == "VBN" and c.s.child(at, "nsubjpass") is not None and c.s.child(at, "agent") is None:
        return None  # "its teams had been refused access": whose refusal is not said
    whose, issue = _parts(c, at, holder, condition)
    return Position(whose, issue, stance, condition) if issue else None


def _stance(c: Clause) -> tuple[int, Stance] | None:
    """The first stance word that is a verb, predicate or noun of the clause, and its stance."""
    table = load("kinds")["stance"]
    for k in range(c.lo, c.hi + 1):
        low = c.s.low[k]
        if (
            low in load("kinds")["open_to"]
            and c.s.low[k + 1 : k + 2] in (["to"], ["on"])
            and c.s.tag[k] in ("JJ", "VBN")
        ):
            return k, Stance.ACCEPT
        for stance in ("reject", "accept", "demand", "offer"):
            if low in table[stance] and _counts(c, k, low):
                return k, Stance(stance)
    return None


def _counts(c: Clause, k: int, low: str) -> bool:
    """Whether the word is used as a stance: a verb that is no modifier, a predicate, a noun of refusal."""
    s = c.s
    if low in _NOUNS:
        return (
            k == c.verb
            or c.verb is None
            or s.dep[k] in ("attr", "dobj", "pobj")
            and s.child(k, "prep", "acl") is not None
        )
    if low in ("unacceptable", "illegitimate", "unwilling"):
        return True
    if low in ("willing", "ready", "prepared", "need"):
        return s.low[k + 1 : k + 2] == ["to"]
    if low in ("must", "should", "ought"):
        return True
    if low in ("call", "calls", "called"):
        return s.low[k + 1 : k + 2] == ["for"]
    if not s.is_verb(k) or s.dep[k] in ("amod", "compound", "acl", "relcl") and k != c.verb:
        return False
    return k == c.verb or s.dep[k] in ("ROOT", "ccomp", "conj", "xcomp", "pcomp", "advcl")


def _denied(c: Clause, at: int) -> bool:
    around = c.s.low[max(c.lo, at - 4) : at]
    return any(w in ("not", "n't", "never", "neither", "nor") for w in around)


def _own(c: Clause, at: int) -> str:
    """The subject of the stance word, or of the verb that it hangs on."""
    k = at
    for _ in range(4):
        found = c.s.child(k, "nsubj", "nsubjpass")
        if found is not None and found < at:
            return (
                c.text(c.s.left[found], max(found, min(c.s.right[found], at - 1)))
                if c.s.tag[found] not in ("WP", "WDT")
                else ""
            )
        if c.s.head[k] == k:
            break
        k = c.s.head[k]
    return c.subject_text if c.subject and c.subject[1] < at else ""


def _neither(c: Clause, at: int) -> bool:
    """ "Neither A nor B appears willing": the subject before the stance word opens with "neither"."""
    return any(low == "neither" for low in c.s.low[max(0, c.lo - 1) : at])


def _condition(c: Clause, at: int) -> str:
    for phrase in load("kinds")["condition"]:
        match = re.search(rf"\b{re.escape(phrase)}\b", c.text(at, c.hi), re.IGNORECASE)
        if match:
            return c.text(at, c.hi)[match.start() :]
    return ""


def _parts(c: Clause, at: int, holder: str, condition: str) -> tuple[str, str]:
    """Holder and issue: for "must" and "unacceptable" the subject is the issue and the speaker the holder."""
    low = c.s.low[at]
    agent = c.s.child(at, "agent")
    if agent is not None and c.s.tag[at] == "VBN":
        thing = c.subject_text if c.s.child(at, "nsubjpass") is not None else c.text(c.lo, at - 1)
        return c.text(agent + 1, c.s.right[agent]), thing
    rest = c.text(at + 1, c.hi)
    if condition and condition in rest:
        rest = rest[: rest.index(condition)].rstrip(" ,")
    if low in ("must", "should", "ought", "unacceptable", "illegitimate", "need"):
        return holder, (c.text(c.lo, c.hi) if low != "need" else rest)[:300]
    rest = re.sub(r"^(to|for|on|of|that|with) ", "", rest)
    own = re.sub(r"^[Nn]either ", "", _own(c, at))
    if low in _NOUNS:
        before = c.text(c.lo, at - 1)
        own = before if c.verb is None and re.fullmatch(r"[\w’' ]{2,40}", before) else ""
    return own or holder, rest[:300]
