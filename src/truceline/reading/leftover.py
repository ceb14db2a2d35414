"""Numbers that no assertion took up: in a headline with a cue, in the phrase that names a speaker, alone behind a cue ("says 2,000")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from truceline.evidence import Claim, Figure
from truceline.reading import chain
from truceline.reading.chain import Link
from truceline.reading.claims import Maker
from truceline.reading.frames import Frame, governors
from truceline.reading.sentence import Sentence
from truceline.reading.units import Unit, trimmed

_SPOKEN = ("say", "according", "colon")  # in a headline another verb ("gives", "rejects") tells what was done


def figures(
    maker: Maker, s: Sentence, frames: list[Frame], heading: bool, links: Callable[[Frame], list[Link]]
) -> Iterator[tuple[str, Claim]]:
    """A figure for each such number: of whoever's cue governs it, else of the outlet."""
    left = maker.left(s)
    if not left:
        return
    frames = [f for f in frames if not heading or f.sort in _SPOKEN]
    governs = governors(frames, len(s))
    cues = {k for f in frames for k in range(f.cue, max(f.cue, f.cue_end) + 1) if f.sort != "bare"}
    for (lo, hi), found in groupby(left, key=lambda n: _stretch(s, n.first, n.last, governs, cues)):
        frame = governs[lo]
        said = chain.said(links(frame)) if frame is not None else chain.Said(None)
        yield from maker.figures(s, Unit(*trimmed(s, lo, hi), frame), said, list(found))


def not_repeated(above: list[tuple[str, Claim]], below: list[tuple[str, Claim]]) -> list[tuple[str, Claim]]:
    """The figures of headlines that the text below does not give itself, where it says whose they are."""
    told = {(c.payload.low, c.payload.high) for _, c in below if isinstance(c.payload, Figure)}
    return [
        (k, c)
        for k, c in above
        if isinstance(c.payload, Figure) and (c.payload.low, c.payload.high) not in told
    ]


def _stretch(
    s: Sentence, first: int, last: int, governs: list[Frame | None], cues: set[int]
) -> tuple[int, int]:
    """The tokens around a number that the same cue governs, up to the next cue or semicolon."""
    lo, hi = first, last
    while lo > 0 and governs[lo - 1] is governs[first] and lo - 1 not in cues and s.low[lo - 1] != ";":
        lo -= 1
    while (
        hi + 1 < len(s) and governs[hi + 1] is governs[first] and hi + 1 not in cues and s.low[hi + 1] != ";"
    ):
        hi += 1
    return lo, hi
