"""A very long text in portions of whole paragraphs, so that memory does not grow with it. An article is one portion, read as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from truceline.evidence import Aside, Claim, Span, Text

LONGEST = 250_000
"""Characters of a portion: some forty thousand words, more than any article or statement. A name given in one portion is not
known as a last name in the next."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A stretch of a text as a Text of its own under the hash of the whole; ``start`` is its place there."""

    text: Text
    start: int
    last: bool

    def placed(self, claim: Claim) -> Claim:
        """A claim of the portion as one of the whole text."""
        by = self.start
        if not by:
            return claim
        return replace(
            claim,
            start=claim.start + by,
            end=claim.end + by,
            speaker_span=_moved(claim.speaker_span, by),
            cue_span=_moved(claim.cue_span, by),
        )


def portions(text: Text, longest: int = LONGEST) -> Iterator[Portion]:
    """The portions of a text in order, at least one."""
    string, start = text.string, 0
    while len(string) - start > longest:
        end = _border(string, start, start + longest)
        yield _portion(text, start, end, last=False)
        start = end
    if start:
        yield _portion(text, start, len(string), last=True)
    else:
        yield Portion(text, 0, last=True)


def _border(string: str, start: int, end: int) -> int:
    """Where to cut in the second half of a stretch: after an empty line, a line, a sentence or a word, whichever there is."""
    for mark in ("\n\n", "\n", ". ", " "):
        at = string.rfind(mark, start + (end - start) // 2, end)
        if at >= 0:
            return at + len(mark)
    return end


def _portion(text: Text, start: int, end: int, *, last: bool) -> Portion:
    asides = tuple(
        Aside(Span(max(a.span.start, start) - start, min(a.span.end, end) - start), a.reason)
        for a in text.asides
        if a.span.start < end and a.span.end > start
    )
    return Portion(
        Text(text.document, text.string[start:end], text.extractor, text.sha256, asides), start, last
    )


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
