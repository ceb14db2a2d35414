"""The part of a clause that says on which condition: "provided that ...", "until ...", and what waits for it."""

from __future__ import annotations

from functools import cache

from truceline.evidence import Stance
from truceline.reading.clauses import Clause
from truceline.reading.sentence import QUOTES
from truceline.reading.vocabulary import load, words

_AWAY = 11  # tokens from the end of an assertion to its condition: room for its quotation mark and "the minister of works said"
_ENDS = frozenset({".", ";", "!", "?", ":"})
_LOOSE = frozenset({"without", "before", "while", "until", "not"})
_AHEAD = frozenset({"will", "would", "wo", "shall", "'ll", "could", "can"})
_LATER = frozenset({"once", "when", "soon"})
_NO_CONDITION = frozenset(
    {"as", "even", "what", "only"}
)  # "as if", "even if"; "only if" is listed as a phrase


def opening(c: Clause, at: int, stance: Stance) -> tuple[int, int, str] | None:
    """The first and last token of the condition of a stance, after token ``at``, and the phrase that opens it.

    One that follows the assertion after a comma ("..., provided that") counts, too.
    """
    openers = _phrases()
    for k in range(max(at, c.lo), c.hi if not c.present.isdisjoint(openers) else 0):
        if (phrase := _opens(c, k)) and _limits(c, k, phrase, stance):
            return k, c.hi, " ".join(phrase)
    if stance in (Stance.ACCEPT, Stance.CONDITIONAL) and (first := _first_of_all(c, at)) is not None:
        return first, c.hi, c.s.low[first]
    if (after := _behind(c)) is not None:
        return after, max(after, c.s.right[_verb(c, after)]), " ".join(_opens(c, after))
    return None


def _first_of_all(c: Clause, at: int) -> int | None:
    """ "would sign *once the army had left*", "will accept it as soon as": what must come first where somebody will consent or act."""
    ahead = not c.present.isdisjoint(_AHEAD)
    later = (k for k in range(max(at, c.lo) + 1, c.hi) if _later(c, k))
    found = next(later, None) if ahead else None
    return found if found is not None and any(c.s.is_verb(m) for m in range(found + 1, c.hi + 1)) else None


def _behind(c: Clause) -> int | None:
    """Where a condition opens after the assertion: behind its comma, or behind the speaker (“We are not against it,” he said, “provided ...”)."""
    low = c.s.low
    for k in range(c.hi + 2, min(len(low), c.hi + _AWAY)):
        if low[k] in _ENDS or k == c.hi + 2 and low[c.hi + 1] in _ENDS:
            return None
        parted = low[k - 1] == "," or low[k - 1] in QUOTES and low[k - 2] == ","
        if parted and (phrase := _opens(c, k)) and phrase[0] not in _LOOSE:
            return k
    return None


def gate(c: Clause) -> tuple[int, int, str] | None:
    """The condition in an assertion that says what must come before: whatever opens it, "until", "while" and "before" with a clause."""
    for k in range(c.lo, c.hi):
        phrase = _opens(c, k)
        if phrase and phrase[0] != "without" and any(c.s.is_verb(m) for m in range(k + 1, c.hi + 1)):
            return k, c.hi, " ".join(phrase)
    return None


def beside(c: Clause) -> tuple[int, int, str, str] | None:
    """The condition that stands in an assertion: its first and last token, what waits, what for."""
    if c.present.isdisjoint(_phrases()) and c.present.isdisjoint(_LATER):
        return None
    for k in range(c.lo, c.hi):
        phrase = _opens(c, k) or _later(c, k)
        if not phrase or not _clausal(c, k, phrase):
            continue
        if k > c.lo:
            return k, c.hi, c.text(c.lo, k - 1).rstrip(" ,"), c.text(k, c.hi)
        comma = next((m for m in range(k, c.hi) if c.s.low[m] == ","), None)
        if comma is not None and c.verb is not None and c.verb > comma:
            return k, comma - 1, c.text(comma + 1, c.hi), c.text(k, comma - 1)
        return None
    return None


def _later(c: Clause, k: int) -> tuple[str, ...]:
    """ "once", "as soon as", "when": conditions of what is yet to come."""
    low = c.s.low
    if low[k] in ("once", "when") and c.s.dep[k] in ("mark", "advmod"):
        return (low[k],)
    return tuple(low[k : k + 3]) if low[k : k + 3] == ["as", "soon", "as"] else ()


def _clausal(c: Clause, k: int, phrase: tuple[str, ...]) -> bool:
    """Whether the phrase opens a clause or a price; "before", "while" and a bare "without" tell the time or the way."""
    word = phrase[0]
    if (
        word in ("before", "while", "without", "not")
        or word == "if"
        and k > 0
        and c.s.low[k - 1] in _NO_CONDITION
    ):
        return False
    if word in ("until", "when", "once"):
        return any(c.s.is_verb(m) for m in range(k + 1, min(c.hi, k + 10) + 1))
    return True


def _opens(c: Clause, k: int) -> tuple[str, ...]:
    return next((p for p in _phrases().get(c.s.low[k], ()) if tuple(c.s.low[k : k + len(p)]) == p), ())


def _verb(c: Clause, k: int) -> int:
    """The word whose subtree the condition is, for one that opens at ``k``."""
    above = c.s.head[k]
    return k if c.s.left[above] < k else above


def _limits(c: Clause, k: int, phrase: tuple[str, ...], stance: Stance) -> bool:
    """Whether the phrase limits the stance: "until" limits a refusal or a demand only, "without" takes a thing and no deed."""
    word = phrase[0]
    if word == "if" and k > 0 and c.s.low[k - 1] in _NO_CONDITION:
        return False
    if word in load("kinds")["condition_of_refusal"]:
        return stance in (Stance.REJECT, Stance.DEMAND, Stance.CONDITIONAL) and c.s.dep[k] in (
            "mark",
            "prep",
            "advmod",
        )
    if word == "without":
        return c.s.tag[k + 1] != "VBG" and stance is not Stance.DEMAND and not _plainly(c, k)
    return True


def _plainly(c: Clause, k: int) -> bool:
    """ "without reserve", "without further delay": how, not on which condition."""
    return any(w in words("kinds", "plainly") for w in c.s.low[k + 1 : k + 4])


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> phrases that open a condition, the longest first."""
    table = load("kinds")
    listed = [tuple(str(p).split()) for p in (*table["condition"], *table["condition_of_refusal"])]
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(listed, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
