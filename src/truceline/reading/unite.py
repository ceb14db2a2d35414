"""Rules and tagger united: the rules' cues are asked of the tagger too, which draws the borders."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.frames import Frame
from truceline.reading.proposals import frames
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import first_of
from truceline.reading.tagger import Scored


def hints(s: Sentence, ruled: Sequence[Frame]) -> list[tuple[int, int]]:
    """The cues that the rules found."""
    return [
        (f.cue, min(f.cue + 1, len(s) - 1)) if f.base == "according to" else (first_of(s, f.cue), f.cue)
        for f in ruled
        if f.sort not in ("bare", "colon")
    ]


def united(s: Sentence, ruled: list[Frame], scored: Sequence[Scored]) -> list[Frame]:
    """The frames of both."""
    return frames(s, [x.proposal for x in scored]) or [f for f in ruled if f.sort == "bare"]
