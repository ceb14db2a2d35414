"""Rules and tagger united: the rules' cues are asked of the tagger too, which draws the borders; where the rules let a cue govern
more of its sentence, the longer stretch is taken, since the tagger learned from short sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.reading.attributions import borders
from truceline.reading.frames import Frame, Proposal
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
    drawn = [borders(s, f) for f in ruled if f.sort != "bare"]
    made = frames(s, [_longer(x.proposal, drawn) for x in scored])
    return made or [f for f in ruled if f.sort == "bare"]


def _longer(found: Proposal, drawn: Sequence[Proposal]) -> Proposal:
    """The proposal, its last stretch drawn to where the rules let the same cue's end, if both start at one place."""
    for other in drawn:
        if not _same_cue(found, other) or not found.told or not other.told:
            continue
        (a, b), (c, d) = found.told[-1], other.told[-1]
        if a == c and d > b:
            return replace(found, told=(*found.told[:-1], (a, d)))
    return found


def _same_cue(one: Proposal, other: Proposal) -> bool:
    return one.cue[0] <= other.cue[1] and other.cue[0] <= one.cue[1]
