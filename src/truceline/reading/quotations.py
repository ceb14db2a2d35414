"""Quotations: which characters stand between quote marks, over sentence ends, odd and missing marks included."""

from __future__ import annotations

import re
from bisect import bisect_right

from truceline.evidence import Span
from truceline.reading.sentence import CLOSE, OPEN, QUOTES, Sentence

_MARKS = re.compile("[" + "".join(sorted(QUOTES)) + "‘’]")


def find(text: str, paragraph: Span) -> list[Span]:
    """The quotations of a paragraph, marks included. A mark that is never closed runs to the end of the paragraph only if
    it opens it (a quotation over several paragraphs); otherwise it is a slip and opens nothing.
    """
    found: list[Span] = []
    start: int | None = None
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        at, char = match.start(), match[0]
        if char not in QUOTES and not _single(text, at, start):
            continue
        if start is None:
            if char not in CLOSE and _opens(text, at):
                start = at
        elif char not in OPEN or not _opens(text, at):
            found.append(Span(start, at + 1))
            start = None
    if start is not None and not text[paragraph.start : start].strip():
        found.append(Span(start, paragraph.end))
    return found


def _single(text: str, at: int, start: int | None) -> bool:
    """A single quote mark that opens a word, or closes what one opened (an apostrophe does neither)."""
    if text[at] == "‘":
        return start is None
    closing = text[at] == "’" and start is not None and text[start] == "‘"
    return closing and not (at + 1 < len(text) and text[at + 1].isalpha())


def _opens(text: str, at: int) -> bool:
    return at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or not text[at - 1].isalnum())


def mark(s: Sentence, spans: list[Span], first: int) -> None:
    """Number each token by the quotation that it stands in (``first`` for the first of ``spans``), 0 outside."""
    if not spans:
        return
    starts = [q.start for q in spans]
    for k, start in enumerate(s.start):
        i = bisect_right(starts, start) - 1
        if i >= 0 and start < spans[i].end:
            s.quoted[k] = first + i


def wholly(s: Sentence) -> int:
    """The quotation that the whole sentence stands in, 0 if there is none."""
    solid = [s.quoted[k] for k in range(len(s)) if s.low[k][:1].isalnum()]
    return solid[0] if solid and solid[0] and all(q == solid[0] for q in solid) else 0
