"""Where each duty stands on a day, duty by duty: the rows of a matter are read once and given to each viewpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from truceline.agreement.in_force import in_force
from truceline.agreement.model import Agreement, Provision, Target
from truceline.evidence import (
    CandidateIndex,
    Evidence,
    EvidenceIndex,
    Finding,
    Ground,
    Truth,
    Viewpoint,
    asked,
    ordered,
    timed,
)
from truceline.evidence.finding import met_since, standing
from truceline.status.accounts import Account, Weighed, account, expected, owed, weigh
from truceline.status.cells import Cell, of_findings, told
from truceline.status.clocks import Side, first_name
from truceline.status.degree import degree
from truceline.status.holding import Held, day_of, reckoned
from truceline.status.life import Life, life
from truceline.status.listed import Listed
from truceline.status.occasions import occasions

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


def is_later(agreement: Agreement, provision: Provision, on: date) -> bool:
    """Whether none of the provision's texts existed on the day; one whose instrument has no date stands on every day."""
    texts = [agreement.instruments[t] for t in provision.texts if t in agreement.instruments]
    return bool(texts) and all((text.date.earliest or on) > on for text in texts)


class Standing:
    """The cells of an agreement's duties on a day, each worked out when asked for and then kept.

    ``on`` is the day asked about, ``as_of`` where nobody asks for another: what was said by ``as_of`` tells what held on it. An index
    that picks candidates picks them for one day alone, so that with two days every row is read. Raises ValueError where ``on`` lies
    after ``as_of``.

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
        on: date | None = None,
    ) -> None:
        self.agreement = in_force(with_texts(agreement))
        self.as_of = as_of
        self.on = asked(as_of, on)
        self.side = side
        self._past = self.on != as_of
        self._findings: dict[str, list[Finding]] = {}
        for finding in findings:
            self._findings.setdefault(finding.matter, []).append(finding)
        self._over(index, viewpoints)

    def beside(self, index: EvidenceIndex, viewpoints: Iterable[Viewpoint]) -> Standing:
        """The same duties, findings and day over other rows and columns, without working out anew what is in force."""
        made = copy(self)
        made._over(index, viewpoints)  # noqa: SLF001 - another of the same class
        return made

    def _over(self, index: EvidenceIndex, viewpoints: Iterable[Viewpoint]) -> None:
        self.index = index
        self.viewpoints = ordered(viewpoints)
        self._indexed = index if isinstance(index, CandidateIndex) and not self._past else None
        self._voices = tuple(v for v in self.viewpoints if not v.mission)
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
        return standing(self._findings.get(matter, ()), matter, self.on)

    def _cell(self, provision: Provision, viewpoint: Viewpoint) -> Cell:
        lived = self.life(provision, viewpoint)
        if viewpoint.mission:
            found = of_findings(self._findings.get(provision.id, ()), provision.id, self.on, lived)
            return replace(found, degree=degree(found.value, (), provision, ())) if found.value else found
        checked, more, proposals = self._account(provision)[viewpoint.id]
        full = None if self._indexed is None else partial(self._full, provision, viewpoint)
        measured = partial(owed, provision, viewpoint, self.as_of, self.side, self.on)
        return told(checked, more, provision, lived, proposals, full, measured)

    def life(self, provision: Provision, viewpoint: Viewpoint) -> Life:
        """The life of a duty under the start dates and statements of a viewpoint; the mission asserts no start date."""
        holders = None if viewpoint.mission else viewpoint.holders

        def done(matter: str) -> tuple[Truth, date | None]:
            return self._done(matter, viewpoint)

        def since(matter: str) -> date | None:
            return self._since(matter, viewpoint)

        def last(matter: str) -> date | None:
            held = self.fulfilments(matter, viewpoint, each=True)
            return day_of(held[-1]) if held else None

        return life(self.agreement, provision, self.as_of, done, holders, self.side, since, self.on, last)

    def _done(self, matter: str, viewpoint: Viewpoint) -> tuple[Truth, date | None]:
        """What is held of a duty that another waits for. It needs no clock itself, so circles of duties end here."""
        provision = self.agreement.provisions.get(matter)
        if provision is None:
            return Truth.UNKNOWN, None
        if viewpoint.mission:
            cell = of_findings(self._findings.get(matter, ()), matter, self.on, Life.NO_DEADLINE)
            return cell.value, cell.at
        held = self._account(provision)[viewpoint.id][0]
        truth = held.truth(Ground.STATED).join(held.truth(Ground.COMPUTED))
        return truth, max((row.at for row in held.chosen if row.truth & Truth.MET), default=None)

    def _since(self, matter: str, viewpoint: Viewpoint) -> date | None:
        """The first day since which a duty is met in the viewpoint without a word to the contrary; None where it is not met."""
        if viewpoint.mission:
            return met_since(self._findings.get(matter, ()), self.on)
        return min((row.at for row in self.fulfilments(matter, viewpoint)), default=None)

    def forget(self, matters: Iterable[str]) -> None:
        """Work the cells of these matters out anew when they are next asked for: their rows, or what they wait for, changed."""
        for matter in matters:
            self._read.pop(matter, None)
            self._accounts.pop(matter, None)
            self._cells.pop(matter, None)

    def fulfilments(self, matter: str, viewpoint: Viewpoint, *, each: bool = False) -> tuple[Evidence, ...]:
        """The statements of a viewpoint by which a duty is fulfilled; with ``each`` every occasion on which something of it was done
        (status/occasions.py), else those of the first day on which it was met since anybody of the viewpoint last said that it was not: words repeated later move no clock.

        None where the viewpoint holds the duty contested, as its clock is then in dispute.
        """
        provision = self.agreement.provisions.get(matter)
        if provision is None or viewpoint.mission:
            return ()
        if each:
            rows = (row for row in self._rows(matter) if row.holder in viewpoint.holders)
            return occasions(rows, provision, self.as_of, self.on)
        held = self._account(provision)[viewpoint.id][0]
        if self._done(matter, viewpoint)[0] is not Truth.MET:
            return ()
        if self._indexed is not None:
            held = self._telling(provision, viewpoint, self._indexed)
        return _first_met(held.chosen, _specific((*held.superseded, *held.chosen)))

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
        held = self.index.rows(provision.id)
        spoken = _by_holder(map(timed, held) if self._past else held)
        made: dict[str, Told] = {}
        for viewpoint in self._voices:
            rows = _of_viewpoint(spoken, viewpoint)
            accounts = self._of(provision, viewpoint, rows)
            made[viewpoint.id] = (*accounts, _proposed(rows, self.as_of, self.on))
        return made

    def _of(
        self, provision: Provision, viewpoint: Viewpoint, rows: Sequence[Evidence]
    ) -> tuple[Account, Account | None]:
        weighed = self.weighed(provision, viewpoint, rows)
        return account(weighed, self.as_of, on=self.on), expected(weighed, self.as_of, self.on)

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
        checked, more = self._of(provision, viewpoint, rows)
        if doubtful := checked.unsettled | (more.unsettled if more else frozenset()):
            assert self._indexed is not None
            settled = [row for row in rows if row.holder not in doubtful]
            deeper = (row for h in sorted(doubtful) for row in self._indexed.rows_of(provision.id, h))
            checked, more = self._of(provision, viewpoint, [*settled, *deeper])
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
        weighed = self.weighed(provision, viewpoint, self._all(provision, viewpoint))
        return account(weighed, self.as_of, on=self.on)

    def _telling(self, provision: Provision, viewpoint: Viewpoint, index: CandidateIndex) -> Account:
        """The account of the checked rows that may show something: no other row fulfils a duty or says that it is not done."""
        rows = [row for h in sorted(viewpoint.holders) for row in index.telling(provision.id, h)]
        return account(self.weighed(provision, viewpoint, rows), self.as_of, on=self.on)

    def weighed(
        self, provision: Provision, viewpoint: Viewpoint, rows: Iterable[Evidence]
    ) -> Sequence[Weighed]:
        """The rows with what they show about the duty, figures set beside what the viewpoint holds to be owed."""
        targets = owed(provision, viewpoint, self.as_of, self.side, self.on)
        if not any(t.formula for t in targets):
            return [weigh(row, provision, targets) for row in rows]
        return [weigh(row, provision, *self._reckoned(provision, viewpoint, targets, row)) for row in rows]

    def held(self, viewpoint: Viewpoint, on: date) -> Held:
        """What a viewpoint holds of the figures in formulas, on a day."""
        return Held(self.agreement, self._rows, viewpoint, self.as_of, on, self.side)

    def _rows(self, matter: str) -> Sequence[Evidence]:
        """Every row on a matter that formulas reckon with, read once until released."""
        if matter not in self._read:
            held = self.index.rows(matter)
            self._read[matter] = tuple(map(timed, held) if self._past else held)
        return self._read[matter]

    def _reckoned(
        self, provision: Provision, viewpoint: Viewpoint, targets: tuple[Target, ...], row: Evidence
    ) -> tuple[tuple[Target, ...], tuple[str, ...]]:
        """The targets with their formulas reckoned for the day of which the row speaks, and the claims behind them."""
        if row.figure is None:
            return targets, ()
        held = self.held(viewpoint, min(day_of(row), self.on))
        made = [(t, held.target(provision.id, t) if t.formula else None) for t in targets]
        claims = tuple(dict.fromkeys(c for _, step in made if step for c in step.evidence()))
        return tuple(reckoned(t, step) if step else t for t, step in made), claims


def _specific(rows: Sequence[Evidence]) -> Sequence[Evidence]:
    """Without the general words of those who also speak of the duty itself."""
    named = {row.holder for row in rows if not row.general and row.truth is not Truth.UNKNOWN}
    return [row for row in rows if not (row.general and row.holder in named)]


def _first_met(chosen: Sequence[Evidence], rows: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The rows of the first day of being met after the last one on which any of ``rows`` says otherwise.

    Where nothing was said of it since then, as when an open figure took the place of a "no", the latest that count.
    """
    denied = max((row.at for row in rows if row.truth & Truth.NOT_MET), default=date.min)
    met = [row for row in rows if row.truth is Truth.MET and row.at > denied]
    day = min((row.at for row in met), default=None)
    if day is None:
        met = [row for row in chosen if row.truth is Truth.MET]
        day = max((row.at for row in met), default=None)
    return tuple(row for row in met if row.at == day)


def _proposed(rows: Iterable[Evidence], as_of: date, on: date) -> tuple[str, ...]:
    """The unchecked claims known by then; of a day in the past, those that do not speak of later days alone."""
    waiting = (row for row in rows if not row.checked and row.known <= as_of)
    if on == as_of:
        return tuple(sorted({row.claim for row in waiting}))
    return tuple(sorted({row.claim for row in waiting if (row.on.earliest or on) <= on}))


def _by_holder(rows: Iterable[Evidence]) -> ByHolder:
    spoken: dict[str, list[Evidence]] = {}
    for row in rows:
        spoken.setdefault(row.holder, []).append(row)
    return spoken


def _of_viewpoint(spoken: ByHolder, viewpoint: Viewpoint) -> Sequence[Evidence]:
    return [row for holder in sorted(viewpoint.holders) for row in spoken.get(holder, ())]
