"""Several under one word that a text spells out between dashes or brackets: "the facilitators - A, B and C - count"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truceline.reading.frames import Phrase
from truceline.reading.sentence import Sentence

_OPEN = frozenset({"-", "–", "—", "("})
_CLOSE = frozenset({"-", "–", "—", ")"})
_LONGEST = 14  # tokens between the two marks


def explained(s: Sentence, phrase: Phrase) -> Phrase:
    """The phrase whose members stand between two marks, where only they were found: "The Troika — A, B and C — made"."""
    phrase = _before_mark(s, phrase)
    a = phrase.a
    opened = a > 1 and s.low[a - 1] in _OPEN and s.start[a - 1] > s.end[a - 2]
    closed = (
        s.low[phrase.b] in _CLOSE
        or s.low[phrase.b + 1 : phrase.b + 2] != []
        and s.low[phrase.b + 1] in _CLOSE
    )
    if not (opened and closed and (s.is_noun(a - 2) or s.sort[a - 2])):
        return phrase
    first = a - 2
    while first and (s.is_noun(first - 1) or s.tag[first - 1] in ("JJ", "CD", "DT", "POS")):
        first -= 1
    return Phrase(first, a - 2, a - 2)


def _before_mark(s: Sentence, phrase: Phrase) -> Phrase:
    """The name in front, where the parse takes one behind the mark for the head: "The Troika — A, B and C — made"."""
    mark = next(
        (k for k in range(phrase.a + 1, phrase.head) if s.low[k] in _OPEN and s.start[k] > s.end[k - 1]), None
    )
    if (
        mark is None
        or s.start[mark + 1] == s.end[mark]
        and s.low[mark] != "("
        or "and" not in s.low[mark : phrase.b + 1]
    ):
        return phrase
    named = s.is_name(mark - 1) or s.is_noun(mark - 1)
    return Phrase(phrase.a, mark - 1, mark - 1) if named else phrase


def members(sentences: Sequence[Sentence]) -> dict[str, str]:
    """For each plural that a text spells out the names behind it; one that is spelled out in two ways is left out."""
    found: dict[str, set[str]] = {}
    for s in sentences:
        for noun, names in _spelled(s):
            found.setdefault(noun, set()).add(names)
    return {noun: names.pop() for noun, names in found.items() if len(names) == 1}


def _spelled(s: Sentence) -> Iterator[tuple[str, str]]:
    for k in range(1, len(s) - 4):
        if s.tag[k - 1] != "NNS" or s.low[k] not in _OPEN or s.start[k] <= s.end[k - 1]:
            continue
        end = next((m for m in range(k + 2, min(len(s), k + _LONGEST)) if s.low[m] in _CLOSE), None)
        if end is None or "and" not in s.low[k:end]:
            continue
        a = k + 2 if s.low[k + 1] == "the" else k + 1
        told = [m for m in range(a, end) if s.low[m] not in (",", "and", "the")]
        if told and all(s.is_name(m) or s.tag[m].startswith("NNP") for m in told):
            yield s.low[k - 1], s.words(a, end - 1)
