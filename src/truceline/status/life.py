"""The life of a duty: whether it is in effect, running, due or ended, per viewpoint; its truth stands beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum

from truceline.agreement.model import Agreement, Clock, Deed, Provision
from truceline.evidence import Interval, Truth, asked, dates
from truceline.status.clocks import Side, Start, counted, deadlines, first_name, measured_by, starts


class Life(StrEnum):
    """Where a duty's clock stands; ``disputed`` where the start dates or clocks held give different answers.

    A ban, permission or power is ``in_effect`` where an obligation is ``running`` towards its deadline or has none.
    """

    NOT_IN_EFFECT = "not_in_effect"
    IN_EFFECT = "in_effect"
    RUNNING = "running"
    DUE = "due"
    ENDED = "ended"
    NO_DEADLINE = "no_deadline"
    RECURRING = "recurring"
    DISPUTED = "disputed"

    @property
    def early(self) -> bool:
        """Whether it is too early to compute from a figure that the duty is not met."""
        return self in (Life.NOT_IN_EFFECT, Life.RUNNING)


# What is known of a duty that another waits for: its truth in the viewpoint and the day of the statement that gives it.
Done = Callable[[str], tuple[Truth, date | None]]
Days = tuple[date, date]
"""By which day something was known, and the day asked about."""


def life(
    agreement: Agreement,
    provision: Provision,
    as_of: date,
    done: Done,
    holders: frozenset[str] | None = None,
    side: Side = first_name,
    on: date | None = None,
) -> Life:
    """The life of a provision for those ``holders`` on the day ``on`` (``as_of`` where None), by the starts and clocks held by ``as_of``.

    ``done`` answers for the duties it waits for.
    """
    on = asked(as_of, on)
    instrument = agreement.instruments.get(provision.instrument)
    if instrument and instrument.expires.latest and instrument.expires.latest < on:
        return Life.ENDED
    held = measured_by(provision, as_of, holders, side)
    if not held:
        return _without_deadline(provision)
    return _one(_of_clock(agreement, provision, clock, (as_of, on), done, holders, side) for clock in held)


def _of_clock(
    agreement: Agreement,
    provision: Provision,
    clock: Clock,
    days: Days,
    done: Done,
    holders: frozenset[str] | None,
    side: Side,
) -> Life:
    begun = _come_by(agreement, clock.starts, days, holders, side) if clock.starts else {True}
    if begun != {True}:
        return Life.DISPUTED if True in begun else Life.NOT_IN_EFFECT
    over = _come_by(agreement, clock.until, days, holders, side)
    if True in over:
        return Life.ENDED if over == {True} else Life.DISPUTED
    if clock.after:
        return _after(provision, clock, days[1], done)
    if clock.each or clock.every:
        return Life.RECURRING
    if clock.at is None and clock.anchor is None:
        return _without_deadline(provision)
    held = deadlines(agreement, provision.id, clock, days[0], holders, side)
    return _one(_at(provision, deadline.due, days[1]) for deadline in held) if held else Life.NOT_IN_EFFECT


def _come_by(
    agreement: Agreement, what: str, days: Days, holders: frozenset[str] | None, side: Side
) -> set[bool]:
    """Whether an anchor or a day has come, under each start date held; nothing for words, which come on no day."""
    anchor = agreement.anchors.get(what)
    if anchor is not None:
        as_of, on = days
        return {_come(start.day, on) for start in starts(anchor, as_of, holders, side)}
    try:
        day = dates.parse(what.partition("T")[0])
    except dates.DateError:
        return set()
    return {_come(day, days[1])} if day.known else set()


def _come(day: Interval, on: date) -> bool:
    return day.latest is not None and day.latest <= on


def _after(provision: Provision, clock: Clock, on: date, done: Done) -> Life:
    assert clock.after is not None
    truth, day = done(clock.after)
    if truth is Truth.CONTESTED:
        return Life.DISPUTED
    if truth is not Truth.MET or day is None:
        return Life.NOT_IN_EFFECT
    if clock.each or clock.every:
        return Life.RECURRING
    if clock.offset is None:
        return _without_deadline(provision)
    start = Start(clock.after, Interval(day, day, day.isoformat()), None, ())
    return _at(provision, counted(start, clock.offset or timedelta())[0], on)


def _at(provision: Provision, due: Interval, on: date) -> Life:
    """A duty falls due with its last possible day and a ban ends with it; a power outlives the day it was hoped for."""
    past = due.latest is not None and due.latest <= on
    if provision.deed is Deed.OBLIGATION:
        return Life.DUE if past else Life.RUNNING
    return Life.ENDED if past and provision.deed is Deed.PROHIBITION else Life.IN_EFFECT


def _without_deadline(provision: Provision) -> Life:
    return Life.NO_DEADLINE if provision.deed is Deed.OBLIGATION else Life.IN_EFFECT


def _one(lives: Iterable[Life]) -> Life:
    found = set(lives)
    return found.pop() if len(found) == 1 else Life.DISPUTED
