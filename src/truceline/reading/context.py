"""What a figure takes over from the one before: whose acts, since when, per what, where the text says it once for all."""

from __future__ import annotations

import re
from dataclasses import replace

from truceline.evidence import Basis, Figure
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import load, words

_NONE = Figure("", None, None)
_TIMES = frozenset({"days", "hours", "weeks", "months", "years", "day", "percent"})
_PERIOD = re.compile(
    r"\b(in|over|during|for|of|throughout) (the same|that|those|these|this) (period|time|span|weeks|days|months)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"\b(total|sum|parts|entries|items|cases|incidents|them|together)\b", re.IGNORECASE)
_ACTS = re.compile(
    r"(violation|breach|attack|strike|raid|incursion|shooting|bombing|bombardment|demolition|shelling|incident|times|arrest|abduction)",
    re.IGNORECASE,
)


class Context:
    """The figures told so far, of one text."""

    def __init__(self) -> None:
        self.last, self.paragraph, self.place, self.key = _NONE, -9, -1, ""
        self.acts, self.acts_key, self.acts_paragraph = _NONE, "", -9

    def filled(self, s: Sentence, figure: Figure, words_: str, key: str) -> Figure:
        """The figure with what it takes over; then it is remembered itself."""
        near = s.paragraph - self.paragraph <= 1
        if not figure.counts and near and figure.unit != "percent":
            last = self.last
            figure = replace(figure, counts=last.counts, unit=last.unit, side=figure.side or last.side)
        figure = self._period(s, self._side(s, figure, words_, key), words_, key)
        if figure.counts and figure.unit not in _TIMES:
            self.last, self.paragraph, self.place, self.key = figure, s.paragraph, s.start[0], key
        if figure.side and (_acts(figure) or _harm(figure)):
            self.acts, self.acts_key, self.acts_paragraph = figure, key, s.paragraph
        return figure

    def _side(self, s: Sentence, figure: Figure, words_: str, key: str) -> Figure:
        """Parts, sums and casualties of acts whose doer was named: in the paragraph, or the next of the same speaker."""
        gap = s.paragraph - self.acts_paragraph
        if figure.side or not self.acts.side or gap > (1 if key == self.acts_key else 0):
            return figure
        part = _acts(figure) or gap == 0 and _SUM.search(words_) is not None and not _thing(figure)
        harm = _harm(figure) and key == self.acts_key
        return replace(figure, side=self.acts.side) if part or harm else figure

    def _period(self, s: Sentence, figure: Figure, words_: str, key: str) -> Figure:
        """Since when: parts and casualties of a total with a base, a sum of it, or "in the same period"."""
        source = self.acts if figure.side and figure.side == self.acts.side and self.acts.base else self.last
        if figure.base or figure.as_of or not source.base or figure.basis is not Basis.TOTAL:
            return figure
        gap = s.paragraph - (self.acts_paragraph if source is self.acts else self.paragraph)
        same = (
            _PERIOD.search(words_) is not None
            or s.start[0] == self.place
            and source is self.last
            and _harm(figure)
        )
        summed = gap == 0 and re.search(r"\b[Tt]otal\b", words_) is not None
        reach = 1 if source is self.acts and key == self.acts_key else 0
        part = gap <= reach and source is self.acts and (_acts(figure) or _harm(figure))
        if gap > 1 or not (same or summed or part):
            return figure
        return replace(figure, base=source.base, as_of=source.as_of)


def _harm(figure: Figure) -> bool:
    return any(
        w in words("figures", "killed") | words("figures", "injured") for w in figure.counts.lower().split()
    )


def _acts(figure: Figure) -> bool:
    return bool(_ACTS.search(figure.counts)) or figure.counts.lower() in set(load("figures")["act"].values())


def _thing(figure: Figure) -> bool:
    """Whether something else than acts is counted: trucks, bodies, people."""
    return bool(figure.counts) and not _acts(figure) and not _harm(figure) and not _SUM.search(figure.counts)
