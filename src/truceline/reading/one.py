"""When "one" and "a" count: before a thing, of a list of numbers, of what was counted before, of a unit that measures."""

from __future__ import annotations

from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

_OF_WHICH = frozenset({"them", "these", "those", "the"})


def long(s: Sentence, i: int) -> float | None:
    """ "within a month", "for an hour and a half", "lasted a week", "a metre deep": one of a unit that measures; not "a week later"."""
    if i + 1 >= len(s) or s.low[i + 1] not in words("figures", "glued_units"):
        return None
    after, before = s.low[i + 2 : i + 3], s.low[i - 1] if i else ""
    halved = s.low[i + 2 : i + 5] == ["and", "a", "half"]
    if (
        after
        and after[0] in words("figures", "one_since")
        or s.low[i + 1 : i + 2] == ["day"]
        and after == ["of"]
    ):
        return None
    verb = s.low[i - 1 - (before in ("almost", "nearly", "about", "only", "just"))] if i > 1 else ""
    lasts = verb in words("figures", "lasting") and s.dep[i + 1] in ("npadvmod", "dobj", "attr")
    if not (
        halved
        or lasts
        or before in words("figures", "one_lasting")
        or after
        and after[0] in words("figures", "wide")
    ):
        return None
    return 1.5 if halved else 1.0


def counts(s: Sentence, i: int) -> bool:
    """ "one" counts where it stands before a thing ("one soldier", "at least one café"); elsewhere it is a pronoun."""
    if _listed(s, i):
        return True
    before = s.low[i - 1] if i else ""
    rate = any(w in ("a", "per") for w in s.low[i + 2 : i + 4])
    if before in words("figures", "one_after") or before == "that" and s.tag[i - 1] == "DT" and not rate:
        return False
    if s.low[i + 1 : i + 2] == ["of"] and s.low[i + 2 : i + 3] and s.low[i + 2] in _OF_WHICH:
        k = min(i + 3, len(s) - 1)
        return s.low[i + 2] == "the" and s.is_noun(k) and s.tag[k] != "NNS"
    if _one_of_those(s, i):
        return True
    noun = next((k for k in range(i + 1, min(i + 4, len(s))) if s.is_noun(k)), None)
    if noun is None or s.tag[i] != "CD" or s.dep[i] not in ("nummod", "compound", "quantmod"):
        return False
    between = all(s.tag[k][:2] in ("JJ", "NN", "HY", "VB") for k in range(i + 1, noun))
    return between and s.low[noun] not in words("figures", "one_is_no_count")


def _one_of_those(s: Sentence, i: int) -> bool:
    """ "it takes two ships, and we have one", "five boats were seized and one was sunk": one of what was counted before it."""
    if (
        s.dep[i] not in ("nsubj", "nsubjpass", "dobj")
        or s.tag[i] != "CD"
        or s.left[i] != i
        or s.right[i] != i
    ):
        return False
    counted = (k for k in range(i - 1) if (s.tag[k] == "CD" or s.low[k] == "dozen") and not s.name[k])
    return any(s.tag[k + 1] in ("NNS", "JJ") for k in counted)


def _listed(s: Sentence, i: int) -> bool:
    """ "three on uniforms, one on a drone", "22 dead, one of them a soldier": one of a list of numbers."""
    if (
        i < 3
        or i + 1 >= len(s)
        or s.low[i - 1] not in (",", "and", ";")
        or s.tag[i + 1] not in ("IN", "RP", "RB")
    ):
        return False
    first = next(
        (k for k in range(i - 2, max(i - 12, -1), -1) if s.low[k] in (".", ":", ";")), max(i - 12, 0)
    )
    return any(s.tag[k] == "CD" and not s.name[k] and s.low[k] != "one" for k in range(first, i - 1))
