"""What a bare number points back to: the figure of the same value ("the 86"), the thing a question asked for, the last thing named."""

from __future__ import annotations

from truceline.evidence import Figure
from truceline.reading import counted
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import load, words

_SMALL = 10  # below this a value comes back by chance: only "the five", "all five" point to a figure before
_POINTS = frozenset({"the", "all", "these", "those", "its", "their", "his", "her", "our", "of"})


class Referents:
    """The figures and the things told so far, of one text."""

    def __init__(self) -> None:
        self.values: dict[tuple[float | None, float | None], Figure] = {}
        self.asked = ""
        self.topic, self.paragraph = "", -9

    def hear(self, s: Sentence) -> None:
        """After the figures of a sentence: what it asks the number of, and the last plural in it."""
        self.asked = _asked(s)
        plural = _last_plural(s)
        if plural:
            self.topic, self.paragraph = plural, s.paragraph

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
        return self.values.get((n.low, n.high)) or self.values.get((value, value))

    def thing(self, s: Sentence) -> str:
        """The thing last named in this paragraph or the one before."""
        return self.topic if s.paragraph - self.paragraph <= 1 else ""


def _asked(s: Sentence) -> str:
    """ "How many lorries crossed?": the lorries."""
    for k in range(len(s) - 2):
        if s.low[k] == "how" and s.low[k + 1] == "many":
            noun = next((m for m in range(k + 2, min(k + 6, len(s))) if s.is_noun(m)), None)
            while (
                noun is not None and noun + 1 < len(s) and s.is_noun(noun + 1) and s.dep[noun] == "compound"
            ):
                noun += 1
            return s.words(noun, noun) if noun is not None else ""
    return ""


def _last_plural(s: Sentence) -> str:
    passed = words("figures", "measures") | words("figures", "not_counted") | set(load("figures")["per"])
    found = [
        k
        for k in range(len(s))
        if s.tag[k] == "NNS"
        and not s.text[s.start[k] : s.end[k]].isupper()
        and s.low[k] not in passed
        and not s.sort[k]
        and not counted.measure(s.low[k])
    ]
    subject = next((k for k in found if s.dep[k].startswith("nsubj")), None)
    chosen = subject if subject is not None else found[-1] if found else None
    return s.words(chosen, chosen) if chosen is not None else ""
