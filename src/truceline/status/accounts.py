"""One viewpoint's account of one duty: its rows weighed, selected and joined. Nothing here knows a clock or a finding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from truceline.agreement.model import Deed, Provision, Target
from truceline.evidence import Evidence, Ground, Selection, Truth, Viewpoint, asked, select
from truceline.status import quantities
from truceline.status.clocks import Side, speaks_for
from truceline.status.reasons import Reason, of_words

Weighed = tuple[Evidence, Reason]
_SPEAKS = frozenset({Reason.STATED, Reason.COMPUTED, Reason.UNDECIDED})


class Account(NamedTuple):
    """What the rows of a viewpoint say on a day.

    ``chosen`` give the value, or leave it undecided; ``mute`` speak on the matter and give none, each with its reason;
    ``superseded`` gave way to later or more specific rows; ``held`` may be later than the day. ``spoken`` is the selection of those
    that speak.
    """

    chosen: tuple[Evidence, ...] = ()
    mute: tuple[Weighed, ...] = ()
    superseded: tuple[Evidence, ...] = ()
    held: tuple[Evidence, ...] = ()
    spoken: Selection = Selection(())

    @property
    def inconsistent(self) -> bool:
        """Whether a holder speaks for and against at one time."""
        return bool(self.spoken.inconsistent)

    @property
    def unsettled(self) -> frozenset[str]:
        """The holders whose account candidates alone do not settle: see Selection."""
        return self.spoken.unsettled

    def truth(self, ground: Ground) -> Truth:
        """The join of the bits that stand on this ground."""
        value = Truth.UNKNOWN
        for row in self.chosen:
            if row.ground is ground:
                value = value.join(row.truth)
        return value


def owed(
    provision: Provision, viewpoint: Viewpoint, as_of: date, side: Side, on: date | None = None
) -> tuple[Target, ...]:
    """The quantities a viewpoint measures by: its own holders' reading, else the text's, else every asserted one.

    What somebody asserts counts from the day of its source, so that it leaks into no earlier day. Of amounts that run in time
    those of the day ``on`` (``as_of`` where None).
    """
    on = asked(as_of, on)
    known = [
        t
        for t in provision.targets
        if (t.within.earliest or on) <= on <= (t.within.latest or on)
        and (not t.by or (t.source.date.latest is not None and t.source.date.latest <= as_of))
    ]
    own = [t for t in known if t.by and speaks_for((t.by,), viewpoint.holders, side)]
    text = [t for t in known if not t.by]
    return tuple(own or text or known)


def account(
    weighed: Iterable[Weighed], as_of: date, *, on: date | None = None, proposals: bool = False
) -> Account:
    """Select among the rows that speak and, apart, among those that do not.

    Apart, so that a demand or an incomparable figure never drives out a statement of what is. ``proposals`` counts unchecked
    rows as if accepted, ``on`` is the day asked about (``as_of`` where None).
    """
    speaking: list[Evidence] = []
    silent: list[Evidence] = []
    why: dict[int, Reason] = {}  # by identity: selecting hands back the very rows it was given
    for row, reason in weighed:
        if reason in _SPEAKS:
            speaking.append(row)
        else:
            silent.append(row)
            why[id(row)] = reason
    spoken = select(speaking, as_of, on=on, proposals=proposals)
    mute = select(silent, as_of, on=on, proposals=proposals) if silent else Selection(())
    return _account(spoken, mute, why)


def _account(spoken: Selection, mute: Selection, why: dict[int, Reason]) -> Account:
    return Account(
        chosen=spoken.chosen,
        mute=tuple((row, why[id(row)]) for row in mute.chosen),
        superseded=spoken.superseded + mute.superseded,
        held=spoken.held + mute.held,
        spoken=spoken,
    )


def expected(weighed: Iterable[Weighed], as_of: date, on: date | None = None) -> Account | None:
    """The account as it would be if every unchecked row were accepted, of what then speaks; None where that is the same."""
    speaking = [(row, reason) for row, reason in weighed if reason in _SPEAKS]
    if all(row.checked for row, _ in speaking):
        return None
    return account(speaking, as_of, on=on, proposals=True)


def weigh(
    row: Evidence, provision: Provision, targets: tuple[Target, ...], rests: tuple[str, ...] = ()
) -> Weighed:
    """The row with what it shows about the duty: its own bits, or its figure set beside what is owed.

    ``rests`` are the claims by which what is owed was reckoned.
    """
    if row.truth is not Truth.UNKNOWN:
        return row, Reason.COMPUTED if row.ground is Ground.COMPUTED else Reason.STATED
    reason = of_words(row.why)
    if row.figure is None or reason is not Reason.NO_STATE:
        return row, reason
    outcome = quantities.against(row.figure, targets, provision)
    shown = outcome if outcome.truth is Truth.UNKNOWN else _judged(outcome, provision)
    if shown.reason not in _SPEAKS:
        return row, shown.reason
    return row.shown(shown.truth, rests), shown.reason


def _judged(outcome: quantities.Outcome, provision: Provision) -> quantities.Outcome:
    """No arithmetic on a permission, and none on a duty whose condition nobody is named to judge (difficulty 6)."""
    if provision.deed is Deed.PERMISSION:
        return quantities.Outcome(Truth.UNKNOWN, Reason.PERMISSION)
    if provision.condition and not provision.judge:
        return quantities.Outcome(Truth.UNKNOWN, Reason.NO_JUDGE)
    return outcome
