"""An account: what is owed, handed over as its giver says, received as its receiver says, and what lies between. Numbers only.

Each viewpoint reckons what is owed by its own figures; none is chosen and nothing is averaged. Renaming the parties mirrors it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from truceline.agreement.amounts import AmountError, in_words, leaves, parse
from truceline.agreement.amounts.bounds import Bounds
from truceline.agreement.amounts.figured import formulas
from truceline.agreement.amounts.reckoning import Step, told
from truceline.agreement.in_force import in_force, lives
from truceline.agreement.model import Account, Agreement, Figured, Provision, Target
from truceline.evidence import EvidenceIndex, Viewpoint, ordered
from truceline.status.clocks import Side, first_name, speaks_for
from truceline.status.holding import Counts, Held, counts_for, counts_of, day_of, latest


class Part(StrEnum):
    """Which part a viewpoint has in a duty: it hands over, it receives, both, or it looks on."""

    GIVER = "giver"
    RECEIVER = "receiver"
    BOTH = "both"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Told:
    """One viewpoint's account: what is owed by its figures, what it states as done and of which day, what is left open then.

    ``owed`` is of the day of ``done`` where what was owed then can be reckoned, else of the day of the account; ``day`` tells
    which. ``left`` is owed less done, None where either is not held; below zero where more was done than is owed.
    """

    viewpoint: Viewpoint
    part: Part
    owed: Step
    day: date
    done: Step
    done_on: date | None
    left: Bounds | None

    @property
    def held(self) -> bool:
        """Whether this viewpoint holds a figure of its own, of what is done or of what the formula needs."""
        return self.done.amount is not None or self.owed.figures


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of a duty: ``counts`` what is counted, ``rule`` how much is owed in words ("" where nothing is in this count).

    ``by`` asserts the rule by the statement ``claim``, both "" for the text's own. ``between`` is the giver's number less the receiver's; None where one of them is not held, or where several give or receive.
    """

    provision: Provision
    id: str
    counts: str
    rule: str
    unit: str
    accounts: tuple[Told, ...]
    between: Bounds | None = None
    by: str = ""
    claim: str = ""

    def line(self) -> dict[str, Any]:
        """The line in the ``--json`` of ``truceline accounts``."""
        return {
            "provision": self.provision.id,
            "id": self.id,
            "counts": self.counts,
            "rule": self.rule,
            "rule_by": self.by,
            "unit": self.unit,
            "between": _ends(self.between),
            "viewpoints": {t.viewpoint.id: _told(t) for t in self.accounts},
        }


def handover(
    agreement: Agreement,
    account: Account,
    index: EvidenceIndex,
    viewpoints: Iterable[Viewpoint],
    as_of: date,
    side: Side = first_name,
    name: Callable[[str], str] = str,
) -> tuple[Line, ...]:
    """The lines of an account: for each duty the text's own quantities as in force on ``as_of``, then the figures under it, as known by then.

    A viewpoint stands in a line where it gives, receives, or holds a figure of its own. A receiver that the account names and no
    viewpoint covers has its own, called by ``name``.
    """
    voices = [v for v in viewpoints if not v.mission]
    views = ordered([*voices, *_uncovered(account, voices, side, name)])
    changed = in_force(agreement)
    maker = _Maker(changed, account, index, views, as_of, side)
    found = (changed.provisions[p] for p in account.provisions if p in changed.provisions)
    return tuple(line for p in found for line in maker.lines(p))


def account_of(agreement: Agreement, provision: Provision) -> Account:
    """One duty as an account of its own, with the receivers that an account of the file names for it."""
    found = (a.receivers[provision.id] for a in agreement.accounts.values() if provision.id in a.receivers)
    named = next(found, None)
    receivers = {provision.id: named} if named else {}
    return Account(provision.id, provision.name, (provision.id,), receivers=receivers)


def _uncovered(
    account: Account, views: Iterable[Viewpoint], side: Side, name: Callable[[str], str]
) -> Iterator[Viewpoint]:
    covered = {holder for view in views for holder in view.holders}
    named = dict.fromkeys(actor for actors in account.receivers.values() for actor in actors)
    for actor in named:
        if side(actor) not in covered:
            yield Viewpoint(actor, name(actor), frozenset({side(actor)}))


@dataclass(frozen=True, slots=True)
class _Maker:
    agreement: Agreement
    account: Account
    index: EvidenceIndex
    views: tuple[Viewpoint, ...]
    as_of: date
    side: Side

    def lines(self, provision: Provision) -> Iterator[Line]:
        for target in provision.targets:
            if self._stands(target) and (target.formula or target.low is not None or target.high is not None):
                yield self._line(
                    provision, provision.id, target.counts, target, counts_for(provision, target)
                )
        for found in self.agreement.figures.values():
            if found.provision == provision.id and not self._operand(found) and self._known(found):
                target = Target(
                    found.name,
                    unit=found.unit,
                    per=found.per,
                    by=found.by,
                    formula=found.formula,
                    source=found.source,
                )
                yield self._line(provision, found.id, found.name, target, counts_of(self.agreement, found))

    def _stands(self, target: Target) -> bool:
        """Whether it is an amount of the text in force on the day, or one that somebody asserts by an amendment or keeps against one."""
        if not lives(target.within, self.as_of):
            return False
        last = target.source.date.latest
        return not target.by or (target.within.known and last is not None and last <= self.as_of)

    def _operand(self, found: Figured) -> bool:
        """Whether the figure stands in a formula alone and is shown there."""
        return not found.formula and any(
            found.id == getattr(leaf, "id", "") for leaf in _leaves(self.agreement)
        )

    def _known(self, found: Figured) -> bool:
        """What somebody asserts counts from the last possible day of its source."""
        last = found.source.date.latest
        return not found.by or (last is not None and last <= self.as_of)

    def _line(self, provision: Provision, id_: str, counts: str, target: Target, fits: Counts) -> Line:
        made = [self._told(provision, id_, target, fits, view) for view in self.views]
        kept = tuple(t for t in made if t.part is not Part.OTHER or t.held)
        rule = _rule(self.agreement, target)
        claim = target.source.claim.id if target.by and target.source.claim else ""
        return Line(provision, id_, counts, rule, target.unit, kept, _between(kept), target.by, claim)

    def _told(self, provision: Provision, id_: str, target: Target, fits: Counts, view: Viewpoint) -> Told:
        day = self._day(provision, fits, view)
        now, then = self._held(view, self.as_of), self._held(view, day or self.as_of)
        done, due = then.counted(provision.id, fits, target.counts), then.target(id_, target)
        if not lives(target.within, then.on):  # on the day of which the figure speaks another amount was owed
            due = Step(due.words, None, missing=due.missing)
        late = due.amount is None
        owed, on = (now.target(id_, target), self.as_of) if late else (due, then.on)
        left = due.amount.minus(done.amount) if due.amount and done.amount else None
        return Told(view, self._part(provision, view), owed, on, done, day, left)

    def _day(self, provision: Provision, fits: Counts, view: Viewpoint) -> date | None:
        """The day of the latest figure that this viewpoint states of what is done."""
        own = (r for r in self.index.rows(provision.id) if r.holder in view.holders)
        return max((day_of(r) for r in latest(own, fits, self.as_of, self.as_of)), default=None)

    def _held(self, view: Viewpoint, on: date) -> Held:
        return Held(self.agreement, self.index.rows, view, self.as_of, on, self.side)

    def _part(self, provision: Provision, view: Viewpoint) -> Part:
        receivers = self.account.receivers.get(provision.id, provision.beneficiary)
        gives = speaks_for(provision.bearer, view.holders, self.side)
        takes = speaks_for(receivers, view.holders, self.side)
        if gives and takes:
            return Part.BOTH
        return Part.GIVER if gives else Part.RECEIVER if takes else Part.OTHER


def _between(accounts: Iterable[Told]) -> Bounds | None:
    given = [t.done.amount for t in accounts if t.part is Part.GIVER]
    taken = [t.done.amount for t in accounts if t.part is Part.RECEIVER]
    if len(given) != 1 or len(taken) != 1 or given[0] is None or taken[0] is None:
        return None
    return given[0].minus(taken[0])


def _leaves(agreement: Agreement) -> Iterator[object]:
    for _, formula in formulas(agreement):
        try:
            yield from leaves(parse(formula))
        except AmountError:
            continue


def _rule(agreement: Agreement, target: Target) -> str:
    """How much is owed in words: the number, or the formula; "" where nothing is."""
    per = f" per {target.per}" if target.per else ""
    if not target.formula:
        known = target.low is not None or target.high is not None
        return f"{told(Bounds.of(target.low, target.high))}{per}" if known else ""
    return in_words(agreement, target.formula)


def _ends(amount: Bounds | None) -> dict[str, float | None] | None:
    if amount is None:
        return None
    low, high = amount.low, amount.high
    return {"low": None if low is None else float(low), "high": None if high is None else float(high)}


def _told(found: Told) -> dict[str, Any]:
    return {
        "part": found.part.value,
        "owed": _ends(found.owed.amount),
        "owed_words": found.owed.words,
        "owed_on": found.day.isoformat(),
        "owed_missing": list(found.owed.missing),
        "owed_claims": list(found.owed.evidence()),
        "stated": _ends(found.done.amount),
        "stated_on": found.done_on.isoformat() if found.done_on else None,
        "stated_claims": list(found.done.claims),
        "left": _ends(found.left),
    }
