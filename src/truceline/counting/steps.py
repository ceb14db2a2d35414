"""Growth: from one total to the next of the same counter, and what such a step cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from truceline.counting.comparison import Comparison, Verdict, Working, is_exact, said
from truceline.counting.figures import FigureRow
from truceline.counting.latest import by_place, of_basis
from truceline.evidence import Basis

RULE = "counting/steps v1"
FALL = "counting/fall v1"
BASES = "counting/two-starts v1"
CANNOT_TELL = "More events, late entries or another definition: the series cannot tell."


def steps(rows: Iterable[FigureRow], as_of: date) -> Iterator[Comparison]:
    """The totals of each counter in time: what was added between two days, and per day; a total that falls is told apart."""
    usable = [r for r in of_basis(rows, Basis.TOTAL) if r.counter_id and r.day.is_day and not r.bounds.open]
    usable.sort(key=lambda r: (_line(r), *by_place(r)))
    for _, line in groupby(usable, key=_line):
        totals = _different(line)
        pairs = [(a, b) for a, b in pairwise(totals) if a.day.latest != b.day.latest]
        other_start = [p for p in pairs if _starts_differ(*p)]
        rising = [p for p in pairs if p not in other_start and not _falls(*p)]
        if rising:
            yield _growth(rising, as_of)
        yield from (_fall(a, b, as_of) for a, b in pairs if (a, b) not in other_start and _falls(a, b))
        yield from (_two_starts(a, b, as_of) for a, b in other_start)


def _line(row: FigureRow) -> tuple[str, str, str, str]:
    return (row.counter_id, row.item, row.qualifier, row.side)


def _different(line: Iterable[FigureRow]) -> list[FigureRow]:
    """Without what repeats a total for the same day."""
    seen: dict[tuple[object, ...], FigureRow] = {}
    for row in line:
        seen.setdefault((row.day.latest, row.low, row.high), row)
    return list(seen.values())


def _starts_differ(one: FigureRow, other: FigureRow) -> bool:
    return (
        one.base.known
        and other.base.known
        and (one.base.earliest, one.base.latest) != (other.base.earliest, other.base.latest)
    )


def _falls(one: FigureRow, other: FigureRow) -> bool:
    added = other.bounds.minus(one.bounds)
    return added.high is not None and added.high < 0


def _growth(pairs: Sequence[tuple[FigureRow, FigureRow]], as_of: date) -> Comparison:
    rows = tuple(dict.fromkeys(r for p in pairs for r in p))
    work = Working(RULE, as_of, rows)
    told = "; ".join(_step(work, a, b) for a, b in pairs)
    some = sum(not r.base.known for r in rows)
    start = " The start is not stated for each of them." if some else ""
    label = f"{rows[0].counter}, {rows[0].label}, steps"
    return work.made(label, f"{told}. {CANNOT_TELL}{start}", Verdict.CANNOT_TELL)


def _step(work: Working, one: FigureRow, other: FigureRow) -> str:
    first, last = one.day.latest, other.day.latest
    assert first
    assert last
    added = other.bounds.minus(one.bounds)
    gap = (last - first).days
    days = work.put("days", gap, f"{last} - {first}")
    formula = f"{other.value} - {one.value}"
    when = f"{work.day(first)} to {work.day(last)}"
    if added.low is None or added.low != added.high:
        return f"{when}: {work.put_bounds('added', added, formula)} more in {days} days"
    difference = work.put("added", added.low, formula, signed=True)
    per_day = work.put("added per day", added.low / gap, f"({formula}) / {gap}", ratio=True)
    return f"{when}: {difference} in {days} {'day' if gap == 1 else 'days'} = {per_day} a day"


def _fall(one: FigureRow, other: FigureRow, as_of: date) -> Comparison:
    work = Working(FALL, as_of, (one, other))
    drop = one.bounds.minus(other.bounds)
    less = work.put_bounds("less", drop, f"{one.value} - {other.value}")
    verdict = Verdict.CANNOT_BOTH_HOLD if is_exact(one) and is_exact(other) else Verdict.DIFFER
    words = (
        f"{other.counter}: {said(one)} ({one.as_of}), then {said(other)} ({other.as_of}): {less} less. A total does not fall: "
        "a correction, another start or another definition. Both cannot hold for one start and definition."
    )
    return work.made(f"{one.value} and {other.value}", words, verdict)


def _two_starts(one: FigureRow, other: FigureRow, as_of: date) -> Comparison:
    work = Working(BASES, as_of, (one, other))
    words = (
        f"{one.counter} counts from {one.since} in one and from {other.since} in the other. Not subtracted."
    )
    return work.made(f"{said(one)} and {other.value}", words, Verdict.NOT_COMPARABLE)
