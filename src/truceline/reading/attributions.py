"""Attributions as characters: the source, the cue and what is told of each frame, in the borders of PolNeAR's practice
(eval/corpus/GUIDELINES.md): "that" and quotation marks belong to what is told, the addressee and the last full stop do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.evidence import Span
from truceline.reading.frames import Frame, Proposal
from truceline.reading.passage import Read
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import first_of

_MARKS = QUOTES | {"'", "’", "''", "``"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who, by which words, tells what; ``source`` is None where the cue shares another's or names nobody."""

    source: Span | None
    cue: Span
    told: tuple[Span, ...]


def attributions(reads: Sequence[Read]) -> Iterator[Attribution]:
    """Those of each sentence in order; a quotation that goes on in the next sentences is told to its end."""
    for index, read in enumerate(reads):
        for frame in read.frames:
            if frame.sort != "bare":
                yield _of(reads, index, frame.marked or borders(read.sentence, frame))


def _of(reads: Sequence[Read], index: int, found: Proposal) -> Attribution:
    s = reads[index].sentence
    told = []
    for a, b in found.told:
        span = s.span(a, b)
        if b >= len(s) - 2 and s.quoted[b]:
            span = Span(span.start, max(span.end, _end_of_quotation(reads, index, s.quoted[b])))
        told.append(span)
    return Attribution(s.span(*found.source) if found.source else None, s.span(*found.cue), tuple(told))


def _end_of_quotation(reads: Sequence[Read], index: int, quotation: int) -> int:
    """Where the quotation ends that goes on after sentence ``index``, or 0."""
    end = 0
    for read in reads[index + 1 :]:
        s = read.sentence
        inside = [k for k in range(len(s)) if s.quoted[k] == quotation]
        if not inside:
            break
        last = inside[-1]
        last += last + 1 < len(s) and s.low[last + 1] in _MARKS
        end = s.end[last]
        if last < len(s) - 1:
            break
    return end


def borders(s: Sentence, frame: Frame) -> Proposal:
    """The borders of a frame that the rules made."""
    first, last = frame.cue, frame.cue
    if frame.base == "according to":
        last = min(last + 1, len(s) - 1)
    elif frame.base == "account":
        inside = frame.source is not None and first < frame.source.a <= frame.cue_end
        last = frame.source.a - 1 if inside and frame.source is not None else frame.cue_end
    elif frame.sort != "colon":
        first = first_of(s, frame.cue)
    source = frame.source if frame.sort != "passive" and frame.same is None else None
    told = [_told(s, a, b, first, last) for a, b in frame.content]
    if frame.whole and told and told[0][0] <= frame.cue < told[0][1]:
        told[0] = (frame.cue + 1, told[0][1])
    return Proposal(
        (first, last), (source.a, source.b) if source else None, tuple(r for r in told if r[0] <= r[1])
    )


def _told(s: Sentence, a: int, b: int, first: int, last: int) -> tuple[int, int]:
    """With "that" and an opening quotation mark, without the comma or full stop behind."""
    if a - 1 > last and s.low[a - 1] == "that":
        a -= 1
    if a > 0 and a - 1 not in range(first, last + 1) and s.low[a - 1] in QUOTES:
        a -= 1
    while b > a and s.low[b] in (".", ",") and not s.quoted[b]:
        b -= 1
    return a, b
