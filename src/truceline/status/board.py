"""The board: every duty and every gate on a day, a cell for each viewpoint; no column sums up the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from truceline.agreement.model import TEXT, Agreement, Bond, Provision
from truceline.evidence import EvidenceIndex, Finding, Viewpoint
from truceline.files.garbage import uncollected
from truceline.status.cells import Cell
from truceline.status.clocks import DayCount, Deadline, Side, dates_ahead, day_count, first_name
from truceline.status.gates import GateRow, gate_row
from truceline.status.life import Life
from truceline.status.loops import Loop, loops
from truceline.status.standing import Standing, is_later


@dataclass(frozen=True, slots=True)
class Row:
    """A duty, ban, permission or power, and its cell in each viewpoint, by viewpoint id in the order of the columns.

    ``bonds`` tell through whom bearers that signed nothing are bound, as said by the day.
    """

    provision: Provision
    cells: Mapping[str, Cell]
    bonds: tuple[Bond, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether nothing is held on it in any viewpoint: rows that a page may fold."""
        return not any(c.claims or c.proposals or c.held or c.beside for c in self.cells.values())


@dataclass(frozen=True, slots=True)
class Board:
    """The state of an agreement on the day ``on`` as known on ``as_of``: rows in the agreement's order, gates, circles, days and deadlines.

    ``later`` are the provisions of texts that did not exist on the day: they have no row, and a page can name those texts.
    """

    agreement: str
    as_of: date
    on: date
    viewpoints: tuple[Viewpoint, ...]
    rows: tuple[Row, ...]
    gates: tuple[GateRow, ...]
    loops: tuple[Loop, ...]
    days: tuple[DayCount, ...]
    ahead: tuple[Deadline, ...]
    later: tuple[Provision, ...] = ()

    def row(self, matter: str) -> Row:
        """The row of a provision; raises KeyError where the board has none."""
        for row in self.rows:
            if row.provision.id == matter:
                return row
        if any(provision.id == matter for provision in self.later):
            raise KeyError(f"{matter} is of a text later than {self.on}")
        raise KeyError(matter)

    def by_bearer(self) -> Mapping[tuple[str, ...], tuple[Row, ...]]:
        """The rows under those who bear them, both in the agreement's order."""
        found: dict[tuple[str, ...], list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.provision.bearer, []).append(row)
        return {bearer: tuple(rows) for bearer, rows in found.items()}

    def line(self, *, proposals: bool = False) -> dict[str, Any]:
        """The contract of ``truceline status --json``; ``proposals`` adds ``value_with_proposals`` to each cell."""
        return {
            "as_of": self.as_of.isoformat(),
            "on": self.on.isoformat(),
            "provisions": [
                {
                    "id": row.provision.id,
                    "bound_via": [_bond(b) for b in row.bonds],
                    "viewpoints": {v: cell.line(proposals=proposals) for v, cell in row.cells.items()},
                }
                for row in self.rows
            ],
            "gates": [gate.line(proposals=proposals) for gate in self.gates],
        }


def _bond(bond: Bond) -> dict[str, Any]:
    claim = bond.source.claim
    return {
        "who": list(bond.who),
        "through": list(bond.through),
        "by": list(bond.by) or [TEXT],
        "claim": claim.id if claim else None,
    }


def board(
    agreement: Agreement,
    index: EvidenceIndex,
    viewpoints: Iterable[Viewpoint],
    as_of: date,
    findings: Iterable[Finding] = (),
    side: Side = first_name,
    on: date | None = None,
) -> Board:
    """The board of the day ``on`` (``as_of`` where None) as known on ``as_of``: a pure function, the same whatever the order of rows or of
    what arrived later. Raises ValueError where ``on`` lies after ``as_of``.
    """
    return board_of(agreement, Standing(agreement, index, viewpoints, as_of, findings, side, on))


def board_of(agreement: Agreement, standing: Standing) -> Board:
    """The board of what a standing holds."""
    with uncollected():
        made = _board_of(agreement, standing)
        standing.release()  # rows that no answer holds would only be searched for garbage
        return made


def _board_of(agreement: Agreement, standing: Standing) -> Board:
    as_of, on = standing.as_of, standing.on
    later = tuple(p for p in standing.agreement.provisions.values() if is_later(agreement, p, on))
    gates = tuple(gate_row(standing, gate) for gate in agreement.gates.values())
    known = _without(standing.agreement, {p.id for p in later})
    return Board(
        agreement=agreement.id,
        as_of=as_of,
        on=on,
        viewpoints=standing.viewpoints,
        rows=tuple(_row(standing.agreement.provisions[name], standing) for name in known.provisions),
        gates=gates,
        loops=loops(_without(standing.agreement, {p.id for p in later} - _conditioned(gates)), as_of, on),
        days=day_count(agreement, as_of, on),
        ahead=dates_ahead(_without(known, _ended(standing, known)), as_of, on=on),
        later=later,
    )


def _ended(standing: Standing, agreement: Agreement) -> set[str]:
    """The duties that have ended in every account, as when their text has: nothing of them lies ahead."""
    cells = {name: standing.cells(name).values() for name in agreement.provisions}
    return {name for name, held in cells.items() if held and all(cell.life is Life.ENDED for cell in held)}


def _row(provision: Provision, standing: Standing) -> Row:
    bonds = tuple(b for b in provision.bound_via if b.known(standing.as_of))
    return Row(provision, standing.cells(provision.id), bonds)


def _conditioned(gates: Iterable[GateRow]) -> set[str]:
    """The duties in conditions asserted by the day: somebody made the next phase wait for them, whatever text fixes them later."""
    return {matter for gate in gates for condition in gate.conditions for matter in condition.matters}


def _without(agreement: Agreement, names: set[str]) -> Agreement:
    return replace(agreement, provisions={k: p for k, p in agreement.provisions.items() if k not in names})
