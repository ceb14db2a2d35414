"""What a bare number is set beside in its own sentence: "up from seven", "96 more than before", "23 wounded, eight *of them* seriously", "another six"."""

from __future__ import annotations

from truceline.evidence import Figure
from truceline.reading import numbers
from truceline.reading.fixed import PLACES
from truceline.reading.nouns import measure
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

_SET_BESIDE = (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"], ["instead", "of"], ["rather", "than"], ["as", "against"])  # fmt: skip
_MORE = frozenset({"more", "fewer", "less"})


class Beside:
    """The figures of the sentence that is being read, with whether each is what is told of and no place or time of it."""

    def __init__(self) -> None:
        self.place, self.told = -1, list[tuple[Figure, bool]]()

    def counted(self, s: Sentence, n: Number, figure: Figure) -> None:
        """Remember a figure that says what it counts."""
        self._turn(s)
        if figure.counts and figure.unit != "percent":
            self.told.append((figure, _main(s, n)))

    def source(self, s: Sentence, n: Number, *, part: bool) -> Figure | None:
        """The figure that a bare number is set beside or is a ``part`` of; None where the sentence has none."""
        self._turn(s)
        things = [f for f, main in self.told if main and not measure(f.unit)]
        if part:  # but "40 men at two of them"
            placed = s.dep[n.last] == "pobj" and s.low[s.head[n.last]] in PLACES
            return things[-1] if things and not placed else None
        if "another" in s.low[max(n.a - 1, 0) : n.a + 1]:
            unhurt = [f for f in things if not f.counts.startswith(("killed", "injured"))]
            return unhurt[-1] if unhurt else None
        if s.low[n.last + 1 : n.last + 2] and s.low[n.last + 1] in _MORE and _ends(s, n.last + 2):
            return things[-1] if things else None
        told = [f for f, main in self.told if main]
        if _compared(s, n):
            pair = _second(s, n) is not None and len(told) > 1
            return told[-2] if pair else told[-1] if told else None
        first = next((m for m in numbers.find(s) if m.b == n.a - 2 and s.low[n.a - 1] == "and"), None)
        # The first of the two was itself remembered since: "nine dead and 21 wounded, up from seven and 19".
        return told[-2] if first is not None and _compared(s, first) and len(told) > 2 else None

    def _turn(self, s: Sentence) -> None:
        if s.start[0] != self.place:
            self.place, self.told = s.start[0], []


def _compared(s: Sentence, n: Number) -> bool:
    return n.a > 1 and s.low[n.a - 2 : n.a] in _SET_BESIDE


def _second(s: Sentence, n: Number) -> Number | None:
    """The number that "and" joins to this one."""
    return next((m for m in numbers.find(s) if m.a == n.b + 2 and s.low[n.b + 1] == "and"), None)


def _ends(s: Sentence, k: int) -> bool:
    return k >= len(s) or s.low[k] in ("than", ",", ".", ";")


def _main(s: Sentence, n: Number) -> bool:
    """Whether what is counted is told of: "742 trucks *at the two crossings*" tells of no crossings; "put the toll *at nine dead*" does."""
    at = n.last
    while s.dep[at] in ("nummod", "quantmod", "compound", "amod", "conj") and s.head[at] != at:
        at = s.head[at]
    if s.dep[at] != "pobj" or s.low[s.head[at]] not in PLACES:
        return True
    return any(
        s.low[k] in words("figures", "puts") | words("figures", "puts_at")
        for k in range(max(0, n.a - 8), n.a)
    )
