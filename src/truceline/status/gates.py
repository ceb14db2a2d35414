"""What blocks the next phase, according to whom: whose condition (rows) and whose account of the facts (cells).

The two axes are never collapsed, and no condition is drawn from the text where the text writes none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from truceline.agreement.formula import Act, Duty, Formula, duties, leaves
from truceline.agreement.model import TEXT, AssertedFormula, Assertion, Gate
from truceline.evidence import Ground, Interval, Truth, Viewpoint
from truceline.status import formulas
from truceline.status.blocking import Blocking, blocking
from truceline.status.cells import Cell
from truceline.status.clocks import speaks_for
from truceline.status.listed import joined
from truceline.status.reasons import Reason
from truceline.status.standing import Standing, is_later

NO_TEXT_CONDITION = "no condition is written in any text held"
NO_TEXT_YET = "no condition is written in any text of this day or before"
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

    The text's own has the holder ``text`` and no day. ``cells`` by viewpoint id; ``open_parts`` by viewpoint id; ``unmeasurable`` the words of parts that
    nothing can settle; ``claim`` the statement that asserts it, None for the author's own reading; ``blocking`` by viewpoint id the smallest sets of open
    parts.
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
    blocking: Mapping[str, Blocking] = field(default_factory=dict)

    @property
    def of_text(self) -> bool:
        """Whether it is the text's own condition, which no side has to have stated."""
        return self.holder == TEXT

    def whose(self, name: Callable[[str], str] = str) -> str:
        """Whose condition it is and of which day, actors called by ``name``: "the text", "Norland, 2031-05-05"."""
        return "the text" if self.of_text else f"{name(self.holder)}, {self.at}"

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
    """A gate on a day: the text's own formula in words, who declared it open, and each condition known by then.

    The first of ``conditions`` is the text's own, where a text of the day or before writes one; then those that somebody asserted.
    """

    gate: Gate
    text: str
    conditions: tuple[Condition, ...]
    declared: tuple[Assertion, ...]

    @property
    def asserted(self) -> tuple[Condition, ...]:
        """The conditions that somebody stated, without the text's own."""
        return tuple(c for c in self.conditions if not c.of_text)

    def line(self, *, proposals: bool = False) -> dict[str, Any]:
        """The gate in the ``--json`` contract."""
        return {"id": self.gate.id, "conditions": [c.line(proposals=proposals) for c in self.conditions]}


def gate_row(standing: Standing, gate: Gate) -> GateRow:
    """The gate with the text's own condition, and those asserted by the day asked about in the order in which they were stated."""
    known = sorted(
        (a for a in gate.asserted if _known(a.at.latest, standing.on)),
        key=lambda a: (
            a.at.latest or date.max
        ),  # stable: the agreement's order on one day, so that no name ranks
    )
    absent = _absent(standing, gate)
    text = absent or gate.text_formula
    own = [] if absent else [AssertedFormula(TEXT, Interval(), text)]
    return GateRow(
        gate=gate,
        text=text,
        conditions=tuple(condition(standing, gate, asserted) for asserted in (*own, *known)),
        declared=_declared(standing, gate),
    )


def _absent(standing: Standing, gate: Gate) -> str:
    """Why there is no formula of the text, "" where there is one; where every duty that names the gate is of a later text, so is it."""
    if gate.text_formula.casefold() in _NO_FORMULA:
        return NO_TEXT_CONDITION
    naming = [p for p in standing.agreement.provisions.values() if gate.id in p.gates]
    if naming and all(is_later(standing.agreement, p, standing.on) for p in naming):
        return NO_TEXT_YET
    return ""


def _declared(standing: Standing, gate: Gate) -> tuple[Assertion, ...]:
    """The acts known by then and performed by the day asked about: on the day that the source tells, else when it told of it."""
    known = ((said, said_by(said)) for said in gate.declared)
    return tuple(
        said
        for said, day in known
        if day is not None and day <= standing.as_of and min(day, said.at.latest or day) <= standing.on
    )


def said_by(said: Assertion) -> date | None:
    """The first day on which an assertion may count: its source's last possible day, else its own; None where not dated."""
    return said.source.date.latest or said.at.latest


def _known(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def renewed(standing: Standing, row: GateRow, viewpoints: frozenset[str]) -> GateRow:
    """The row of a gate after the cells of these viewpoints (ids) changed and of no other; the day is the same."""
    declared = _declared(standing, row.gate)
    return replace(row, conditions=tuple(_renewed(standing, c, declared, viewpoints) for c in row.conditions))


def _renewed(
    standing: Standing, before: Condition, declared: tuple[Assertion, ...], viewpoints: frozenset[str]
) -> Condition:
    formula = formulas.read(before.formula, before.words, standing.agreement.provisions)
    needed = tuple(dict.fromkeys(formulas.needed(formula)))
    fresh = [v for v in standing.viewpoints if v.id in viewpoints]
    return replace(
        before,
        cells={**before.cells, **{v.id: _cell(standing, formula, declared, v) for v in fresh}},
        open_parts={**before.open_parts, **{v.id: _open(standing, needed, v) for v in fresh}},
        blocking={**before.blocking, **{v.id: _blocking(standing, formula, declared, v) for v in fresh}},
    )


def condition(standing: Standing, gate: Gate, asserted: AssertedFormula) -> Condition:
    """One asserted formula worked out in each viewpoint."""
    formula = formulas.read(asserted.formula, asserted.words, standing.agreement.provisions)
    needed = tuple(dict.fromkeys(formulas.needed(formula)))
    declared = _declared(standing, gate)
    return Condition(
        holder=asserted.by,
        at=asserted.at,
        formula=asserted.formula,
        words=asserted.words,
        mapping=asserted.mapping,
        claim=asserted.source.claim.id if asserted.source.claim else None,
        matters=tuple(dict.fromkeys(matter for matter, _ in needed)),
        cells={v.id: _cell(standing, formula, declared, v) for v in standing.viewpoints},
        open_parts={v.id: _open(standing, needed, v) for v in standing.viewpoints},
        unmeasurable=formulas.unmeasurable(formula),
        blocking={v.id: _blocking(standing, formula, declared, v) for v in standing.viewpoints},
    )


def _blocking(
    standing: Standing, formula: Formula, declared: tuple[Assertion, ...], viewpoint: Viewpoint
) -> Blocking:
    """What is open in one account; an act is settled by those alone who perform it."""
    holders = tuple(sorted(viewpoint.holders))

    def value(leaf: formulas.Leaf) -> Truth:
        if isinstance(leaf, Duty):
            return standing.cells(leaf.id)[viewpoint.id].value
        return Truth.MET if _said(standing, leaf, declared, viewpoint) else Truth.UNKNOWN

    def by(leaf: formulas.Leaf) -> tuple[str, ...]:
        if isinstance(leaf, Duty):
            return holders or (viewpoint.id,)
        return tuple(
            h for h in holders if isinstance(leaf, Act) and speaks_for(leaf.by, frozenset({h}), standing.side)
        )

    return blocking(formula, value, by)


def _cell(
    standing: Standing, formula: Formula, declared: tuple[Assertion, ...], viewpoint: Viewpoint
) -> Cell:
    held = {matter: standing.cells(matter)[viewpoint.id] for matter in duties(formula)}
    acts = tuple(claim for leaf in leaves(formula) for claim in _said(standing, leaf, declared, viewpoint))

    def of(leaf: formulas.Leaf) -> formulas.Worth:
        if isinstance(leaf, Duty):
            return formulas.Worth(held[leaf.id].value, held[leaf.id].with_proposals)
        done = Truth.MET if _said(standing, leaf, declared, viewpoint) else Truth.UNKNOWN
        return formulas.Worth(done, done)

    found = formulas.worth(formula, of)
    cells = tuple(held.values())
    return Cell(
        value=found.value,
        ground=None if found.value is Truth.UNKNOWN else Ground.COMPUTED,
        reason=formulas.reason(formula, found.value),
        claims=tuple(dict.fromkeys((*_each(cells, "claims"), *acts))),
        with_proposals=found.with_proposals,
        proposals=joined(cell.proposals for cell in cells),
        general=any(cell.general for cell in cells),
        at=max((cell.at for cell in cells if cell.at), default=None),
        also=_also(formula, cells),
        held=_each(cells, "held"),
    )


def _said(
    standing: Standing, leaf: formulas.Leaf, declared: tuple[Assertion, ...], viewpoint: Viewpoint
) -> tuple[str, ...]:
    """The statements by which an act was performed, in the account of those who performed it: to announce is to say so."""
    if not isinstance(leaf, Act):
        return ()
    return tuple(
        said.source.claim.id
        for said in declared
        if said.source.claim
        and (said.by in leaf.by or standing.side(said.by) in leaf.by)
        and speaks_for((said.by,), viewpoint.holders, standing.side)
    )


def _also(formula: Formula, cells: tuple[Cell, ...]) -> tuple[Reason, ...]:
    found = {cell.reason for cell in cells if cell.value is Truth.UNKNOWN}
    if formulas.unmeasurable(formula):
        found.add(Reason.UNMEASURABLE)
    return tuple(sorted(found, key=lambda code: code.rank))


def _each(cells: Iterable[Cell], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for cell in cells for claim in getattr(cell, name)))


def _open(
    standing: Standing, needed: tuple[tuple[str, Truth], ...], viewpoint: Viewpoint
) -> tuple[OpenPart, ...]:
    by = tuple(sorted(viewpoint.holders))
    cells = ((matter, wanted, standing.cells(matter)[viewpoint.id].value) for matter, wanted in needed)
    return tuple(OpenPart(matter, wanted, held, by) for matter, wanted, held in cells if held is not wanted)
