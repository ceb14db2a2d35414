"""What moved between two days, and which statements moved it: two boards of one agreement set side by side.

Both boards are worked out anew from what is held, each as known on its day, under the same viewpoints; nothing is remembered of
the one when the other is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.agreement.model import Agreement, Assertion
from truceline.evidence import EvidenceIndex, Finding, Truth, Viewpoint
from truceline.status.board import Board, board
from truceline.status.calendar import Dated, calendar
from truceline.status.cells import Cell
from truceline.status.clocks import Side, first_name
from truceline.status.gates import Condition

NOTHING: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """One cell on both days: ``matter`` in a viewpoint, ``holder`` and ``at`` where it is a condition for the next phase.

    ``new`` are the statements it rests on now and did not before, ``gone`` those it rested on and does no more; ``before`` is None
    where the row did not stand yet: its text is later, or nobody had stated the condition.
    """

    matter: str
    viewpoint: Viewpoint
    before: Cell | None
    after: Cell
    holder: str = ""
    at: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it holds something else, or nothing for another reason; a new row counts where it holds something."""
        if self.before is None:
            return bool(self.after.claims)
        then, now = self.before, self.after
        return (then.value, then.reason, then.ground) != (now.value, now.reason, now.ground)

    @property
    def value_moved(self) -> bool:
        """Whether its value is another; an unknown one that is unknown for another reason has moved without that."""
        before = self.before.value if self.before else Truth.UNKNOWN
        return before is not self.after.value

    @property
    def new(self) -> tuple[str, ...]:
        """The statements that came to count, in the order of the cell."""
        old = set(self.before.claims) if self.before else set()
        return tuple(claim for claim in self.after.claims if claim not in old)

    @property
    def gone(self) -> tuple[str, ...]:
        """The statements that gave way, or ceased to count."""
        return tuple(
            c for c in (self.before.claims if self.before else NOTHING) if c not in self.after.claims
        )

    @property
    def clock_moved(self) -> bool:
        """Whether the life of the duty is another: its clock began, ran out or came into dispute."""
        return self.before is not None and not self.holder and self.before.life is not self.after.life

    def line(self) -> dict[str, Any]:
        """The cell for programs; ids of claims and findings only."""
        return {
            "id": self.matter,
            **({"holder": self.holder, "at": self.at} if self.holder else {}),
            "viewpoint": self.viewpoint.id,
            "before": _side(self.before),
            "after": _side(self.after),
            "new": list(self.new),
            "gone": list(self.gone),
            "findings": [f.id for f in self.findings],
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """What is otherwise on ``later`` than on ``earlier``.

    ``moved`` cells hold something else, ``added`` the same on further statements, ``clocks`` only another life; ``asserted`` are the
    conditions and ``declared`` the announcements (by gate) that were not known before; ``passed`` the deadlines and ends that were not
    past on the first day and are on the second, by the calendar of the second; ``texts`` the instruments that did not exist before.
    """

    agreement: str
    earlier: date
    later: date
    moved: tuple[Moved, ...]
    added: tuple[Moved, ...]
    clocks: tuple[Moved, ...]
    asserted: tuple[tuple[str, Condition], ...]
    declared: tuple[tuple[str, Assertion], ...]
    passed: tuple[Dated, ...]
    texts: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything is otherwise at all."""
        lists = (self.moved, self.added, self.clocks, self.asserted, self.declared, self.passed, self.texts)
        return any(lists)

    @property
    def claims(self) -> frozenset[str]:
        """Every statement that came to count in a cell or is a condition newly stated."""
        cells = {claim for cell in (*self.moved, *self.added) for claim in cell.new}
        return frozenset(cells | {c.claim for _, c in self.asserted if c.claim})


def changes(
    agreement: Agreement,
    index: EvidenceIndex,
    viewpoints: Iterable[Viewpoint],
    days: tuple[date, date],
    findings: Iterable[Finding] = (),
    side: Side = first_name,
) -> Changes:
    """What changed from the first day to the second; days in the wrong order are put in order, one day with itself gives nothing."""
    earlier, later = sorted(days)
    columns, concluded = tuple(viewpoints), tuple(findings)
    then = board(agreement, index, columns, earlier, concluded, side)
    now = board(agreement, index, columns, later, concluded, side)
    made = sorted((f for f in concluded if earlier < f.at <= later), key=lambda f: (f.order, f.id))
    cells = (*_rows(then, now, made), *_conditions(then, now))
    dated = calendar(agreement, index, columns, later, concluded, side)
    known = {_key(gate, c) for gate, c in _stated(then)}
    return Changes(
        agreement=agreement.id,
        earlier=earlier,
        later=later,
        moved=tuple(c for c in cells if c.changed),
        added=tuple(c for c in cells if not c.changed and (c.new or c.findings)),
        clocks=tuple(c for c in cells if c.clock_moved),
        asserted=tuple((g, c) for g, c in _stated(now) if not c.of_text and _key(g, c) not in known),
        declared=tuple(_declared(then, now)),
        passed=tuple(d for d in dated.past if not d.past(earlier, agreement.cut_off)),
        texts=tuple(_texts(agreement, earlier, later)),
    )


def _rows(then: Board, now: Board, made: list[Finding]) -> Iterator[Moved]:
    before: Mapping[str, Mapping[str, Cell]] = {row.provision.id: row.cells for row in then.rows}
    for row in now.rows:
        matter = row.provision.id
        for view in now.viewpoints:
            concluded = tuple(f for f in made if view.mission and f.matter == matter)
            yield Moved(
                matter, view, before.get(matter, {}).get(view.id), row.cells[view.id], findings=concluded
            )


def _conditions(then: Board, now: Board) -> Iterator[Moved]:
    """The cells of conditions that were known on both days; a new one is told as a condition newly stated."""
    before = {_key(gate, condition): condition for gate, condition in _stated(then)}
    for gate, condition in _stated(now):
        old = before.get(_key(gate, condition))
        for view in now.viewpoints if old else ():
            assert old is not None
            cells = old.cells[view.id], condition.cells[view.id]
            yield Moved(gate, view, *cells, holder=condition.holder, at=str(condition.at))


def _stated(made: Board) -> Iterator[tuple[str, Condition]]:
    for gate in made.gates:
        yield from ((gate.gate.id, condition) for condition in gate.conditions)


def _key(gate: str, condition: Condition) -> tuple[str, ...]:
    return gate, condition.holder, str(condition.at), condition.formula, condition.words


def _declared(then: Board, now: Board) -> Iterator[tuple[str, Assertion]]:
    for old, new in zip(then.gates, now.gates, strict=True):
        yield from ((new.gate.id, said) for said in new.declared if said not in old.declared)


def _texts(agreement: Agreement, earlier: date, later: date) -> Iterator[str]:
    for instrument in agreement.instruments.values():
        first = instrument.date.earliest
        if first is not None and earlier < first <= later:
            yield instrument.id


def _side(cell: Cell | None) -> dict[str, Any] | None:
    return None if cell is None else {**cell.line(), "life": cell.life.value}
