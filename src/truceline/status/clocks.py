"""Start dates as their holders assert them, the deadlines that follow, and the count of days.

An anchor may have several asserted values: a viewpoint counts from the value one of its own holders asserts, else every
distinct one is kept, and so a duty may have several deadlines (design.md, difficulties 3 and 4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from truceline.agreement.model import Agreement, Anchor, AnchorValue, Clock, Provision, Source
from truceline.evidence import Interval, asked
from truceline.evidence.dates import day as whole_day
from truceline.files.duration import Duration

Side = Callable[[str], str]
EVERYBODY = "all"


def first_name(actor: str) -> str:
    """The side of an actor where no lexicon is at hand: what stands before the first dot of its id."""
    return actor.partition(".")[0]


def speaks_for(by: Iterable[str], holders: frozenset[str], side: Side) -> bool:
    """Whether one of the actors ``by`` belongs to ``holders``; "all" belongs to everybody."""
    return any(actor == EVERYBODY or actor in holders or side(actor) in holders for actor in by)


@dataclass(frozen=True, slots=True)
class Start:
    """One asserted start: its day (an interval), the moment where stated, by whom, and the claims that say so."""

    anchor: str
    day: Interval
    moment: datetime | None
    by: tuple[str, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a duty falls due when counted from ``start`` (None: the day itself is given, by the text or by ``clock.by``).

    ``ends`` marks the day on which the duty or its text ends by itself, instead of one by which it is to be done. ``lapses`` is the end
    of the duty's texts where they end before it would fall.
    """

    matter: str
    due: Interval
    clock: Clock
    moment: datetime | None = None
    start: Start | None = None
    ends: bool = False
    lapses: date | None = None

    @property
    def by(self) -> tuple[str, ...]:
        """Who asserts the start date it is counted from, or the deadline itself; empty for the text's own."""
        return self.start.by if self.start else self.clock.by

    @property
    def claims(self) -> tuple[str, ...]:
        """The statements that assert the start it is counted from."""
        return self.start.claims if self.start else ()

    def past(self, on: date, cut_off: time | None) -> bool:
        """Whether it is past on a day: a moment by the hour at which the case's day ends, a day when it is over."""
        return past(self.due, self.moment, on, cut_off)


def past(due: Interval, moment: datetime | None, on: date, cut_off: time | None) -> bool:
    """Whether a day, or a moment where the text or its start gives an hour, is past ``on`` a day that ends at ``cut_off``.

    The last possible day counts as long as it lasts; without a moment or an hour to compare it with, until the next day begins.
    """
    if due.latest is None or due.latest != on or moment is None or cut_off is None:
        return due.latest is not None and due.latest < on
    return moment.time() <= cut_off


def come(day: Interval, moment: datetime | None, on: date, cut_off: time | None) -> bool:
    """Whether what begins or ends something has come ``on`` a day that ends at ``cut_off``: a day with itself, a moment with its hour.

    Without an hour to compare it with, a moment comes with its day.
    """
    if day.latest is None or day.latest != on or moment is None or cut_off is None:
        return day.latest is not None and day.latest <= on
    return moment.time() <= cut_off


class Pick(StrEnum):
    """Which deadlines of one clock to keep where several starts are held; each of them, where nobody asks for less."""

    EACH = "each"
    EARLIEST = "earliest"
    LATEST = "latest"

    def of(self, found: Iterable[Deadline]) -> tuple[Deadline, ...]:
        """The deadlines kept, by their last possible day; two starts that give one day are both kept."""
        ordered = sorted(found, key=lambda d: d.due.latest or date.max)
        if self is Pick.EACH or not ordered:
            return tuple(ordered)
        kept = ordered[0 if self is Pick.EARLIEST else -1].due.latest
        return tuple(d for d in ordered if d.due.latest == kept)


def known_from(value: AnchorValue) -> date | None:
    """The first day on which the value may count: its source's, else its own, so that it leaks into no earlier day."""
    return value.source.date.latest or _day_of(value).latest


def _day_of(value: AnchorValue) -> Interval:
    return whole_day(value.at.date()) if value.at else value.day


def starts(
    anchor: Anchor, as_of: date, holders: frozenset[str] | None = None, side: Side = first_name
) -> tuple[Start, ...]:
    """The distinct start dates known by ``as_of``, earliest first; those asserted by ``holders`` alone where there are any."""
    known = [
        v
        for v in anchor.values
        if (first := known_from(v)) is not None and first <= as_of and _day_of(v).known
    ]
    own = [v for v in known if holders is not None and speaks_for(v.by, holders, side)]
    merged: dict[tuple[date | None, date | None, datetime | None], list[AnchorValue]] = {}
    for value in own or known:
        day = _day_of(value)
        merged.setdefault((day.earliest, day.latest, value.at), []).append(value)
    made = [_start(anchor.id, values) for values in merged.values()]
    return tuple(sorted(made, key=lambda s: (s.day.earliest or date.min, s.day.latest or date.max, s.by)))


def _start(anchor: str, values: list[AnchorValue]) -> Start:
    by = tuple(sorted({actor for value in values for actor in value.by}))
    claims = tuple(sorted({value.source.claim.id for value in values if value.source.claim}))
    return Start(anchor, _day_of(values[0]), values[0].at, by, claims)


def term(clock: Clock) -> Duration:
    """How long after its start a clock falls due; no time at all where it gives none."""
    return Duration(clock.months, clock.offset or timedelta(), "")


def counted(start: Start, term: Duration) -> tuple[Interval, datetime | None]:
    """The day, and the moment where the start has one, that lies so long after the start; part of a day counts as a day."""
    if start.moment is not None:
        moment = term.after(start.moment)
        return whole_day(moment.date()), moment
    first, last = start.day.earliest, start.day.latest
    made = Interval(term.day_after(first) if first else None, term.day_after(last) if last else None)
    written = str(made.earliest) if made.is_day else f"{made.earliest or '..'}/{made.latest or '..'}"
    return Interval(made.earliest, made.latest, written), None


def clocks(provision: Provision, as_of: date, on: date | None = None) -> tuple[Clock, ...]:
    """The text's clocks and those asserted by ``as_of``; what cites nobody is its author's note and runs for nobody.

    Where a duty stands in several texts, each clock runs while its own text lives, on the day ``on`` (``as_of`` where None).
    """
    on = asked(as_of, on)
    held = (c for c in provision.clocks if not c.by or _cited_by(c.source, as_of))
    return tuple(c for c in held if _lives(c.within, on))


def _lives(within: Interval, as_of: date) -> bool:
    return (within.earliest or as_of) <= as_of <= (within.latest or as_of)


def measured_by(
    provision: Provision,
    as_of: date,
    holders: frozenset[str] | None,
    side: Side,
    on: date | None = None,
) -> tuple[Clock, ...]:
    """The clocks a viewpoint goes by: those its own holders assert, else the text's; what others assert binds nobody else."""
    known = clocks(provision, as_of, on)
    own = tuple(c for c in known if c.by and holders is not None and speaks_for(c.by, holders, side))
    return own or tuple(c for c in known if not c.by)


def _cited_by(source: Source, as_of: date) -> bool:
    return source.claim is not None and source.date.latest is not None and source.date.latest <= as_of


def deadlines(
    agreement: Agreement,
    matter: str,
    clock: Clock,
    as_of: date,
    holders: frozenset[str] | None = None,
    side: Side = first_name,
) -> tuple[Deadline, ...]:
    """The deadlines a clock gives by its own day or by an anchor; none where it counts from a duty or gives no time."""
    if clock.at is not None:
        return (Deadline(matter, whole_day(clock.at.date()), clock, clock.at),)
    if clock.day.known:
        return (Deadline(matter, clock.day, clock),)
    anchor = agreement.anchors.get(clock.anchor or "")
    if anchor is None or clock.after or clock.each:
        return ()
    made = []
    for start in starts(anchor, as_of, holders, side):
        due, moment = counted(start, term(clock))
        made.append(Deadline(matter, due, clock, moment, start))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class DayCount:
    """As in "Day 75 counted from 10 October (Israel, UN OCHA, US)": day 0 is the start itself."""

    day: int
    base: date
    by: tuple[str, ...]
    claims: tuple[str, ...] = ()


def day_count(agreement: Agreement, as_of: date, on: date | None = None) -> tuple[DayCount, ...]:
    """The day of the agreement ``on`` a day (``as_of`` where None) under each asserted effective date known by ``as_of``, the earliest
    start first.
    """
    day = asked(as_of, on)
    anchor = agreement.anchors.get(agreement.effective)
    found: dict[date, DayCount] = {}
    for start in starts(anchor, as_of) if anchor else ():
        base = start.day.latest
        if base is None or base > day:
            continue
        old = found.get(base, DayCount(0, base, ()))
        by, claims = sorted({*old.by, *start.by}), sorted({*old.claims, *start.claims})
        found[base] = DayCount((day - base).days, base, tuple(by), tuple(claims))
    return tuple(found[base] for base in sorted(found))


def held(agreement: Agreement, as_of: date, on: date | None = None) -> Iterator[Deadline]:
    """Every deadline under each clock that runs ``on`` the day (``as_of`` where None) and each start date known by ``as_of``, past ones
    too, duty by duty.
    """
    for provision in agreement.provisions.values():
        for clock in (c for c in clocks(provision, as_of, on) if not c.suspended):
            yield from deadlines(agreement, provision.id, clock, as_of)


def nearest_first(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Deadlines by their last possible day, then by duty and by whom they are counted: an order that ranks nobody."""
    return tuple(sorted(found, key=lambda d: (d.due.latest or date.max, d.matter, d.by)))


def dates_ahead(
    agreement: Agreement, as_of: date, within: int = 30, on: date | None = None
) -> tuple[Deadline, ...]:
    """Deadlines not yet past on the day ``on`` (``as_of`` where None) that fall within so many days, under any start date held by
    ``as_of``; the nearest first.
    """
    first = asked(as_of, on)
    last = first + timedelta(days=within)
    known = (d for d in held(agreement, as_of, first) if d.due.latest and d.due.latest <= last)
    return nearest_first(d for d in known if not d.past(first, agreement.cut_off))
