"""What a figure takes over from the one before: whose acts, since when, per what, where the text says it once for all."""

from __future__ import annotations

import re
from dataclasses import replace

from truceline.evidence import Basis, Figure
from truceline.reading.antecedents import Antecedents, Known
from truceline.reading.beside import Beside
from truceline.reading.fates import personal
from truceline.reading.figures import cumulative
from truceline.reading.nouns import hurt, measure
from truceline.reading.numbers import Number
from truceline.reading.referents import Referents, asked_before
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import load, words

_NONE = Figure("", None, None)
_THEM = frozenset({"them", "these", "those", "which", "whom"})
_PERIOD = re.compile(
    r"\b(in|over|during|for|of|throughout) (the same|that|those|these|this) (period|time|span|weeks|days|months)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(in all|altogether|total|so far|since)\b", re.IGNORECASE)
_WHILE = re.compile(
    r"\b(for|over|during|in) (those|these|the|that) (weeks|days|months|period|time)\b|\bin all\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:adds?|added|sums?) (?:up )?to\b|\b(?:makes?|made)\b[^.;]*\btogether\b|\bthe sum\b", re.IGNORECASE
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
        self.total = _NONE
        self.latest, self.latest_place, self.latest_paragraph = _NONE, -1, -9
        self.acts, self.acts_keys, self.acts_paragraph = _NONE, {""}, -9
        self.referents, self.antecedents, self.beside = Referents(), Antecedents(), Beside()
        self.guessed = False  # whether what the last figure counts was taken from words that counted nothing

    def hear(self, s: Sentence) -> None:
        """After the figures of a sentence: what it asks and names."""
        self.referents.hear(s)
        self.antecedents.hear(s)

    def filled(self, s: Sentence, n: Number, figure: Figure, words_: str, key: str) -> Figure:
        """The figure with what it takes over; then it is remembered itself."""
        near = s.paragraph - self.paragraph <= 1
        self.guessed = False
        if figure.counts == "people" and figure.unit == "" and self.referents.asked:
            figure = replace(figure, counts="")  # "How many fighters had left? Dozens were still there"
        bare = not figure.counts
        summed = bare and _ADDED.search(words_) is not None and self.total.counts != ""
        if bare and figure.unit != "percent":
            last = self.total if summed else self._source(s, n)
            figure = replace(
                figure, counts=last.counts, unit=figure.unit or last.unit, side=figure.side or last.side
            )
        figure = self._same_period(s, n, figure, bare, words_)
        if figure.side and not bare and _acts(figure):
            self.total = figure
        if bare and near and not summed and s.paragraph == self.paragraph and _rival(figure, self.last):
            figure = replace(figure, base=self.last.base, as_of=self.last.as_of)
        figure = self._period(s, self._side(s, figure, words_, key), words_, key)
        if summed:
            self.acts_keys.add(key)
            return figure
        if not _timed(figure):
            self.latest, self.latest_place, self.latest_paragraph = figure, s.start[0], s.paragraph
        self.referents.counted(figure)
        self.beside.counted(s, n, figure)
        if figure.counts and not measure(figure.unit):
            self.antecedents.counted(figure)
        if figure.counts and not _timed(figure) and not _part(s, n):
            self.last, self.paragraph, self.place, self.key = figure, s.paragraph, s.start[0], key
        if figure.side and (_acts(figure) or _harm(figure)):
            self.acts, self.acts_keys, self.acts_paragraph = figure, {key}, s.paragraph
        return figure

    def _source(self, s: Sentence, n: Number) -> Figure:
        """The thing that a bare number goes on with: what it is set beside or a part of, else the heaviest of all told before."""
        if (beside := self.beside.source(s, n, part=_part(s, n))) is not None:
            return beside
        asked = asked_before(s, n.a) or self.referents.asked
        known = Known(
            self.last,
            asked,
            self.referents.same(s, n),
            personal(s, n),
            _part(s, n),
            self.place == s.start[0],
        )
        best = self.antecedents.best(s, n, known)
        self.guessed = best is not None and best.guessed
        return best.thing if best is not None else _NONE

    def _same_period(self, s: Sentence, n: Number, figure: Figure, bare: bool, words_: str) -> Figure:
        """A bare number or a part takes the rate of the figure before, and with people harmed the short period of the same sentence:
        "600 lorries a day, 50 of them with fuel", "19 on one side and 9 on the other".
        """
        last, here = self.latest, s.start[0] == self.latest_place
        if (
            cumulative(s, n)
            or figure.basis is not Basis.TOTAL
            or figure.base
            or _timed(figure)
            or _ALL.search(words_)
            and not here
        ):
            return figure
        taken = bare or _part(s, n) or here and figure.counts == last.counts
        if (
            last.basis is Basis.RATE
            and taken
            and s.paragraph == self.latest_paragraph
            and not _WHILE.search(words_)
        ):
            return replace(figure, basis=Basis.RATE, per=last.per)
        if last.basis is Basis.NEW and here and (taken or _harm(figure)):
            return replace(figure, basis=Basis.NEW, base=last.base, as_of=last.as_of)
        return figure

    def _side(self, s: Sentence, figure: Figure, words_: str, key: str) -> Figure:
        """Parts, sums and casualties of acts whose doer was named: in the paragraph, or the next of the same speaker."""
        gap = s.paragraph - self.acts_paragraph
        if figure.side or not self.acts.side or gap > (1 if key in self.acts_keys else 0):
            return figure
        part = _acts(figure) or gap == 0 and _SUM.search(words_) is not None and not _thing(figure)
        harm = _harm(figure) and key in self.acts_keys
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
        reach = 1 if source is self.acts and key in self.acts_keys else 0
        part = gap <= reach and source is self.acts and (_acts(figure) or _harm(figure))
        if gap > 1 or not (same or summed or part):
            return figure
        return replace(figure, base=source.base, as_of=source.as_of)


def _timed(figure: Figure) -> bool:
    """Whether it measures time or a share, and counts no things."""
    return figure.unit.startswith((*words("figures", "time_units"), "percent", "per cent"))


def _rival(figure: Figure, last: Figure) -> bool:
    """Whether another number is set beside the last one for the same thing: "97 since 20 March; the army counts 210"."""
    same = figure.counts == last.counts and figure.basis is last.basis is Basis.TOTAL
    return same and bool(last.base) and not figure.base and not figure.as_of


def _part(s: Sentence, n: Number) -> bool:
    """Whether the number counts some of those told before: "97 of them", "of whom 23"."""
    after, before = s.low[n.last + 1 : n.last + 3], s.low[max(0, n.a - 2) : n.a]
    return (
        after[:1] == ["of"]
        and after[1:] != []
        and after[1] in _THEM
        or before[:1] == ["of"]
        and before[1:] != []
        and before[1] in _THEM
    )


def _harm(figure: Figure) -> bool:
    return any(w in hurt() for w in figure.counts.lower().split())


def _acts(figure: Figure) -> bool:
    return bool(_ACTS.search(figure.counts)) or figure.counts.lower() in set(load("figures")["act"].values())


def _thing(figure: Figure) -> bool:
    """Whether something else than acts is counted: trucks, bodies, people."""
    return bool(figure.counts) and not _acts(figure) and not _harm(figure) and not _SUM.search(figure.counts)
