"""Which rows are set side by side: the latest of each counter, so that n figures do not give n squared sentences."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

from truceline.counting.figures import FigureRow
from truceline.evidence import Basis


def by_place(row: FigureRow) -> tuple[date, str, int]:
    """The order of comparing: by as-of day, then by place in the sources, so that no name decides who comes first."""
    return (row.day.latest or date.max, row.document, row.start)


def of_basis(rows: Iterable[FigureRow], basis: Basis) -> tuple[FigureRow, ...]:
    """The rows of one basis that state what is, in the order of comparing."""
    return tuple(sorted((r for r in rows if r.basis is basis and not r.owed), key=by_place))


def who(row: FigureRow) -> str:
    """The counter; two unnamed counters are never taken for one."""
    return row.counter_id or row.claim


def latest(rows: Iterable[FigureRow], key: Callable[[FigureRow], Hashable]) -> tuple[FigureRow, ...]:
    """The latest row for each key; of equal days the first in the sources."""
    found: dict[Hashable, FigureRow] = {}
    for row in sorted(rows, key=by_place):
        held = found.get(key(row))
        if held is None or (row.day.latest or date.max) > (held.day.latest or date.max):
            found[key(row)] = row
    return tuple(sorted(found.values(), key=by_place))


def whole_days(row: FigureRow) -> int | None:
    """The days that lie between the start and the as-of day of a count; None unless both are single days."""
    first, last = row.base.earliest, row.day.earliest
    if first is None or last is None or not (row.base.is_day and row.day.is_day):
        return None
    return (last - first).days


def whole_days_between(row: FigureRow) -> tuple[int, int] | None:
    """The fewest and the most days of a count from one day whose as-of day lies between two days; None where that is not so."""
    first, (low, high) = row.base.earliest, (row.day.earliest, row.day.latest)
    if first is None or low is None or high is None or not row.base.is_day or row.day.is_day or low < first:
        return None
    return (low - first).days, (high - first).days
