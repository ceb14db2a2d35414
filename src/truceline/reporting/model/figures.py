"""Figures side by side: never added up, each with its counter, definition, start and what it may be set beside."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.reporting.model.words import Line


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as stated: ``value`` in words with its bound, and the same as numbers for charts and sheets.

    ``low`` alone is a lower bound, ``high`` alone an upper one. ``basis`` is total, rate or new. ``since`` and ``as_of`` are the
    words on the page ("not stated"), ``from_day`` and ``to_day`` the ISO days between which the count ends, for the chart;
    ``short`` is the value alone, for a label in it. ``owed``: says what is owed or planned, so that it is never drawn beside what came.
    """

    value: str
    claims: tuple[str, ...]
    counter: str
    side: str = ""
    definition: str = "not defined"
    since: str = "not stated"
    as_of: str = "not stated"
    relay: str = ""
    low: float | None = None
    high: float | None = None
    approximator: str = ""
    unit: str = ""
    counts: str = ""
    basis: str = "total"
    per: str = ""
    from_day: str = ""
    to_day: str = ""
    checked: bool = True
    kind: str = "stated"
    short: str = ""
    owed: bool = False


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that count the same kind of thing; ``owed`` what the agreement sets beside them."""

    id: str
    title: str
    rows: tuple[FigureRow, ...]
    owed: Line | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures set side by side: what can be said by arithmetic alone, without a verdict."""

    label: str
    words: Line


@dataclass(frozen=True, slots=True)
class FigureSection:
    """All groups, what can and cannot be set side by side, what was kept out, and who looked."""

    groups: tuple[FigureGroup, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    kept_out: tuple[Line, ...] = ()
    looked: tuple[Line, ...] = ()
    empty: str = "No figure is held."
