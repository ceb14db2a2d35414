"""A stance shown by a verb and the words that go with it: "gave its assent to", "turned its back on", "made it contingent on"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from truceline.evidence import Stance
from truceline.reading import verbs
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import load, words

_BETWEEN = ("DT", "PRP", "PRP$", "JJ", "JJR", "JJS", "RB", "PDT", "POS", "CC", "HYPH", "VBN")
_GAP = 4  # tokens between two words of a phrase: "its full and unconditional assent"
_OBJECT = 12  # tokens behind the verb among which the matter of the talks is looked for
_ANYTHING = ("...",)
_STOPS = frozenset({",", ";", ":", ".", "no", "little", "neither", "few", "that"})

Rest = tuple[tuple[str, ...], ...]


def at(s: Sentence, k: int) -> Stance | None:
    """The stance that verb ``k`` shows with the words behind it, None where it shows none."""
    found = _table().get(s.low[k])
    if found is None or not s.is_verb(k):
        return None
    base, patterns = found
    for stance, rest in patterns:
        end = _end(s, k, rest)
        if end is not None and (_ANYTHING in rest[1:] or _fits(s, k, end, base)):
            return stance
    return None


def _end(s: Sentence, k: int, rest: Rest) -> int | None:
    """The last token of the phrase that verb ``k`` opens, None where its words do not follow."""
    wide = False
    for options in rest:
        if options == _ANYTHING:
            wide = True
            continue
        found = _next(s, k + 1, options, wide=wide)
        if found is None:
            return None
        k, wide = found, False
    return k


def _next(s: Sentence, first: int, options: tuple[str, ...], *, wide: bool) -> int | None:
    """The first token that is one of the options, with nothing but small words before it, or anything in a ``wide`` gap."""
    for k in range(first, min(len(s), first + (_OBJECT if wide else _GAP) + 1)):
        if s.low[k] in options:
            return k
        if s.low[k] in _STOPS or not wide and s.tag[k] not in _BETWEEN:
            return None
    return None


def _fits(s: Sentence, k: int, end: int, base: str) -> bool:
    """Whether a verb that may as well tell of bodies and things stands over a matter of the talks."""
    if base not in words("phrasal", "bodily"):
        return True
    return any(s.low[m] in words("phrasal", "matters") for m in range(k + 1, min(len(s), end + _OBJECT)))


@cache
def _table() -> Mapping[str, tuple[str, tuple[tuple[Stance, Rest], ...]]]:
    """Form -> its base and the phrases that it opens, the longest first."""
    irregular = {**load("cues")["irregular"], **load("stances")["irregular"], **load("phrasal")["irregular"]}
    opened: dict[str, list[tuple[Stance, Rest]]] = {}
    for stance in ("conditional", "silent", "reject", "accept", "offer", "demand"):
        for base, rest in _patterns(load("phrasal")[stance]):
            opened.setdefault(base, []).append((Stance(stance), rest))
    table: dict[str, tuple[str, tuple[tuple[Stance, Rest], ...]]] = {}
    for base, patterns in opened.items():
        ordered = tuple(sorted(patterns, key=lambda p: -len(p[1])))
        table |= dict.fromkeys(verbs.forms(base, irregular), (base, ordered))
    return table


def _patterns(lines: list[str]) -> Iterator[tuple[str, Rest]]:
    for line in lines:
        first, *rest = line.split()
        for base in first.split("|"):
            yield base, tuple(tuple(word.split("|")) for word in rest)
