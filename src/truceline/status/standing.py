"""Where each duty stands on a day, duty by duty: the rows of a matter are read once and given to each viewpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from truceline.agreement.model import Agreement, Provision, Target
from truceline.evidence import (
    CandidateIndex,
    Evidence,
    EvidenceIndex,
    Finding,
    Ground,
    Truth,
    Viewpoint,
    ordered,
)
from truceline.evidence.finding import standing
from truceline.status.accounts import Account, Weighed, account, expected, owed, weigh
from truceline.status.cells import Cell, of_findings, told
from truceline.status.clocks import Side, first_name
from truceline.status.holding import Held, day_of, reckoned
from truceline.status.life import Life, life
from truceline.status.listed import Listed

Told = tuple[Account, Account | None, Sequence[str]]
ByHolder = Mapping[str, Sequence[Evidence]]


def with_texts(agreement: Agreement) -> Agreement:
    """The agreement with each provision's text held as its instrument's is, where the provision itself does not say."""
    held = {
        p.id: p
        if p.text or p.instrument not in agreement.instruments
        else replace(p, text=agreement.instruments[p.instrument].text)
        for p in agreement.provisions.values()
    }
    return replace(agreement, provisions=held)


def is_later(agreement: Agreement, provision: Provision, as_of: date) -> bool:
    """Whether the provision's text did not exist on the day; one whose instrument has no date stands on every day."""
    instrument = agreement.instruments.get(provision.instrument)
    first = instrument.date.earliest if instrument else None
    return first is not None and first > as_of


class Standing:
    """The cells of an agreement's duties on ``as_of``, each worked out when asked for and then kept.

    ``side`` gives the responsible side of an actor id (a lexicon's ``side``); without one, what stands before its first dot.
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
        self.agreement = with_texts(agreement)
        self.viewpoints = ordered(viewpoints)
        self.as_of = as_of
        self.side = side
        self.index = index
        self._indexed = index if isinstance(index, CandidateIndex) else None
        self._voices = tuple(v for v in self.viewpoints if not v.mission)
        self._findings: dict[str, list[Finding]] = {}
        for finding in findings:
            self._findings.setdefault(finding.matter, []).append(finding)
        self._read: dict[str, Sequence[Evidence]] = {}
        self._accounts: dict[str, Mapping[str, Told]] = {}
        self._cells: dict[str, Mapping[str, Cell]] = {}

    def cells(self, matter: str) -> Mapping[str, Cell]:
        """The cell of each viewpoint on a provision, by viewpoint id, in the order of the columns.

        Raises KeyError where the agreement has no such provision.
        """
        if matter not in self._cells:
            provision = self.agreement.provisions[matter]
            made = {v.id: self._cell(provision, v) for v in self.viewpoints}
            self._cells[matter] = MappingProxyType(made)
        return self._cells[matter]

    def concluded(self, matter: str) -> tuple[Finding, ...]:
        """The findings of the mission that stand on a matter."""
        return standing(self._findings.get(matter, ()), matter, self.as_of)

    def _cell(self, provision: Provision, viewpoint: Viewpoint) -> Cell:
        lived = self.life(provision, viewpoint)
        if viewpoint.mission:
            return of_findings(self._findings.get(provision.id, ()), provision.id, self.as_of, lived)
        checked, more, proposals = self._account(provision)[viewpoint.id]
        full = None if self._indexed is None else partial(self._full, provision, viewpoint)
        return told(checked, more, provision, lived, proposals, full)

    def life(self, provision: Provision, viewpoint: Viewpoint) -> Life:
        """The life of a duty under the start dates and statements of a viewpoint; the mission asserts no start date."""
        holders = None if viewpoint.mission else viewpoint.holders

        def done(matter: str) -> tuple[Truth, date | None]:
            return self._done(matter, viewpoint)

        return life(self.agreement, provision, self.as_of, done, holders, self.side)

    def _done(self, matter: str, viewpoint: Viewpoint) -> tuple[Truth, date | None]:
        """What is held of a duty that another waits for. It needs no clock itself, so circles of duties end here."""
        provision = self.agreement.provisions.get(matter)
        if provision is None:
            return Truth.UNKNOWN, None
        if viewpoint.mission:
            cell = of_findings(self._findings.get(matter, ()), matter, self.as_of, Life.NO_DEADLINE)
            return cell.value, cell.at
        held = self._account(provision)[viewpoint.id][0]
        truth = held.truth(Ground.STATED).join(held.truth(Ground.COMPUTED))
        return truth, max((row.at for row in held.chosen if row.truth & Truth.MET), default=None)

    def forget(self, matters: Iterable[str]) -> None:
        """Work the cells of these matters out anew when they are next asked for: their rows, or what they wait for, changed."""
        for matter in matters:
            self._read.pop(matter, None)
            self._accounts.pop(matter, None)
            self._cells.pop(matter, None)

    def fulfilments(self, matter: str, viewpoint: Viewpoint, *, each: bool = False) -> tuple[Evidence, ...]:
        """The statements of a viewpoint by which a duty is fulfilled, those that count on the day; with ``each`` the earlier ones too.

        None where the viewpoint holds the duty contested, as its clock is then in dispute.
        """
        provision = self.agreement.provisions.get(matter)
        if provision is None or viewpoint.mission:
            return ()
        held = self._account(provision)[viewpoint.id][0]
        if each and self._indexed is not None:
            held = self._full(provision, viewpoint)
        if not each and self._done(matter, viewpoint)[0] is not Truth.MET:
            return ()
        rows = (*held.superseded, *held.chosen) if each else held.chosen
        return tuple(row for row in rows if row.truth is Truth.MET)

    def release(self) -> None:
        """Let go of the rows behind the cells that are made; where another duty waits for one of them, they are read again."""
        self._accounts.clear()
        self._read.clear()

    def _account(self, provision: Provision) -> Mapping[str, Told]:
        if provision.id not in self._accounts:
            of = self._from_rows if self._indexed is None else self._from_candidates
            self._accounts[provision.id] = of(provision)
        return self._accounts[provision.id]

    def _from_rows(self, provision: Provision) -> Mapping[str, Told]:
        spoken = _by_holder(self.index.rows(provision.id))
        return {v.id: self._of(provision, v, _of_viewpoint(spoken, v)) for v in self._voices}

    def _of(self, provision: Provision, viewpoint: Viewpoint, rows: Sequence[Evidence]) -> Told:
        weighed = self._weighed(provision, viewpoint, rows)
        return account(weighed, self.as_of), expected(weighed, self.as_of), _proposed(rows, self.as_of)

    def _from_candidates(self, provision: Provision) -> Mapping[str, Told]:
        assert self._indexed is not None
        spoken = _by_holder(self._indexed.candidates(provision.id, self.as_of))
        waiting = self._indexed.waiting(provision.id, self.as_of)
        return {v.id: self._settled(provision, v, spoken, waiting) for v in self._voices}

    def _settled(
        self, provision: Provision, viewpoint: Viewpoint, spoken: ByHolder, waiting: frozenset[str]
    ) -> Told:
        """The accounts from candidates, and from every row where the candidates alone do not settle them."""
        rows = _of_viewpoint(spoken, viewpoint)
        checked, more, _ = self._of(provision, viewpoint, rows)
        if doubtful := checked.unsettled | (more.unsettled if more else frozenset()):
            assert self._indexed is not None
            settled = [row for row in rows if row.holder not in doubtful]
            deeper = (row for h in sorted(doubtful) for row in self._indexed.rows_of(provision.id, h))
            checked, more, _ = self._of(provision, viewpoint, [*settled, *deeper])
        if waiting.isdisjoint(viewpoint.holders):
            return checked, more, ()
        return checked, more, Listed(partial(self._unchecked, provision, viewpoint), some=True)

    def _all(self, provision: Provision, viewpoint: Viewpoint) -> Sequence[Evidence]:
        assert self._indexed is not None
        return [row for h in sorted(viewpoint.holders) for row in self._indexed.rows_of(provision.id, h)]

    def _unchecked(self, provision: Provision, viewpoint: Viewpoint) -> Sequence[str]:
        assert self._indexed is not None
        found = (self._indexed.unchecked(provision.id, holder, self.as_of) for holder in viewpoint.holders)
        return sorted({claim for claims in found for claim in claims})

    def _full(self, provision: Provision, viewpoint: Viewpoint) -> Account:
        """The account of every row, what gave way included."""
        return account(self._weighed(provision, viewpoint, self._all(provision, viewpoint)), self.as_of)

    def _weighed(
        self, provision: Provision, viewpoint: Viewpoint, rows: Iterable[Evidence]
    ) -> Sequence[Weighed]:
        targets = owed(provision, viewpoint, self.as_of, self.side)
        if not any(t.formula for t in targets):
            return [weigh(row, provision, targets) for row in rows]
        return [weigh(row, provision, *self._reckoned(provision, viewpoint, targets, row)) for row in rows]

    def held(self, viewpoint: Viewpoint, on: date) -> Held:
        """What a viewpoint holds of the figures in formulas, on a day."""
        return Held(self.agreement, self._rows, viewpoint, self.as_of, on, self.side)

    def _rows(self, matter: str) -> Sequence[Evidence]:
        """Every row on a matter that formulas reckon with, read once until released."""
        if matter not in self._read:
            self._read[matter] = tuple(self.index.rows(matter))
        return self._read[matter]

    def _reckoned(
        self, provision: Provision, viewpoint: Viewpoint, targets: tuple[Target, ...], row: Evidence
    ) -> tuple[tuple[Target, ...], tuple[str, ...]]:
        """The targets with their formulas reckoned for the day of which the row speaks, and the claims behind them."""
        if row.figure is None:
            return targets, ()
        held = self.held(viewpoint, day_of(row))
        made = [(t, held.target(provision.id, t) if t.formula else None) for t in targets]
        claims = tuple(dict.fromkeys(c for _, step in made if step for c in step.evidence()))
        return tuple(reckoned(t, step) if step else t for t, step in made), claims


def _proposed(rows: Iterable[Evidence], as_of: date) -> tuple[str, ...]:
    return tuple(sorted({row.claim for row in rows if not row.checked and row.known <= as_of}))


def _by_holder(rows: Iterable[Evidence]) -> ByHolder:
    spoken: dict[str, list[Evidence]] = {}
    for row in rows:
        spoken.setdefault(row.holder, []).append(row)
    return spoken


def _of_viewpoint(spoken: ByHolder, viewpoint: Viewpoint) -> Sequence[Evidence]:
    return [row for holder in sorted(viewpoint.holders) for row in spoken.get(holder, ())]
