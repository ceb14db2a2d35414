"""What is told of a bare number: what happened to the things it counts, and whether they can only be people."""

from __future__ import annotations

from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

_BE = frozenset({"was", "were", "are", "is", "been", "be", "still", "not"})


def fate(s: Sentence, n: Number) -> str:
    """What is told right behind it: "64 disqualified", "six were broken", "352 of 640 had been freed", "the seven missing"."""
    k = first = (n.whole if n.whole is not None else n.last) + 1
    while k < len(s) and (s.dep[k] in ("aux", "auxpass", "neg") or s.tag[k] == "RB" or s.low[k] in _BE):
        k += 1
    if k >= len(s) or not s.low[k].isalpha() or s.low[k] in _passed(passive=s.tag[k] == "VBN" and k > first):
        return ""
    if s.tag[k] in ("JJ", "VBG"):
        alone = k + 1 >= len(s) or s.tag[k + 1][:2] not in ("NN", "JJ", "CD", "HY", "DT", "PR")
        return s.low[k] if alone and (s.low[k - 1] in _BE or k == first) else ""
    return s.low[k] if s.tag[k] in ("VBN", "VBD") else ""


def _passed(*, passive: bool) -> frozenset[str]:
    """Verbs that only measure or say that something is: no fate; in the passive "held" is one."""
    only = words("figures", "reach") | words("figures", "changes") | words("figures", "undergone")
    only |= words("figures", "blamed")
    return only if passive else only | words("figures", "states")


def fated(thing: str, told: str) -> str:
    """The thing with what is told of it, instead of what was told before: "rifles handed" that "were broken" are "rifles broken"."""
    kept = thing.split()
    while len(kept) > 1 and (kept[-1] in words("figures", "fates") or kept[-1] == told):
        kept.pop()
    return " ".join([*kept, *([told] if told not in kept else [])])


def personal(s: Sentence, n: Number) -> bool:
    """Whether only people do or undergo what is told of the number: "210 of 240 have gone home", "six fled"."""
    k = n.last
    while not s.is_verb(k) and s.head[k] != k:
        k = s.head[k]
    if not s.is_verb(k) or s.child(k, "dobj") is not None or s.low[k] not in words("figures", "personal"):
        return False
    return s.low[k] not in ("gone", "went", "go", "came", "come") or "home" in s.low[k + 1 : k + 3]
