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


def start_days(agreement: Agreement) -> tuple[date, ...]:
    """The days from which anybody counts the ceasefire, by the agreement's anchor of effect."""
    anchor = agreement.anchors.get(agreement.effective)
    values = anchor.values if anchor else ()
    found = (v.day.earliest or (v.at.date() if v.at else None) for v in values)
    return tuple(sorted({d for d in found if d is not None}))


def comparisons(series: Iterable[Series], as_of: date, starts: Iterable[date] = ()) -> tuple[Comparison, ...]:
    """The comparisons of all series; ``starts`` are the asserted first days of the ceasefire.

    Computed, without a verdict on anybody: a code says only whether the figures can stand beside each other.
    """
    listed = tuple(series)
    days = tuple(starts)
    found = [replace(c, series=s.id) for s in listed for c in _of_one(s.rows, as_of, days)]
    groups = dict.fromkeys(s.group for s in listed if s.group)
    for group in groups:
        rows = [r for s in listed if s.group == group for r in s.rows]
        found += [replace(c, series=group) for c in other_sides(rows, as_of)]
    return tuple({c.id: c for c in found}.values())


def _of_one(rows: tuple[FigureRow, ...], as_of: date, starts: tuple[date, ...]) -> Iterator[Comparison]:
    yield from total_and_rate(rows, as_of)
    yield from rate_over_days(rows, as_of, starts)
    yield from two_rates(rows, as_of)
    yield from steps(rows, as_of)
    yield from parts(rows, as_of)
    yield from two_counters(rows, as_of)
    yield from other_goods(rows, as_of)
    yield from no_day(rows, as_of)
