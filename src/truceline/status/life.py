"""The life of a duty: whether it is in effect, running, due or ended, per viewpoint; its truth stands beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from enum import StrEnum

from truceline.agreement.model import Agreement, Clock, Deed, Provision
from truceline.evidence import Interval, Truth, asked, dates
from truceline.status.clocks import (
    Side,
    Start,
    come,
    counted,
    deadlines,
    first_name,
    measured_by,
    past,
    starts,
    term,
)
from truceline.status.in_force import end_of


class Life(StrEnum):
    """Where a duty's clock stands; ``disputed`` where the start dates or clocks held give different answers.

    ``suspended`` where a later text or somebody has it stand still. A ban, permission or power is ``in_effect`` where an obligation is ``running`` towards its deadline or has none.
    """

    NOT_IN_EFFECT = "not_in_effect"
    IN_EFFECT = "in_effect"
    RUNNING = "running"
    DUE = "due"
    ENDED = "ended"
    NO_DEADLINE = "no_deadline"
    RECURRING = "recurring"
    DISPUTED = "disputed"
    SUSPENDED = "suspended"

    @property
    def early(self) -> bool:
        """Whether it is too early to compute from a figure that the duty is not met."""
        return self in (Life.NOT_IN_EFFECT, Life.RUNNING, Life.SUSPENDED)


# What is known of a duty that another waits for: its truth in the viewpoint and the day of the latest statement that gives it.
Done = Callable[[str], tuple[Truth, date | None]]
# The first day on which such a duty was met and since which nobody of the viewpoint said otherwise; no later than the latest.
Since = Callable[[str], date | None]
Days = tuple[date, date]
"""By which day something was known, and the day asked about."""


def life(
    agreement: Agreement,
    provision: Provision,
    as_of: date,
    done: Done,
    holders: frozenset[str] | None = None,
    side: Side = first_name,
    since: Since | None = None,
    on: date | None = None,
    last: Since | None = None,
) -> Life:
    """The life of a provision for those ``holders`` on the day ``on`` (``as_of`` where None), by the starts and clocks held by ``as_of``.

    ``done`` and ``since`` answer for the duties it waits for; ``since`` is asked only where the latest day leaves the duty running,
    since it may have to read every row. ``last`` gives the last occasion on which something of such a duty was done, for what is owed
    each time.
    """
    on = asked(as_of, on)
    end = end_of(agreement, provision, as_of, holders, side)
    if end is not None and end < on:
        return Life.ENDED
    held = measured_by(provision, as_of, holders, side, on)
    if not held:
        return _without_deadline(provision)
    days = (as_of, on)
    return _one(
        _of_clock(agreement, provision, clock, days, done, holders, side, since, last) for clock in held
    )


def _of_clock(
    agreement: Agreement,
    provision: Provision,
    clock: Clock,
    days: Days,
    done: Done,
    holders: frozenset[str] | None,
    side: Side,
    since: Since | None,
    last: Since | None,
) -> Life:
    if clock.suspended:
        return Life.SUSPENDED
    begun = _come_by(agreement, clock.starts, days, holders, side) if clock.starts else {True}
    if begun != {True}:
        return Life.DISPUTED if True in begun else Life.NOT_IN_EFFECT
    over = _come_by(agreement, clock.until, days, holders, side)
    if True in over:
        return Life.ENDED if over == {True} else Life.DISPUTED
    if clock.after:
        occasion = last(clock.after) if clock.each and last is not None else None
        if occasion is not None:
            return _each(provision, clock, occasion, days[1])
        return _after(provision, clock, days[1], done, since)
    if clock.each or clock.every:
        return Life.RECURRING
    if clock.at is None and clock.anchor is None and not clock.day.known:
        return _without_deadline(provision)
    held = deadlines(agreement, provision.id, clock, days[0], holders, side)
    return (
        _one(_at(provision, d.due, d.moment, days[1], agreement.cut_off) for d in held)
        if held
        else Life.NOT_IN_EFFECT
    )


def _come_by(
    agreement: Agreement, what: str, days: Days, holders: frozenset[str] | None, side: Side
) -> set[bool]:
    """Whether an anchor or a day has come, under each start date held; nothing for words, which come on no day."""
    anchor = agreement.anchors.get(what)
    if anchor is not None:
        as_of, on = days
        known = starts(anchor, as_of, holders, side)
        return {come(start.day, start.moment, on, agreement.cut_off) for start in known}
    try:
        day = dates.parse(what.partition("T")[0])
    except dates.DateError:
        return set()
    moment = datetime.fromisoformat(what) if "T" in what else None
    return {come(day, moment, days[1], agreement.cut_off)} if day.known else set()


def _each(provision: Provision, clock: Clock, occasion: date, on: date) -> Life:
    """What is owed each time: running while the time after the last occasion lasts, where the text gives one."""
    if clock.offset is None and not clock.months:
        return Life.RECURRING
    found = _from(provision, clock, occasion, on)
    return found if found is Life.RUNNING else Life.RECURRING


def _after(provision: Provision, clock: Clock, on: date, done: Done, since: Since | None) -> Life:
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
    found = _from(provision, clock, day, on)
    first = since(clock.after) if since is not None and found is not Life.DUE else None
    return found if first is None else _from(provision, clock, first, on)


def _from(provision: Provision, clock: Clock, day: date, on: date) -> Life:
    start = Start(clock.after or "", Interval(day, day, day.isoformat()), None, ())
    return _at(provision, counted(start, term(clock))[0], None, on, None)


def _at(provision: Provision, due: Interval, moment: datetime | None, on: date, cut_off: time | None) -> Life:
    """A duty is due when its last possible day is past and a ban ends with it; a power outlives the day it was hoped for."""
    over = past(due, moment, on, cut_off)
    if provision.deed is Deed.OBLIGATION:
        return Life.DUE if over else Life.RUNNING
    return Life.ENDED if over and provision.deed is Deed.PROHIBITION else Life.IN_EFFECT


def _without_deadline(provision: Provision) -> Life:
    return Life.NO_DEADLINE if provision.deed is Deed.OBLIGATION else Life.IN_EFFECT


def _one(lives: Iterable[Life]) -> Life:
    found = set(lives)
    return found.pop() if len(found) == 1 else Life.DISPUTED
