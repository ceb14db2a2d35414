"""A board kept up to date: after a new statement only the duties it touches are worked out again, and the gates on them.

The same as a board worked out in full (tests/status/test_keeper.py); what a row touches is a matter of the agreement, not of
what is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from truceline.agreement.amounts import reckoned_with
from truceline.agreement.formula import duties
from truceline.agreement.model import Agreement, Gate
from truceline.evidence import EvidenceIndex, Finding, Viewpoint
from truceline.status import formulas
from truceline.status.board import Board, board_of
from truceline.status.clocks import Side, first_name
from truceline.status.gates import renewed
from truceline.status.standing import Standing


class Keeper:
    """Holds the board of a day; tell it with ``refresh`` on which matters the rows of the index changed.

    A new day, agreement, viewpoint or finding needs a new keeper.
    """

    def __init__(
        self,
        agreement: Agreement,
        index: EvidenceIndex,
        viewpoints: Iterable[Viewpoint],
        as_of: date,
        findings: Iterable[Finding] = (),
        side: Side = first_name,
    ) -> None:
        self._standing = Standing(agreement, index, viewpoints, as_of, findings, side)
        self._waiting = waiting(self._standing.agreement)
        self._gates = {gate.id: named(agreement, gate) for gate in agreement.gates.values()}
        self._board = board_of(agreement, self._standing)

    @property
    def board(self) -> Board:
        """The board as it stands."""
        return self._board

    def refresh(self, matters: Iterable[str], holders: Iterable[str] | None = None) -> Board:
        """The board after rows on these matters changed; matters of no provision change nothing.

        ``holders``: those whose rows they are, so that only the accounts of gates are worked out anew in which one of them has
        a say; all of them where it is not told.
        """
        changed = set(matters)
        having = self._having(holders)
        touched = changed | {waits for matter in changed for waits in self._waiting.get(matter, ())}
        standing, before = self._standing, self._board
        standing.forget(touched)
        self._board = replace(
            before,
            rows=tuple(
                replace(row, cells=standing.cells(row.provision.id)) if row.provision.id in touched else row
                for row in before.rows
            ),
            gates=tuple(
                renewed(standing, row, having) if touched & self._gates[row.gate.id] else row
                for row in before.gates
            ),
        )
        standing.release()
        return self._board

    def _having(self, holders: Iterable[str] | None) -> frozenset[str]:
        """The viewpoints in which one of them has a say: a cell rests on its own holders' rows alone, a mission's on findings."""
        views = self._standing.viewpoints
        if holders is None:
            return frozenset(v.id for v in views)
        spoken = frozenset(holders)
        return frozenset(v.id for v in views if not spoken.isdisjoint(v.holders))


def waiting(agreement: Agreement) -> Mapping[str, frozenset[str]]:
    """The duties whose clock starts with another's fulfilment, or whose amount is reckoned from its figures, by that other."""
    found: dict[str, set[str]] = {}
    for provision in agreement.provisions.values():
        for clock in provision.clocks:
            if clock.after is not None:
                found.setdefault(clock.after, set()).add(provision.id)
    for provision in agreement.provisions.values():
        behind = {provision.id, *found.get(provision.id, ())}
        for other in reckoned_with(agreement, provision):
            found.setdefault(other, set()).update(behind)
    return {other: frozenset(waits) for other, waits in found.items()}


def named(agreement: Agreement, gate: Gate) -> frozenset[str]:
    """The duties that stand in the text's own condition for a gate or in any asserted one, on whatever day."""
    said = [(gate.text_formula, ""), *((s.formula, s.words) for s in gate.asserted)]
    read = (formulas.read(formula, words, agreement.provisions) for formula, words in said)
    return frozenset(matter for formula in read for matter in duties(formula))
