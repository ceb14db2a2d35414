"""Verbs that speak only together with other words: "let it be known that", "has it that", "issued a warning that", "went on"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from truceline.reading import surface, verbs
from truceline.reading.frames import Frame, Phrase
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import first_of, negated, passive, subject
from truceline.reading.vocabulary import load

Pattern = tuple[tuple[str, ...], ...]
_SMALL = ("DT", "PRP$", "JJ", "JJR", "JJS", "RB", "POS", "VBN", "HYPH")
_GAP = 3  # small words between two words of an idiom; of whom it is told to
_BE = ["is", "was", "been", "being"]


def at(s: Sentence, i: int) -> int | None:
    """The last token of the idiom that verb ``i`` opens, None where it opens none."""
    for pattern in _table().get(s.low[i], ()):
        if (end := _end(s, i, pattern)) is not None:
            return end
    return None


def find(s: Sentence) -> list[Frame]:
    """The frames of a sentence whose cue is an idiom with something told."""
    table = _table()
    found = [
        _frame(s, i, end)
        for i, low in enumerate(s.low)
        if low in table and s.is_verb(i) and (end := at(s, i)) is not None
    ]
    return [f for f in found if f is not None]


def _end(s: Sentence, i: int, pattern: Pattern) -> int | None:
    for options in pattern:
        if options == ("...",):
            continue
        if options == ("DET",):
            while i + 1 < len(s) and s.tag[i + 1] in _SMALL:
                i += 1
            continue
        wide = pattern[0] == ("...",) and options is pattern[1]
        found = next(
            (k for k in range(i + 1, min(len(s), i + (5 if wide else 2))) if s.low[k] in options), None
        )
        if (
            found is None
            or wide
            and (
                found == i + 1 or any(s.low[k] in (",", "that") or s.is_verb(k) for k in range(i + 1, found))
            )
        ):
            return None
        i = found
    return i


def _frame(s: Sentence, i: int, end: int) -> Frame | None:
    """The frame where something is told behind the idiom with "that", a colon or a quotation, or before it with a comma."""
    source = subject(s, i)
    if source is None or source.b >= i and source.a < i or passive(s, i) or not surface.may_speak(s, source):
        return None
    first = min(first_of(s, i), source.a) if source.a < i else first_of(s, i)
    if s.low[end + 1 : end + 2] == ["from"]:
        return None  # "had it from a stringer"
    start = _opened(s, end + 1)
    if start is not None:
        return _made(s, i, start - 1, source, [(start, _stop(s, start))], inverted=False)
    if first >= 3 and (s.low[first - 1] == "," or s.low[first - 1] in QUOTES) and _closed(s, end + 1):
        if s.quoted[i] and s.quoted[i] == s.quoted[max(first - 2, 0)]:
            return None  # within one quotation
        content = [(next((k + 1 for k in range(first - 2, -1, -1) if s.low[k] == ";"), 0), first - 1)]
        if s.low[end + 1 : end + 2] == [","] and end + 3 < len(s):
            content.append((end + 2, _stop(s, end + 2)))
        return _made(s, i, end, source, content, inverted=True)
    return None


def _made(
    s: Sentence, i: int, end: int, source: Phrase, content: list[tuple[int, int]], *, inverted: bool
) -> Frame:
    made = Frame(i, end, "idiom", "say", source, content, inverted=inverted, vouched=True)
    made.negated = negated(s, i)
    return made


def _opened(s: Sentence, k: int) -> int | None:
    """Where what is told starts behind an idiom: behind "that" or a colon, with the addressee or a day between."""
    for m in range(k, min(len(s) - 1, k + 6)):
        if s.low[m] in ("that", ":"):
            return m + 1
        if s.low[m] in QUOTES:
            return m
        if s.is_verb(m) or s.low[m] in (",", ";", ".") or s.tag[m] in ("CC", "WDT", "WP"):
            return None
    return None


def _closed(s: Sentence, k: int) -> bool:
    return k >= len(s) or s.low[k] in (",", ".", ";", "!", "?") or s.low[k] in QUOTES


def _stop(s: Sentence, k: int) -> int:
    return next((m - 1 for m in range(k + 1, len(s)) if s.low[m] == ";"), len(s) - 1)


@cache
def _table() -> Mapping[str, tuple[Pattern, ...]]:
    """Form -> the patterns that it opens."""
    data = load("cues")
    irregular = {**load("stances")["irregular"], **load("phrasal")["irregular"], **data["irregular"]}
    opened: dict[str, tuple[Pattern, ...]] = {}
    for line in data["idioms"]:
        first, *rest = line.split()
        pattern = tuple(tuple(word.split("|")) for word in rest)
        for base in first.split("|"):
            for form in verbs.forms(base, irregular):
                opened[form] = (*opened.get(form, ()), pattern)
    return opened
