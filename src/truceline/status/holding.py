"""What one viewpoint holds of the figures in a formula, as could be known on a day: the latest of each of its sides.

A figure is set beside what was owed on the day of which it speaks: a count of 3 November knows nothing of what came later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import reduce

from truceline.agreement.amounts import AmountError, Elapsed, Owed, figured, names, parse
from truceline.agreement.amounts.bounds import Bounds
from truceline.agreement.amounts.reckoning import Step, reckon, told
from truceline.agreement.in_force import lives
from truceline.agreement.model import Agreement, Figured, Provision, Target
from truceline.evidence import Basis, DateError, Evidence, Figure, Truth, Viewpoint, dates, wording
from truceline.status import quantities
from truceline.status.clocks import Side, starts
from truceline.status.reasons import Reason, of_words

Rows = Callable[[str], Iterable[Evidence]]
Counts = Callable[[Figure], bool]


@dataclass(frozen=True, slots=True)
class Held:
    """Implements Holding (agreement/amounts/reckoning.py) for a viewpoint: what it held on day ``on``, as known on ``as_of``.

    ``rows`` gives the evidence on a matter; ``within`` are the amounts being reckoned, so that a circle ends.
    """

    agreement: Agreement
    rows: Rows
    viewpoint: Viewpoint
    as_of: date
    on: date
    side: Side
    name: Callable[[str], str] = str
    within: frozenset[str] = frozenset()

    def stated(self, name: str) -> Step:
        """The figure as this viewpoint states it, or as its formula gives it by this viewpoint's figures."""
        found = figured(self.agreement, name)
        if found is None:
            return Step(name, None, missing=(name,))
        if found.formula:
            return self._by_formula(name, found.formula, found.name)
        return self.counted(found.provision, counts_of(self.agreement, found), found.name)

    def owed(self, provision: str) -> Step:
        """What is owed under a provision, by its own number or formula."""
        held = self.agreement.provisions.get(provision)
        words = names(self.agreement, Owed(provision))
        known = held.targets if held else ()
        target = next((t for t in known if not t.by and lives(t.within, self.on)), None)
        if target is None:
            return Step(words, None, missing=(words,))
        if target.formula:
            return self._by_formula(provision, target.formula, words)
        return self.target(provision, target, words)

    def target(self, provision: str, target: Target, words: str = "") -> Step:
        """What a target comes to: its number, or what its formula gives."""
        words = words or target.counts
        if target.formula:
            return self.formula(provision, target.formula)
        if target.low is None and target.high is None:
            return Step(words, None, missing=(f"an amount of {words}",))
        return Step(words, Bounds.of(target.low, target.high))

    def formula(self, of: str, formula: str) -> Step:
        """What the formula of ``of`` gives; nothing where it cannot be read or rests on itself."""
        try:
            amount = parse(formula)
        except AmountError:
            return Step(formula, None, missing=("a formula that can be read",))
        if of in self.within:
            return Step(formula, None, missing=("an amount that does not rest on itself",))
        return reckon(amount, replace(self, within=self.within | {of}))

    def _by_formula(self, of: str, formula: str, words: str) -> Step:
        made = self.formula(of, formula)
        lead = words if made.amount is None else f"{told(made.amount)} {words}"
        return replace(made, words=f"{lead} ({made.words})")

    def elapsed(self, anchor: str, unit: str) -> Step:
        """The time from each start that this viewpoint counts from to ``on``; a range where several are held."""
        found = self.agreement.anchors.get(anchor)
        words = names(self.agreement, Elapsed(anchor, unit))
        known = starts(found, self.as_of, self.viewpoint.holders, self.side) if found else ()
        spans = [b for s in known if (b := self._since(s.day.earliest, s.day.latest))]
        if not spans:
            return Step(words, None, missing=(f"a day for {found.text if found else anchor}",))
        amount = reduce(Bounds.joined, spans)
        count = amount.product(Bounds.of(24, 24)) if unit == "hour" else amount
        claims = tuple(dict.fromkeys(c for s in known for c in s.claims))
        return Step(f"{told(count)} {words}", amount, claims)

    def _since(self, first: date | None, last: date | None) -> Bounds | None:
        if first is None or last is None:
            return None
        return Bounds(
            Fraction(max((self.on - last).days, 0)),
            Fraction(max((self.on - first).days, 0)),
        )

    def counted(self, provision: str, counts: Counts, words: str) -> Step:
        """What this viewpoint's sides state of a count: the latest of each by the day, from the lowest to the highest.

        A total counts up: one of an earlier day is a lower bound of what it is on this day.
        """
        found = latest(
            (r for r in self.rows(provision) if r.holder in self.viewpoint.holders),
            counts,
            self.as_of,
            self.on,
        )
        if not found:
            by = f", as stated by {self.viewpoint.label}" if self.viewpoint.label else ""
            return Step(words, None, missing=(f"a figure of {words}{by}",))
        claims = tuple(dict.fromkeys(r.claim for r in found))
        said = reduce(Bounds.joined, (amount_of(figure_of(r)) for r in found))
        older = [r for r in found if day_of(r) < self.on and not figure_of(r).per]
        if not older:
            return Step(f"{told(said)} {words}", said, claims, counted=True)
        last = wording.day(max(day_of(r) for r in older), self.as_of)
        return Step(f"{told(said)} {words} by {last}", Bounds(said.low, None), claims, counted=True)


def reckoned(target: Target, step: Step) -> Target:
    """The target with the bounds that its formula gives; without any where nothing is held."""
    low, high = (step.amount.low, step.amount.high) if step.amount else (None, None)
    return replace(
        target, low=None if low is None else float(low), high=None if high is None else float(high)
    )


def counts_of(agreement: Agreement, found: Figured) -> Counts:
    """Which stated figures are of this count: the same words, the same unit, a rate for a rate and a total for a total."""
    provision = agreement.provisions.get(found.provision)
    if found.id in agreement.figures or provision is None:
        return lambda figure: _same(figure, found)
    target = Target(found.name, unit=found.unit, per=found.per)
    return lambda figure: quantities.comparable(figure, target, provision.cues.counts)


def counts_for(provision: Provision, target: Target) -> Counts:
    """Which stated figures are set beside this target."""
    return lambda figure: quantities.comparable(figure, target, provision.cues.counts)


def _same(figure: Figure, found: Figured) -> bool:
    if quantities.unit(figure.per) != quantities.unit(found.per):
        return False
    if not found.per and figure.basis is not Basis.TOTAL:
        return False
    if figure.unit and quantities.words(figure.unit) != quantities.words(found.unit):
        return False
    said = quantities.words(figure.counts)
    return any(said == quantities.words(phrase) for phrase in found.counts)


def latest(rows: Iterable[Evidence], counts: Counts, as_of: date, on: date) -> tuple[Evidence, ...]:
    """The checked figures that count on the day: of each holder those of its latest day; in the order of holders and claims."""
    found: dict[str, list[Evidence]] = {}
    for row in rows:
        if row.checked and row.known <= as_of and day_of(row) <= on and says(row) and counts(figure_of(row)):
            mine = found.setdefault(row.holder, [])
            if mine and day_of(mine[0]) < day_of(row):
                mine.clear()
            if not mine or day_of(mine[0]) == day_of(row):
                mine.append(row)
    return tuple(sorted((r for rows in found.values() for r in rows), key=lambda r: (r.holder, r.claim)))


def says(row: Evidence) -> bool:
    """Whether the row states a number of what is, not of what may be or is owed."""
    if row.figure is None:
        return False
    return row.truth is not Truth.UNKNOWN or of_words(row.why) in (Reason.NO_STATE, Reason.ZERO_ONLY)


def figure_of(row: Evidence) -> Figure:
    """The figure of a row that has one."""
    assert row.figure is not None
    return row.figure


def day_of(row: Evidence) -> date:
    """The day of which a figure speaks: its own as-of day, where that is before it became known, else that."""
    try:
        own = dates.parse(row.figure.as_of).latest if row.figure and row.figure.as_of else None
    except DateError:
        own = None
    return min(own, row.at) if own else row.at


def amount_of(figure: Figure) -> Bounds:
    """The amount of a stated figure, widened for "around"; a count is never below zero."""
    found = quantities.bounds(figure)
    low = max(found.low, 0.0)
    return Bounds.of(low, None if found.high == float("inf") else found.high)
