"""The deadlines of one duty, clock by clock: from an anchor, from another duty's fulfilment, each time, at intervals, until an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from truceline.agreement.model import Agreement, Clock, Provision, Source
from truceline.evidence import DateError, Evidence, Interval, Viewpoint, dates
from truceline.files import duration
from truceline.status.clocks import (
    Deadline,
    Pick,
    Start,
    clocks,
    counted,
    deadlines,
    measured_by,
    starts,
    term,
)
from truceline.status.holding import day_of
from truceline.status.in_force import end_of, expiry
from truceline.status.standing import Standing


@dataclass(frozen=True, slots=True)
class Waiting:
    """A duty whose clock has not begun in the ``accounts`` named: nothing is held there of the ``awaits`` it is counted from.

    ``awaits`` is a provision or an anchor; ``clock`` tells whether a day would follow, or only the order is fixed.
    """

    matter: str
    awaits: str
    accounts: tuple[str, ...]
    clock: Clock


Counted = tuple[Deadline, tuple[str, ...]]


def deadlines_of(standing: Standing, provision: Provision, pick: Pick) -> Iterator[Counted]:
    """Every deadline of a duty with the viewpoints (ids) that go by it, clock by clock.

    Days counted from one start are one deadline, whoever asserts the start: all who do are named in it. A clock that a side states
    twice is one clock.
    """
    found: dict[tuple[object, ...], Counted] = {}
    for clock in clocks(provision, standing.as_of, standing.on):
        for view in (None, *_accounts(standing, provision, clock)):
            made = _lapsing(standing, provision, view, _of_clock(standing, provision, clock, view))
            for deadline in pick.of(made):
                key = _key(deadline)
                held, accounts = found.get(key, (deadline, ()))
                more = (view.id,) if view and view.id not in accounts else ()
                found[key] = (_joined(held, deadline), (*accounts, *more))
    yield from found.values()


def _lapsing(
    standing: Standing, provision: Provision, view: Viewpoint | None, found: Iterable[Deadline]
) -> Iterator[Deadline]:
    """The deadlines, those that would fall after the end of the duty's texts marked with that end."""
    end = _end(standing, provision, view)
    for deadline in found:
        lapses = end is not None and (deadline.due.latest or date.max) > end
        yield replace(deadline, lapses=end) if lapses else deadline


def _end(standing: Standing, provision: Provision, view: Viewpoint | None) -> date | None:
    holders = view.holders if view else None
    return end_of(standing.agreement, provision, standing.as_of, holders, standing.side)


def _key(deadline: Deadline) -> tuple[object, ...]:
    """What makes two deadlines one: the clock, whoever says it again elsewhere, the start, the day, and the end of its texts."""
    start, clock = deadline.start, replace(deadline.clock, source=Source(), words="")
    return (
        clock,
        deadline.due,
        deadline.ends,
        deadline.lapses,
        start and (start.anchor, start.day, start.moment),
    )


def _joined(one: Deadline, other: Deadline) -> Deadline:
    if one.start is None or other.start is None:
        return one
    by = tuple(sorted({*one.start.by, *other.start.by}))
    claims = tuple(sorted({*one.start.claims, *other.start.claims}))
    return replace(one, start=replace(one.start, by=by, claims=claims))


def _accounts(standing: Standing, provision: Provision, clock: Clock) -> Iterator[Viewpoint]:
    """The viewpoints that go by a clock; the mission asserts no start, and finds what it finds."""
    for view in standing.viewpoints:
        if not view.mission and clock in measured_by(
            provision, standing.as_of, view.holders, standing.side, standing.on
        ):
            yield view


def _of_clock(
    standing: Standing, provision: Provision, clock: Clock, view: Viewpoint | None
) -> Iterator[Deadline]:
    """A clock's deadlines in one viewpoint; for None under every start date held, and in nobody's account of a fulfilment."""
    holders = view.holders if view else None
    if clock.after:
        yield from _after(standing, provision, clock, view) if view else ()
    elif clock.every:
        for start in _begins(standing, clock, holders):
            yield from _recurring(standing, provision, clock, start, view)
    else:
        yield from deadlines(standing.agreement, provision.id, clock, standing.as_of, holders, standing.side)
    for end in days(standing, clock.until, holders):
        yield Deadline(provision.id, end.day, clock, end.moment, end if end.anchor else None, ends=True)


def _after(standing: Standing, provision: Provision, clock: Clock, view: Viewpoint) -> Iterator[Deadline]:
    """Days counted from another duty's fulfilment; "each time" from each one stated, else from what counts on the day."""
    assert clock.after is not None
    for row in standing.fulfilments(clock.after, view, each=clock.each):
        start = Start(
            clock.after, occasion(row) if clock.each else fulfilled(row), None, (row.holder,), (row.claim,)
        )
        if clock.every:
            yield from _recurring(standing, provision, clock, start, view)
        elif clock.offset is not None:
            yield Deadline(provision.id, counted(start, term(clock))[0], clock, None, start)


def fulfilled(row: Evidence) -> Interval:
    """The day of a fulfilment as far as the statement tells it: some day up to when it was said, where it names none."""
    first = row.on.earliest
    written = row.on.edtf if row.on.latest == row.at else f"{first or '..'}/{row.at}"
    return Interval(first, row.at, written)


def occasion(row: Evidence) -> Interval:
    """The day of an occasion: that of which its figure speaks, else as of a fulfilment."""
    last = day_of(row)
    return fulfilled(row) if last == row.at else Interval(None, last, f"../{last}")


def _begins(standing: Standing, clock: Clock, holders: frozenset[str] | None) -> tuple[Start, ...]:
    begin = clock.anchor or clock.starts or ""
    return tuple(days(standing, begin, holders))


def days(standing: Standing, what: str, holders: frozenset[str] | None) -> Iterator[Start]:
    """The days of an anchor, or the day that the text writes out; nothing for words, which come on no day."""
    anchor = standing.agreement.anchors.get(what)
    if anchor is not None:
        yield from starts(anchor, standing.as_of, holders, standing.side)
        return
    day, _, hour = what.partition("T")
    try:
        found = dates.parse(day)
    except DateError:
        return
    if found.latest is not None:
        yield Start("", found, datetime.fromisoformat(what) if hour else None, ())


def _recurring(
    standing: Standing, provision: Provision, clock: Clock, start: Start, view: Viewpoint | None
) -> Iterator[Deadline]:
    """The days of a duty that recurs, next to ``on``: the last one before it, its own where it falls on it, and the next one after it.

    The first is one period after the start, or lies the offset after it where there is one. A clock that a later text set knows no
    day before that text; where the duty's texts have ended, it is their end that the days are next to.
    """
    end, on = _end(standing, provision, view), standing.on
    near = on if end is None or end >= on else end + timedelta(days=1)
    every, begin = duration.parse(clock.every), start.day.latest
    if begin is None or not (every.months or every.time > timedelta()):
        return
    first = term(clock).after(datetime.combine(begin, time()))
    times = 0 if clock.offset or clock.months else 1
    if not every.months:
        times = max(times, (datetime.combine(near, time()) - first) // every.time - 1)
    found: list[date] = []
    while not found or (found[-1] <= on and near == on) or found[-1] < near:
        found.append(every.times(times).after(first).date())
        times += 1
    since = clock.within.earliest or date.min
    before = [day for day in found if since <= day < near][-1:]
    for day in dict.fromkeys([*before, *(day for day in found if day >= near)]):
        yield Deadline(provision.id, dates.day(day), clock, None, start if start.anchor else None)


def waiting_of(standing: Standing, provision: Provision) -> Iterator[Waiting]:
    """The clocks of a duty that have not begun, with the accounts in which they have not."""
    for clock in clocks(provision, standing.as_of, standing.on):
        awaits = clock.after or clock.anchor
        if awaits is None or clock.suspended:
            continue
        alive = (v for v in _accounts(standing, provision, clock) if not _ended(standing, provision, v))
        silent = [v.id for v in alive if not _begun(standing, clock, v)]
        if silent:
            yield Waiting(provision.id, awaits, tuple(silent), clock)


def _ended(standing: Standing, provision: Provision, view: Viewpoint) -> bool:
    """Whether the duty's texts have ended in an account: it waits for nothing any more."""
    end = _end(standing, provision, view)
    return end is not None and end < standing.on


def _begun(standing: Standing, clock: Clock, view: Viewpoint) -> bool:
    if clock.after:
        return bool(standing.fulfilments(clock.after, view, each=clock.each))
    return bool(_begins(standing, clock, view.holders))


def gives_a_day(provision: Provision, as_of: date) -> bool:
    """Whether a clock of the duty, the text's or an asserted one, fixes a day or would once its start is held."""
    return any(
        c.at or c.day.known or c.every or (c.offset is not None and c.after) or (c.anchor and not c.after)
        for c in clocks(provision, as_of)
    )


def expiries(agreement: Agreement, as_of: date, on: date) -> Iterator[Deadline]:
    """The ends that instruments write for themselves, of those that exist on the day."""
    for text in agreement.instruments.values():
        known = text.date.earliest is None or text.date.earliest <= on
        end = expiry(agreement, text.id, as_of)
        if known and end.latest is not None:
            yield Deadline(text.id, end, Clock(), None, None, ends=True)
