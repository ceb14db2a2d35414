"""What a bare number points back to in so many words: the figure of the same value ("the 86"), the thing a question asked for."""

from __future__ import annotations

from truceline.evidence import Figure
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

_COUNTS = frozenset({"count", "counts", "counted"})
_SMALL = 10  # below this a value comes back by chance: only "the five", "all five" point to a figure before
_POINTS = frozenset({"the", "all", "these", "those", "its", "their", "his", "her", "our", "of"})


class Referents:
    """The figures and the things told so far, of one text."""

    def __init__(self) -> None:
        self.values: dict[tuple[float | None, float | None], Figure] = {}
        self.asked = ""

    def hear(self, s: Sentence) -> None:
        """After the figures of a sentence: what it asks the number of."""
        self.asked = _asked(s)

    def counted(self, figure: Figure) -> None:
        """Remember a figure that says what it counts."""
        if figure.counts and figure.unit != "percent":
            self.values[figure.low, figure.high] = figure
            if figure.low is None or figure.high is None or figure.approximator:
                value = figure.low if figure.low is not None else figure.high
                self.values.setdefault((value, value), figure)

    def same(self, s: Sentence, n: Number) -> Figure | None:
        """The figure before that this bare number repeats."""
        value = n.low if n.low is not None else n.high
        pointed = s.low[n.first - 1 : n.first] != [] and s.low[n.first - 1] in _POINTS
        if value is None or value < _SMALL and not pointed:
            return None
        if n.approximator in words("figures", "vague"):
            return None  # "dozens" repeats no 24
        return self.values.get((n.low, n.high)) or self.values.get((value, value))


def asked_before(s: Sentence, end: int) -> str:
    """What the words before token ``end`` ask the number of: "we count the dead, and there were *six*"."""
    return _asked(s, end)


def _asked(s: Sentence, end: int | None = None) -> str:
    """ "How many lorries crossed?": the lorries; "I counted the planks.", "we count the dead": what somebody counts."""
    last = len(s) if end is None else end
    for k in range(last - 2):
        if s.low[k] == "how" and s.low[k + 1] == "many":
            stop = next(
                (m for m in range(k + 2, min(k + 6, last)) if s.is_verb(m) or s.tag[m] == "MD"), k + 6
            )
            noun = next((m for m in range(k + 2, min(stop, last)) if s.is_noun(m)), None)
            while (
                noun is not None and noun + 1 < len(s) and s.is_noun(noun + 1) and s.dep[noun] == "compound"
            ):
                noun += 1
            return s.words(noun, noun) if noun is not None else ""
    for k in range(last - 3, 0, -1):
        if s.low[k] in _COUNTS and s.is_verb(k) and not any(s.tag[m] == "CD" for m in range(k, last)):
            m = k + 1 + (s.tag[k + 1] in ("DT", "PRP$"))
            while m + 1 < len(s) and s.tag[m] in ("JJ", "NN") and s.tag[m + 1] in ("NN", "NNS"):
                m += 1
            if s.tag[m] == "NNS" or s.low[m] in ("dead", "wounded"):
                return s.words(m, m)
    return ""
