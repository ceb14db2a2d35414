"""What blocks the next phase, according to whom: whose condition (rows) and whose account of the facts (cells).

The two axes are never collapsed, and no condition is drawn from the text where the text writes none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.agreement.model import AssertedFormula, Assertion, Gate
from truceline.evidence import Ground, Interval, Truth, Viewpoint
from truceline.status import formulas
from truceline.status.cells import Cell
from truceline.status.reasons import Reason
from truceline.status.standing import Standing

NO_TEXT_CONDITION = "no condition is written in any text held"
_NO_FORMULA = frozenset({"", "none", "undefined"})


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A duty in a condition that does not yet hold in a viewpoint, and what would have to be stated, by one of ``by``."""

    matter: str
    wanted: Truth
    held: Truth
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One holder's condition, said ``at`` a day; ``mapping`` tells whether the holder or the case's author named the duties.

    ``cells`` by viewpoint id; ``open_parts`` by viewpoint id; ``unmeasurable`` the words of parts that nothing can settle;
    ``claim`` the statement that asserts it, None for the author's own reading.
    """

    holder: str
    at: Interval
    formula: str
    words: str
    mapping: str
    claim: str | None
    matters: tuple[str, ...]
    cells: Mapping[str, Cell]
    open_parts: Mapping[str, tuple[OpenPart, ...]]
    unmeasurable: tuple[str, ...] = ()

    def line(self, *, proposals: bool = False) -> dict[str, Any]:
        """The condition in the ``--json`` contract."""
        return {
            "holder": self.holder,
            "at": str(self.at),
            "formula": self.formula,
            "viewpoints": {v: cell.line(proposals=proposals) for v, cell in self.cells.items()},
        }


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate on a day: the text's own formula in words, who declared it open, and each condition known by then."""

    gate: Gate
    text: str
    conditions: tuple[Condition, ...]
    declared: tuple[Assertion, ...]

    def line(self, *, proposals: bool = False) -> dict[str, Any]:
        """The gate in the ``--json`` contract."""
        return {"id": self.gate.id, "conditions": [c.line(proposals=proposals) for c in self.conditions]}


def gate_row(standing: Standing, gate: Gate) -> GateRow:
    """The gate with the conditions asserted by the day, in the order in which they were stated."""
    known = sorted(
        (a for a in gate.asserted if _known(a.at.latest, standing.as_of)),
        key=lambda a: (a.at.latest or date.max, a.by, a.formula, a.words),
    )
    return GateRow(
        gate=gate,
        text=NO_TEXT_CONDITION if gate.text_formula.casefold() in _NO_FORMULA else gate.text_formula,
        conditions=tuple(condition(standing, asserted) for asserted in known),
        declared=tuple(d for d in gate.declared if _known(d.source.date.latest, standing.as_of)),
    )


def _known(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def condition(standing: Standing, asserted: AssertedFormula) -> Condition:
    """One asserted formula worked out in each viewpoint."""
    part = formulas.read(asserted.formula, standing.agreement.provisions)
    needed = tuple(dict.fromkeys(formulas.duties(part)))
    if not asserted.formula:
        part = formulas.Unmeasurable(asserted.words)
    return Condition(
        holder=asserted.by,
        at=asserted.at,
        formula=asserted.formula,
        words=asserted.words,
        mapping=asserted.mapping,
        claim=asserted.source.claim.id if asserted.source.claim else None,
        matters=tuple(dict.fromkeys(matter for matter, _ in needed)),
        cells={v.id: _cell(standing, part, v) for v in standing.viewpoints},
        open_parts={v.id: _open(standing, needed, v) for v in standing.viewpoints},
        unmeasurable=tuple(formulas.unmeasurable(part)),
    )


def _cell(standing: Standing, part: formulas.Part, viewpoint: Viewpoint) -> Cell:
    held = {matter: standing.cells(matter)[viewpoint.id] for matter, _ in formulas.duties(part)}

    def of_duty(matter: str) -> formulas.Worth:
        return formulas.Worth(held[matter].value, held[matter].with_proposals)

    found = formulas.worth(part, of_duty)
    known = found.value is not Truth.UNKNOWN
    return Cell(
        value=found.value,
        ground=Ground.COMPUTED if known else None,
        reason=formulas.reason(part, found.value),
        claims=_each(held.values(), "claims"),
        with_proposals=found.with_proposals,
        proposals=_each(held.values(), "proposals"),
        general=any(cell.general for cell in held.values()),
        at=max((cell.at for cell in held.values() if cell.at), default=None),
        also=_also(part, held),
        held=_each(held.values(), "held"),
    )


def _also(part: formulas.Part, held: Mapping[str, Cell]) -> tuple[Reason, ...]:
    found = {cell.reason for cell in held.values() if cell.value is Truth.UNKNOWN}
    if any(formulas.unmeasurable(part)):
        found.add(Reason.UNMEASURABLE)
    return tuple(sorted(found, key=lambda code: code.rank))


def _each(cells: Any, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for cell in cells for claim in getattr(cell, name)))


def _open(
    standing: Standing, needed: tuple[tuple[str, Truth], ...], viewpoint: Viewpoint
) -> tuple[OpenPart, ...]:
    by = tuple(sorted(viewpoint.holders))
    cells = ((matter, wanted, standing.cells(matter)[viewpoint.id].value) for matter, wanted in needed)
    return tuple(OpenPart(matter, wanted, held, by) for matter, wanted, held in cells if held is not wanted)
