"""Parts of a whole in percent: "half of", "half came home", "a third of them", "two thirds", "most of the men"."""

from __future__ import annotations

from truceline.reading import approximators
from truceline.reading.sentence import DASHES, Sentence
from truceline.reading.vocabulary import load, words

Share = tuple[int, int, float, float | None, str, str]
"""First and last token, bounds in percent (no upper one: at least), "percent", the word that makes it inexact."""

_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})
_ENDS = frozenset({",", ".", ";", ":", "”", '"', ")", "|"})
_BEFORE = frozenset({"by", "for", "about", "than", "nearly", "almost", "only", "under", "over"})
_BEHIND = frozenset({"of", ",", ".", ";", ")", "less", "more", "were", "are", "had", "have", "at", "from"})
_NO_HALF = frozenset({"a", "past", "-", "way", "day", "hour", "brother"})
_OWNERS = frozenset({"the", "these", "those", "them", "his", "her", "its", "their"})


def at(s: Sentence, i: int) -> Share | None:
    """The part of a whole whose first number word is token ``i``, or None."""
    fractions = load("figures")["fractions"]
    if s.low[i] == "half":
        return _half(s, i)
    if s.low[i] == "most":
        return _most(s, i)
    if (share := _in_so_many(s, i)) is not None:
        return share
    digits = load("figures")["digits"]
    k = i + 1 + (s.low[i + 1 : i + 2] != [] and s.low[i + 1] in DASHES)
    if s.low[i] in digits and k < len(s) and s.low[k] in fractions:
        top = digits[s.low[i]]
        if top > 1 and not s.low[k].endswith(("s", "half")) or top == 1 and not _told(s, k):
            return None
        return _share(i, k, 100.0 * top / fractions[s.low[k]])
    if s.low[i] in fractions and i and s.low[i - 1] == "a" and _told(s, i):
        return _share(i - 1, i, 100.0 / fractions[s.low[i]])
    return None


def _in_so_many(s: Sentence, i: int) -> Share | None:
    """ "One in five fighters", "nearly three in four", "three farms out of ten": where nothing else can be meant ("two in three raids" can)."""
    top = _small(s.low[i])
    if top is None or i + 2 >= len(s):
        return None
    k = i + 1 + (s.tag[i + 1] in ("NN", "NNS") and s.low[i + 2] in ("in", "out"))
    if s.low[k : k + 2] == ["out", "of"] or s.low[k : k + 2] == ["in", "every"]:
        k += 2
    elif s.low[k : k + 1] == ["in"]:
        k += 1
    else:
        return None
    whole = _small(s.low[k]) if k < len(s) else None
    if (
        whole is None
        or top >= whole
        or whole not in _WHOLES
        or k + 1 < len(s)
        and s.low[k + 1].startswith(tuple(words("figures", "time_units")))
    ):
        return None
    after = s.low[k + 1] if k + 1 < len(s) else "."
    plain = (
        s.low[k - 1] == "of"
        or after in _ENDS
        or after == "of"
        or s.tag[k + 1] in ("VBD", "VBP", "VBZ", "MD", "RB")
    )
    return _share(i, k, 100.0 * top / whole) if plain or i == 0 or approximators.ends_before(s, i) else None


def _small(word: str) -> int | None:
    """The value of a number word or of one to three digits."""
    if word.isdecimal():
        return int(word) if len(word) <= 3 else None
    digits: dict[str, int] = load("figures")["digits"]
    return digits.get(word)


def _most(s: Sentence, i: int) -> Share | None:
    """ "most of the men", "most of them"; not "most of the day"."""
    if s.low[i + 1 : i + 2] != ["of"] or i + 3 >= len(s) or s.low[i + 2] not in _OWNERS:
        return None
    counted = s.low[i + 2] == "them" or s.tag[i + 3] == "NNS"
    return (i, i, 50.0, None, "percent", "most") if counted else None


def _half(s: Sentence, i: int) -> Share | None:
    following = s.low[i + 1] if i + 1 < len(s) else ""
    before = s.low[i - 1] if i else ""
    if (
        following in _NO_HALF
        or before in ("and", "first", "second")
        and following != "of"
        and not _alone(s, i)
    ):
        return None
    if following in words("figures", "half_of") or before != "a" and _alone(s, i):
        return _share(i - (before == "a"), i, 50.0)
    return None


def _alone(s: Sentence, k: int) -> bool:
    """Whether "half" is told of by itself: "half came home", "the second for half", "half from Tamboria"."""
    before = s.low[k - 1] if k else ""
    if k + 1 >= len(s) or s.low[k + 1] in _ENDS:
        return before in _BEFORE
    told = s.tag[k + 1] in ("VBD", "VBP", "VBZ", "MD") or s.low[k + 1] in ("from", "at", "in", "are", "were")
    return told and before not in ("next", "other", "one", "better", "first", "second", "a")


def _told(s: Sentence, k: int) -> bool:
    """Whether "third", "tenth" is a part and no place in a row: "a third of them", "a tenth drones", "a third could return"."""
    return k + 1 >= len(s) or s.low[k + 1] in _BEHIND or s.tag[k + 1] in ("NNS", "MD")


def _share(a: int, b: int, percent: float) -> Share:
    return a, b, round(percent, 1), round(percent, 1), "percent", ""
