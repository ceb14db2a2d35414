"""What can be set side by side, and what cannot: every rule of comparing, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from truceline.agreement.model import Agreement
from truceline.counting.comparison import Comparison
from truceline.counting.figures import FigureRow, Series
from truceline.counting.pairs import no_day, other_goods, other_sides, two_counters
from truceline.counting.parts import parts
from truceline.counting.rates import rate_over_days, total_and_rate, two_rates
from truceline.counting.steps import steps
from truceline.evidence.wording import PERCENT


def start_days(agreement: Agreement) -> tuple[date, ...]:
    """The days from which anybody counts the ceasefire, by the agreement's anchor of effect."""
    anchor = agreement.anchors.get(agreement.effective)
    values = anchor.values if anchor else ()
    found = (v.day.earliest or (v.at.date() if v.at else None) for v in values)
    return tuple(sorted({d for d in found if d is not None}))


def comparisons(series: Iterable[Series], as_of: date, starts: Iterable[date] = ()) -> tuple[Comparison, ...]:
    """The comparisons of all series; ``starts`` are the asserted first days of the ceasefire.

    Computed, without a verdict on anybody: a code says only whether the figures can stand beside each other.
    ``series`` of each is the series' id, or the group's where two sides stand against each other.
    """
    listed = tuple(series)
    days = tuple(starts)
    found = [replace(c, series=s.id) for s in listed if s.group for c in _of_one(_known(s), as_of, days)]
    for group in dict.fromkeys(s.group for s in listed if s.group):
        rows = [r for s in listed if s.group == group for r in _known(s)]
        of = {r.claim: s.id for s in listed for r in s.rows}
        found += [replace(c, series=of[c.inputs[0]]) for c in parts(rows, as_of)]
        found += [replace(c, series=group) for c in other_sides(rows, as_of)]
    return tuple({c.id: c for c in found}.values())


def _known(series: Series) -> tuple[FigureRow, ...]:
    """Rows of which it is said what they count; a thing the vocabulary lacks is listed, and compared with nothing."""
    return tuple(r for r in series.rows if r.item and r.item not in PERCENT)


def _of_one(rows: tuple[FigureRow, ...], as_of: date, starts: tuple[date, ...]) -> Iterator[Comparison]:
    yield from total_and_rate(rows, as_of)
    yield from rate_over_days(rows, as_of, starts)
    yield from two_rates(rows, as_of)
    yield from steps(rows, as_of)
    yield from two_counters(rows, as_of)
    yield from other_goods(rows, as_of)
    yield from no_day(rows, as_of)
