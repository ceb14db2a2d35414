"""Whether a number counts people killed or injured, and which."""

from __future__ import annotations

from truceline.reading.nouns import hurt, measure
from truceline.reading.numbers import Number
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.vocabulary import words

_INNER = frozenset(["conj", "pobj", "prep", "appos", "nummod", "quantmod"])
_APART = frozenset(
    ["at", "in", "on", "by", "to", "from", "for", "with", "near", "after", "since", "among", "against"]
)
_DIE = frozenset(["died", "die", "dies", "dying"])
_SMALL = frozenset(
    [
        "of",
        "the",
        "another",
        "a",
        "further",
        "and",
        "to",
        "at",
        "some",
        ":",
        "“",
        '"',
        "as",
        "was",
        "were",
        "is",
        "toll",
    ]
)


def harm(s: Sentence, n: Number, found: int | None, lo: int, hi: int) -> str:
    """ "killed", "injured" or both, where the number counts people harmed."""
    if found is not None and (got := _harms(s, [found])):
        return got
    if found is not None and _unharmed(s, n, found, hi):
        return ""
    end = max(found or 0, n.last)
    near = [
        k
        for k in range(n.last + 1, min(hi, end + 1) + 1)
        if not (found and k < found and s.dep[k] in ("amod", "conj") and s.low[k] != "dead")
    ]
    k = n.last + 1
    if s.low[k : k + 2] == ["or", "so"]:
        k += 2
        near += [k] if k <= hi else []
    k += k < len(s) and s.low[k] in QUOTES
    if s.low[k : k + 2] in (["of", "the"], ["of", "those"], ["of", "its"], ["of", "their"]):
        near += [m for m in (k + 2,) if m < len(s) and m <= hi]
    if (
        s.low[k : k + 1] == ["of"]
        and s.low[k + 1 : k + 2]
        and s.low[k + 1] in ("them", "whom", "these", "those")
    ):
        near += [m for m in (k + 2,) if m < len(s) and m <= hi]
    got = _harms(s, near)
    if got:
        return _both(s, got, end, hi)
    got = _harms(s, _governing(s, n, found, lo, hi))
    if got:
        return got
    back = list(range(max(lo, n.a - 4), n.a))
    blocked = max((k for k in back if s.tag[k] == "CD" or s.low[k] in (",", ";", "|", ".")), default=lo - 1)
    back = [k for k in back if k > blocked]
    if not _harms(s, back) or not _takes(s, back, n):
        return ""
    return _harms(s, back)


def _unharmed(s: Sentence, n: Number, found: int, hi: int) -> bool:
    """Whether the noun is no people harmed, whatever its sentence tells: "the dead of five *months*", "five of the *crew* of eight were killed"."""
    group = found + 1 < n.a and s.low[found + 1] == "of"
    return measure(s.low[found]) or group and not (n.last < hi and _harms(s, [n.last + 1]))


def _both(s: Sentence, got: str, end: int, hi: int) -> str:
    """ "12 killed or wounded", "23 people dead and injured" name both where no number stands between."""
    k = end + 1
    k += k <= hi and _harms(s, [k]) == got
    if k + 1 <= hi and s.low[k] in ("and", "or") and (other := _harms(s, [k + 1])) and other != got:
        return "killed and injured"
    return got


def _harms(s: Sentence, tokens: list[int]) -> str:
    groups = (("killed", words("figures", "killed")), ("injured", words("figures", "injured")))
    return " and ".join(name for name, group in groups if any(s.low[k] in group for k in tokens))


def _governing(s: Sentence, n: Number, found: int | None, lo: int, hi: int) -> list[int]:
    """The verb whose subject or object the counted people are, and those joined to it: "sailors of the Force were killed"."""
    harm = hurt()
    at = found if found is not None else n.last
    while s.dep[at] in _INNER and s.head[at] != at and not s.is_verb(s.head[at]):
        at = s.head[at]
        if s.low[at] in harm:
            return [at]
        if s.low[at] in _APART:
            return []
    verb = s.head[at]
    if not s.is_verb(verb) or not lo <= verb <= hi:
        return []
    subject = s.dep[at] == "nsubj"
    if s.dep[at] in ("nsubjpass", "dobj") or subject and s.low[verb] in _DIE:
        return [verb, *_joined(s, verb)]
    if subject and s.tag[verb] in ("VBD", "VBN") and s.low[verb] in harm:
        return [] if s.child(verb, "dobj") is not None else [verb]
    is_so = subject and s.low[verb] in ("were", "was", "are", "is")
    return [k for k in s.kids[verb] if s.dep[k] in ("acomp", "attr")] if is_so else []


def _joined(s: Sentence, verb: int) -> list[int]:
    """Verbs joined to this one with no number of their own between: "were killed or wounded"."""
    joined = [k for k in s.kids[verb] if s.dep[k] == "conj"]
    if s.dep[verb] == "conj" and s.child(s.head[verb], "dobj", "nsubjpass") is None:
        joined.append(s.head[verb])  # "has *killed* and injured thousands"
    return [k for k in joined if not any(s.tag[m] == "CD" for m in range(min(verb, k), max(verb, k)))]


def _takes(s: Sentence, back: list[int], n: Number) -> bool:
    """Whether the harm word before the number takes it: "killed 12", "the killing of 12", "the dead at 12"."""
    known = hurt()
    last = max(k for k in back if s.low[k] in known)
    return all(s.low[k] in _SMALL or s.low[k] in known for k in range(last + 1, n.a))
