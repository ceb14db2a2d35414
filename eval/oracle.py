"""Read dispatches with the attributions of gold, so that what comes after them (speaker, relay, payload) is measured alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dispatch import Dispatch, Said

from truceline.actors import Lexicon
from truceline.reading import Reader, cues
from truceline.reading.frames import Frame, Proposal
from truceline.reading.passage import Read
from truceline.reading.proposals import frames
from truceline.reading.sentence import Sentence


class Oracle(Reader):
    """A reader that is told where each cue, source and told piece stands."""

    def __init__(self, dispatch: Dispatch, lexicon: Lexicon | None = None) -> None:
        super().__init__(lexicon)
        self.said = dispatch.said

    def _frames(self, reads: Sequence[Read]) -> Iterable[list[Frame]]:
        starts = [r.sentence.start[0] for r in reads]
        placed: list[list[tuple[int, Proposal]]] = [[] for _ in reads]
        for said in self.said:
            if said.cue:
                at = max(0, bisect_right(starts, said.cue[0][0]) - 1)
                if (made := proposal(reads[at].sentence, said)) is not None:
                    placed[at].append((said.number, made))
        return [
            frames(r.sentence, [p for _, p in found])
            or [f for f in cues.find(r.sentence) if f.sort == "bare"]
            for r, found in zip(reads, placed, strict=True)
        ]


def proposal(s: Sentence, said: Said) -> Proposal | None:
    """The token ranges of an attribution in the sentence of its cue; what it tells elsewhere is left to the passage."""
    cue = [r for span in said.cue if (r := tokens(s, *span))]
    source = [r for span in said.source if (r := tokens(s, *span))]
    told = [r for span in said.told if (r := tokens(s, *span))]
    if not cue:
        return None
    return Proposal(cue[0], source[0] if source else None, tuple(told))


def tokens(s: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The tokens that a stretch of characters touches."""
    inside = [k for k in range(len(s)) if s.start[k] < end and s.end[k] > start]
    return (inside[0], inside[-1]) if inside else None
