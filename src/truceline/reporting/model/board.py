"""The status board and the conditions for the next phase: every value beside whose account it is."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.reporting.model.words import Cell, Column, Line, Pending, Table


@dataclass(frozen=True, slots=True)
class Duty:
    """One provision's row; ``folded`` where nothing is held or nothing changed."""

    id: str
    name: str
    deed: str
    cells: tuple[Cell, ...]
    phase: str = ""
    article: str = ""
    words: str = ""
    changed: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The duties of one bearer, or of all others."""

    title: str
    rows: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class BoardSection:
    """Rows grouped by bearer under one column a viewpoint; no column sums up the others."""

    columns: tuple[Column, ...]
    groups: tuple[BoardGroup, ...]
    notes: tuple[Line, ...] = ()

    @property
    def total(self) -> int:
        """How many provisions there are."""
        return sum(len(g.rows) for g in self.groups)

    @property
    def shown(self) -> int:
        """How many are not folded."""
        return sum(not r.folded for g in self.groups for r in g.rows)


@dataclass(frozen=True, slots=True)
class GateRow:
    """One holder's condition: who says what must come first, where that stands, what is open under it."""

    holder: Line
    words: Line
    stands: tuple[Line, ...] = ()
    open: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class GateSection:
    """A condition for a phase: what the texts hold, who declared it met, and each holder's own, never collapsed."""

    id: str
    title: str
    phase: str
    texts: Line
    declared: Line
    rows: tuple[GateRow, ...] = ()
    pending: tuple[Pending, ...] = ()
    beside: tuple[Line, ...] = ()
    needed: tuple[Line, ...] = ()
    unsaid: tuple[Line, ...] = ()
    matrix: Table | None = None
