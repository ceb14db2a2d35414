"""A row of evidence as columns of the table, and back. Days are kept as ordinals, so that they compare as numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from truceline.evidence import Basis, Evidence, Figure, Ground, Interval, Truth
from truceline.evidence.dates import UNKNOWN

NAMES = (
    "claim", "speaker", "truth", "general", "ground", "known", "possible", "on_from", "on_to", "on_words", "on_told_by", "figure", "why",
)  # fmt: skip
_TRUTHS = {int(truth): truth for truth in Truth}
_GROUNDS = {ground.value: ground for ground in Ground}
_day = lru_cache(maxsize=20_000)(date.fromordinal)


def begun(row: Evidence) -> int:
    """The first day on which the row counts: when it is certainly known, and what it speaks of has begun."""
    starts = row.on.earliest or date.min
    return max(row.known, row.possible or row.known, starts).toordinal()


def entered(row: Evidence) -> int:
    """The first day on which the row is seen at all; from then until it has ``begun`` it is held."""
    return min(row.known, row.possible or row.known).toordinal()


def of_row(row: Evidence) -> tuple[Any, ...]:
    """The values of NAMES."""
    on = row.on
    return (
        row.claim,
        row.speaker,
        int(row.truth),
        row.general,
        row.ground.value,
        row.known.toordinal(),
        row.possible.toordinal() if row.possible else None,
        on.earliest.toordinal() if on.earliest else None,
        on.latest.toordinal() if on.latest else None,
        on.edtf or None,
        on.evidence or None,
        _figure_text(row.figure) if row.figure else None,
        row.why,
    )


def to_rows(matter: str, found: Iterable[Sequence[Any]]) -> list[Evidence]:
    """The rows on a matter again, from holder, measure, whether checked, and the values of NAMES; one loop without a call a row, since a
    board reads them by the ten thousand.
    """
    new, truths, grounds, day = tuple.__new__, _TRUTHS, _GROUNDS, _day
    return [
        new(
            Evidence,
            (
                matter,
                holder,
                truths[truth],
                day(known),
                claim,
                speaker,
                _interval(first, last, words, told_by),
                measure,
                general == 1,
                checked == 1,
                _figure(figure) if figure else None,
                grounds[ground],
                why,
                day(possible) if possible else None,
                (),
            ),
        )
        for (
            holder, measure, checked, claim, speaker, truth, general, ground, known, possible, first, last, words, told_by, figure, why,
        ) in found
    ]  # fmt: skip


@lru_cache(maxsize=20_000)
def _interval(first: int | None, last: int | None, words: str | None, told_by: str | None) -> Interval:
    if not (first or last or words or told_by):
        return UNKNOWN
    return Interval(_day(first) if first else None, _day(last) if last else None, words or "", told_by or "")


def _figure_text(figure: Figure) -> str:
    values = (
        figure.counts, figure.low, figure.high, figure.approximator, figure.unit, figure.basis.value,
        figure.per, figure.base, figure.as_of, figure.counter, figure.side, figure.parts,
    )  # fmt: skip
    return json.dumps(values, ensure_ascii=False)


@lru_cache(maxsize=20_000)
def _figure(text: str) -> Figure:
    counts, low, high, approximator, unit, basis, per, base, as_of, counter, side, parts = json.loads(text)
    told = tuple((what, number) for what, number in parts)
    return Figure(counts, low, high, approximator, unit, Basis(basis), per, base, as_of, counter, side, told)
