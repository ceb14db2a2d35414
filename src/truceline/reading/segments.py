"""A text cut into paragraphs (lines) and sentences. Own rules: the parser's cuts change with names and break quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.evidence import Span
from truceline.reading import vocabulary

LONGEST = (
    1500  # characters; a longer sentence is cut at a blank, so that a 1 MB line costs no more than a page
)

HEADLINE = 20  # words; a longer line without a full stop is a paragraph

_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[^\Wa-z_])")
_NO_BLANK = re.compile(r"\S{300,}")
_LAST_WORD = re.compile(r"[^\s\"“”‘(\[«]+$")
_NEXT_WORD = re.compile(r"\s+[\"“‘'«(\[]*(\w+)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text and its sentences; ``heading`` where it ends like no sentence."""

    span: Span
    sentences: tuple[Span, ...]
    heading: bool


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The non-empty lines of a text with their sentences, in order."""
    for match in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+", text):
        start, end = _stripped(text, match.start(), match.end())
        if start < end:
            heading = len(text[start:end].split()) <= HEADLINE and not re.search(
                r"[.!?:…][\"”’'»)\]]*$", text[start:end][-4:]
            )
            yield Paragraph(Span(start, end), tuple(_sentences(text, start, end)), heading)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _END.finditer(text, start, end):
        if _ends(text, at, match):
            yield from _capped(text, at, match.end())
            at = match.end()
    yield from _capped(text, at, end)


def _ends(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether a full stop ends the sentence: not after an abbreviation or initial, unless a new sentence plainly opens."""
    if text[match.start()] != "." or match.end() - match.start() > 1:
        return True
    last = _LAST_WORD.search(text, max(at, match.start() - 40), match.start())
    word = last.group().lower() if last else ""
    if word in vocabulary.words("sentences", "titles"):
        return False
    if (
        "." in word
        or len(word) == 1
        and word.isalpha()
        or word in vocabulary.words("sentences", "abbreviations")
    ):
        following = _NEXT_WORD.match(text, match.end())
        return following is not None and following.group(1) in vocabulary.words("sentences", "openers")
    return True


def _capped(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch in pieces of bearable length. What runs on without a blank for 300 characters is no English (a key, a
    table, a row of marks), and a tokenizer may spend minutes on it: left out.
    """
    at = start
    for noise in _NO_BLANK.finditer(text, start, end) if end - start > 300 else ():
        yield from _cut(text, at, noise.start())
        at = noise.end()
    yield from _cut(text, at, end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _stripped(text, start, end)
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield Span(start, cut)
        start, _ = _stripped(text, cut, end)
    if start < end:
        yield Span(start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
