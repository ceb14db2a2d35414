"""Two counters of the same thing, and what must not be set against each other: other goods, other people, another side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from truceline.counting.comparison import Comparison, Verdict, Working, alike, is_exact, one_source, said
from truceline.counting.figures import FigureRow
from truceline.counting.latest import latest, of_basis, who
from truceline.evidence import Basis

COUNTERS = "counting/two-counters v1"
GOODS = "counting/other-goods v1"
SIDES = "counting/other-sides v1"
UNDATED = "counting/no-day v1"


def two_counters(rows: Sequence[FigureRow], as_of: date) -> Iterator[Comparison]:
    """The latest totals of two counters for one thing: each beside the next in time, and any two that do not fit together."""
    totals = latest(of_basis(rows, Basis.TOTAL), lambda r: (who(r), r.item, r.qualifier, r.side))
    dated = [r for r in totals if r.day.is_day]
    for place, one in enumerate(dated):
        others = [r for r in dated[place + 1 :] if alike(one, r) and who(one) != who(r)]
        for number, other in enumerate(others):
            found = _two_counters(one, other, as_of)
            if number == 0 or found.verdict is not Verdict.BOTH_CAN_BE_TRUE:
                yield found


def _two_counters(one: FigureRow, other: FigureRow, as_of: date) -> Comparison:
    """``one`` is the earlier: a total that grows can only be too high for a later one, never too low."""
    work = Working(COUNTERS, as_of, (one, other))
    label = f"{said(one)} and {other.value}"
    gap = (other.day.latest - one.day.latest).days if one.day.latest and other.day.latest else 0
    apart = (
        f"{work.put('days apart', gap, f'{other.day} - {one.day}')} {'day' if gap == 1 else 'days'} apart"
        if gap
        else "same day"
    )
    excess = one.bounds.minus(other.bounds)
    too_high = excess.low is not None and excess.low > 0
    if (gap and not too_high) or one.bounds.meets(other.bounds):
        return work.made(
            label, f"{apart}; both can be true.{one_source(one, other)}", Verdict.BOTH_CAN_BE_TRUE
        )
    by = excess if too_high else other.bounds.minus(one.bounds)
    higher, lower = (one, other) if too_high else (other, one)
    difference = work.put_bounds("difference", by, f"{higher.value} - {lower.value}")
    verdict = Verdict.CANNOT_BOTH_HOLD if _one_period(one, other) else Verdict.DIFFER
    words = f"{apart}; differ by {difference}{_unknowns(one, other)}."
    if verdict is Verdict.CANNOT_BOTH_HOLD:
        words += " Both cannot hold for the same days and definition."
    return work.made(label, words + one_source(one, other), verdict)


def _one_period(one: FigureRow, other: FigureRow) -> bool:
    dated = (
        one.base.is_day
        and one.base == other.base
        and one.day == other.day
        and one.day_stated
        and other.day_stated
    )
    return dated and is_exact(one) and is_exact(other)


def _unknowns(one: FigureRow, other: FigureRow) -> str:
    """What is missing to say more: whose day or start is not stated."""
    told = []
    for row in (one, other):
        missing = [w for w, known in (("date", row.day_stated), ("start", row.base.known)) if not known]
        if missing:
            told.append(f"{' and '.join(missing)} of {row.value} not stated")
    return "; " + "; ".join(told) if told else ""


def other_goods(rows: Sequence[FigureRow], as_of: date) -> Iterator[Comparison]:
    """Things often taken for each other, and counts narrowed to some people: told once for each two of them."""
    for basis in (Basis.TOTAL, Basis.RATE):
        stated = of_basis(rows, basis)
        for one, other in combinations(
            latest(stated, lambda r: (who(r), r.speaker_id, r.item, r.qualifier)), 2
        ):
            if other.item in one.mistaken_for:
                yield _other_goods(one, other, as_of)
        for one, other in combinations(latest(stated, lambda r: (r.item, r.qualifier)), 2):
            if one.item == other.item:
                yield _other_goods(one, other, as_of)


def _other_goods(one: FigureRow, other: FigureRow, as_of: date) -> Comparison:
    work = Working(GOODS, as_of, (one, other))
    words = f"Not the same is counted: {_thing(one)} against {_thing(other)}. Not comparable."
    return work.made(f"{one.value} and {other.value}", words, Verdict.NOT_COMPARABLE)


def _thing(row: FigureRow) -> str:
    return f"{row.label} ({row.qualifier})" if row.qualifier else row.label


def other_sides(rows: Iterable[FigureRow], as_of: date) -> Iterator[Comparison]:
    """The latest totals of what two sides are said to have done: never netted, never a ratio."""
    whole = [r for r in of_basis(rows, Basis.TOTAL) if r.side and not r.part_of]
    for one, other in combinations(latest(whole, lambda r: (r.side, r.item, r.qualifier)), 2):
        if one.side != other.side and one.item == other.item:
            yield _other_sides(one, other, as_of)


def _other_sides(one: FigureRow, other: FigureRow, as_of: date) -> Comparison:
    work = Working(SIDES, as_of, (one, other))
    same = one.counter_id != "" and one.counter_id == other.counter_id
    counters = "" if same else ", different counters"
    words = f"Different sides{counters}. Never netted, never a ratio."
    return work.made(f"{one.value} against {other.value}", words, Verdict.NOT_COMPARABLE)


def no_day(rows: Iterable[FigureRow], as_of: date) -> Iterator[Comparison]:
    """Totals whose as-of day is not known: listed, compared with nothing that depends on time."""
    for row in of_basis(rows, Basis.TOTAL):
        if not row.day.is_day:
            work = Working(UNDATED, as_of, (row,))
            words = f"Date: {row.as_of}. No single day, so not compared over time."
            yield work.made(said(row), words, Verdict.CANNOT_TELL)
