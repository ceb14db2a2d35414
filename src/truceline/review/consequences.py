"""Works out, for one case and day, what each unchecked reading would change if it were accepted as it is.

A cell is worked out again only for the duties that the reading speaks of and for those that wait for them, so that a
reading costs as much as it touches and not as much as the case holds (design.md, idea 4 and "Truth").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from truceline.case import Case, Reading
from truceline.case.viewpoints import NO_COLUMN
from truceline.evidence import Evidence, EvidenceIndex, Kind, Target, Viewpoint
from truceline.review.consequence import CellChange, Consequence
from truceline.status.gates import GateRow, gate_row
from truceline.status.standing import Standing

CHANGES = frozenset(
    {Kind.FIGURE, Kind.POSITION, Kind.STATE, Kind.COMPLIANCE, Kind.CONDITION, Kind.STEP, Kind.INCIDENT}
)
"""The kinds that can stand under "what changed" (frame A)."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An index in which the rows of one claim count as checked; nothing is copied."""

    index: EvidenceIndex
    claim: str

    def rows(self, matter: str) -> Iterable[Evidence]:
        """The rows on the matter, those of the claim as if a person had accepted it."""
        return [r._replace(checked=True) if r.claim == self.claim else r for r in self.index.rows(matter)]

    def matters(self) -> Iterable[str]:
        """Every matter that has a row."""
        return self.index.matters()


class Consequences:
    """Answers what each unchecked reading of a case would change in the report of one day."""

    def __init__(self, case: Case, as_of: date) -> None:
        self.case = case
        self.as_of = as_of
        self._index = case.index()
        self._columns = case.columns(as_of)
        self._now = Standing(
            case.agreement, self._index, self._columns, as_of, case.held.findings, case.lexicon.side
        )
        self._by_views: dict[tuple[str, ...], Standing] = {}
        self._known: dict[str, Consequence] = {}

    def of(self, reading: Reading) -> Consequence:
        """What accepting this one reading would change; nothing where it could not count on that day."""
        if reading.id not in self._known:
            counts = may_count(reading, self.as_of)
            self._known[reading.id] = self._worked_out(reading) if counts else Consequence()
        return self._known[reading.id]

    def _worked_out(self, reading: Reading) -> Consequence:
        kind = reading.claim.kind
        on_issue = bool(reading.linked(Target.ISSUE) or reading.linked(Target.PROVISION))
        rows = [row for row in self.case.rows(reading) if row.known <= self.as_of]
        column, cells, gates = self._moved(reading, rows) if rows else ("", (), ())
        return Consequence(
            cells=cells,
            gates=gates,
            column=column,
            figures=int(kind is Kind.FIGURE),
            positions=int(kind is Kind.POSITION),
            conditions=int(kind is Kind.CONDITION and on_issue),
            news=on_issue and kind in CHANGES and reading.document.known_from == self.as_of,
        )

    def _moved(
        self, reading: Reading, rows: Iterable[Evidence]
    ) -> tuple[str, tuple[CellChange, ...], tuple[str, ...]]:
        """The column that it brings, the cells that it changes and the gates that would stand otherwise.

        Only the viewpoints that hear one of its speakers are worked out: in the others nothing can change.
        """
        views, column = self._views(reading)
        holders = {row.holder for row in rows}
        hearing = tuple(v for v in views if v.holders & holders)
        now = self._before(hearing)
        then = self._now.beside(Accepted(self._index, reading.id), hearing)
        cells = tuple(self._cells({row.matter for row in rows}, now, then))
        return column, cells, tuple(self._gates({c.matter for c in cells}, now, then))

    def _before(self, views: tuple[Viewpoint, ...]) -> Standing:
        """How it stands now in these viewpoints alone."""
        ids = tuple(v.id for v in views)
        if ids not in self._by_views:
            self._by_views[ids] = self._now.beside(self._index, views)
        return self._by_views[ids]

    def _views(self, reading: Reading) -> tuple[tuple[Viewpoint, ...], str]:
        """The columns once the reading is accepted: by the default rule a side heard for the first time gets its own."""
        held, side = self._columns, reading.side
        shown = any(side and side.id in v.holders for v in held)
        if side is None or shown or self.case.settings.viewpoints or NO_COLUMN & set(side.kinds):
            return held, ""
        return (*held, Viewpoint(side.id, side.name, frozenset({side.id}))), side.name

    def _cells(self, matters: set[str], now: Standing, then: Standing) -> Iterator[CellChange]:
        for matter in sorted(matters | {w for m in matters for w in self._waiting.get(m, ())}):
            before, after = now.cells(matter), then.cells(matter)
            name = self.case.agreement.provisions[matter].name
            for view in then.viewpoints:
                old, new = before[view.id].value, after[view.id].value
                if old is not new:
                    yield CellChange(matter, name, view.id, view.label, old, new)

    def _gates(self, changed: set[str], now: Standing, then: Standing) -> Iterator[str]:
        """The names of the gates at which a condition, or what is open under it, would stand otherwise."""
        for gate in self.case.agreement.gates.values() if changed else ():
            before = gate_row(now, gate)
            touched = changed & {m for c in before.conditions for m in c.matters}
            if touched and _stand(before) != _stand(gate_row(then, gate)):
                yield gate.name

    @cached_property
    def _waiting(self) -> Mapping[str, set[str]]:
        """The duties whose clock starts with another's fulfilment, by that other."""
        found: dict[str, set[str]] = {}
        for provision in self.case.agreement.provisions.values():
            for other in [c.after for c in provision.clocks] + [a.after for a in provision.asserted]:
                if other is not None and other in self.case.agreement.provisions:
                    found.setdefault(other, set()).add(provision.id)
        return found


def _stand(gate: GateRow) -> list[object]:
    """What a gate's rows show: the value of each condition in each viewpoint, and what is open under it."""
    return [({v: c.value for v, c in row.cells.items()}, row.open_parts) for row in gate.conditions]


def may_count(reading: Reading, as_of: date) -> bool:
    """Whether it would count on the page once accepted: this ceasefire, in scope, known by then, no repeat."""
    known = reading.document.known_from
    due = known is not None and known <= as_of
    return due and reading.waiting and reading.this_case and reading.in_scope and not reading.repeat_of


def standing(case: Case, as_of: date) -> tuple[Reading, ...]:
    """The unchecked readings on the page of a day's report: accepting one would change a cell, figure, gate, position or
    "what changed". All others are only counted.
    """
    consequences = Consequences(case, as_of)
    return tuple(r for r in case.readings if consequences.of(r).page)
