"""The days of an agreement: what falls due when, counted by whom, what is past and in whose account not met, and what has no day.

A duty has a deadline for each clock and each start held: an anchor's asserted values, the days on which another duty is held to
be fulfilled (in each account its own), the text's own day. None of them is chosen unless the reader asks for the earliest or the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from truceline.agreement.in_force import suspension
from truceline.agreement.model import Agreement, Amendment, Deed, Provision
from truceline.evidence import EvidenceIndex, Finding, Interval, Truth, Viewpoint, digest
from truceline.status.cells import Cell
from truceline.status.clocks import Deadline, Pick, Side, come, first_name
from truceline.status.due import Waiting, deadlines_of, expiries, gives_a_day, waiting_of
from truceline.status.standing import Standing, is_later


class Falls(StrEnum):
    """What a day means: an obligation is due, a ban or a text ends, a power or permission was hoped for by then."""

    DUE = "due"
    ENDS = "ends"
    HOPED = "hoped"


@dataclass(frozen=True, slots=True)
class Dated:
    """One deadline: ``accounts`` are the viewpoints (ids) that go by it, ``cells`` where the duty stands in each viewpoint.

    ``suspension`` is the amendment by which its clock stands still on the day, None where it runs.
    ``matter`` of the deadline is a provision, or an instrument whose own end it is.
    """

    deadline: Deadline
    falls: Falls
    accounts: tuple[str, ...]
    cells: Mapping[str, Cell] = field(default_factory=dict)
    suspension: Amendment | None = None

    @property
    def suspended(self) -> bool:
        """Whether its clock stands still: not one that fell before the suspension began."""
        begun = self.deadline.clock.within.earliest
        return self.deadline.clock.suspended and (begun is None or self.last >= begun)

    @property
    def due(self) -> Interval:
        """The day, or the days between which it lies."""
        return self.deadline.due

    @property
    def last(self) -> date:
        """The last possible day."""
        return self.due.latest or date.max

    def past(self, on: date, cut_off: time | None) -> bool:
        """Whether it is past: what a text's clock runs ``until`` comes with the day itself, or with its hour, as the clock stops with it."""
        if self.deadline.ends and self.deadline.clock.until:
            return come(self.due, self.deadline.moment, on, cut_off)
        return self.deadline.past(on, cut_off)

    def lapsed(self, on: date) -> bool:
        """Whether it falls no more, since the texts of its duty ended before it and before the day."""
        return self.deadline.lapses is not None and self.deadline.lapses < on

    def idle(self, on: date) -> bool:
        """Whether it is a day of what recurs that lies after the end of its texts, which has not come yet."""
        recurs = bool(self.deadline.clock.every) and not self.deadline.ends
        return recurs and self.deadline.lapses is not None and self.deadline.lapses >= on

    @property
    def open(self) -> bool:
        """Whether some account that speaks does not hold the duty met, or none speaks."""
        spoken = [cell for cell in self.cells.values() if cell.claims]
        return not spoken or any(cell.value is not Truth.MET for cell in spoken)

    def uid(self, agreement: str) -> str:
        """An id that stays the same for this clock counted from this start, whoever else comes to count so."""
        clock, start = self.deadline.clock, self.deadline.start
        base = (start.anchor, str(start.day), str(start.moment or "")) if start else ()
        parts = (
            self.falls,
            clock.article,
            clock.anchor,
            clock.after,
            clock.every,
            clock.by,
            clock.offset,
            *((clock.months,) if clock.months else ()),
            *((clock.instrument,) if clock.instrument and not clock.article else ()),
            *base,
        )
        given = () if start and not clock.every else (str(self.due),)
        return f"{self.deadline.matter}-{digest(repr((agreement, *map(str, (*parts, *given)))))[:16]}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The deadlines of an agreement as known on a day, the nearest first.

    ``ahead`` are those not yet past, the ones of the day itself included. ``past_open`` fell due by then and are not met in every account that speaks, the oldest first; ``met`` are; ``over`` are days
    past that end something or were hoped for, and those that fall no more since their texts have ended. ``suspended`` would fall, but
    their clocks stand still on the day. ``waiting`` have no day yet, since what they wait for is not held. ``without`` are the
    obligations that no text and nobody gives a day, of ``duties`` obligations in all.
    """

    agreement: str
    as_of: date
    on: date
    viewpoints: tuple[Viewpoint, ...]
    ahead: tuple[Dated, ...]
    past_open: tuple[Dated, ...]
    met: tuple[Dated, ...]
    over: tuple[Dated, ...]
    waiting: tuple[Waiting, ...]
    without: tuple[str, ...]
    duties: int
    suspended: tuple[Dated, ...] = ()

    @property
    def all(self) -> tuple[Dated, ...]:
        """Every deadline, past, ahead and suspended."""
        return _nearest((*self.ahead, *self.past_open, *self.met, *self.over, *self.suspended))

    @property
    def past(self) -> tuple[Dated, ...]:
        """Every deadline whose day has come and gone, the oldest first; none that fell no more since its text had ended."""
        over = (d for d in self.over if not d.lapsed(self.on))
        return _nearest((*self.past_open, *self.met, *over))

    def of(self, viewpoint: str) -> Calendar:
        """The same for one viewpoint: only the deadlines that it goes by."""

        def kept(held: tuple[Dated, ...]) -> tuple[Dated, ...]:
            return tuple(d for d in held if viewpoint in d.accounts)

        return replace(
            self,
            ahead=kept(self.ahead),
            past_open=kept(self.past_open),
            met=kept(self.met),
            over=kept(self.over),
            suspended=kept(self.suspended),
            waiting=tuple(w for w in self.waiting if viewpoint in w.accounts),
        )


def calendar(
    agreement: Agreement,
    index: EvidenceIndex,
    viewpoints: Iterable[Viewpoint],
    as_of: date,
    findings: Iterable[Finding] = (),
    side: Side = first_name,
    pick: Pick = Pick.EACH,
    on: date | None = None,
) -> Calendar:
    """The calendar of the day ``on`` (``as_of`` where None) as known on ``as_of``; ``pick`` keeps each deadline of a clock, or the
    earliest or latest alone.
    """
    standing = Standing(agreement, index, viewpoints, as_of, findings, side, on)
    day = standing.on
    known = [p for p in standing.agreement.provisions.values() if not is_later(agreement, p, day)]
    dated = [d for provision in known for d in _dated(standing, provision, pick)]
    dated += [Dated(d, Falls.ENDS, _everybody(standing)) for d in expiries(agreement, as_of, day)]
    duties = [p for p in known if p.deed is Deed.OBLIGATION]
    dated = [d for d in dated if not d.idle(day)]
    live = [d for d in dated if not d.lapsed(day) and not d.suspended]
    past = [d for d in live if d.past(day, agreement.cut_off)]
    ahead = (d for d in live if not d.past(day, agreement.cut_off) and d.last < date.max)
    ended = (d for d in dated if d.lapsed(day) and d.last < date.max)
    due = [d for d in past if d.falls is Falls.DUE]
    return Calendar(
        agreement=agreement.id,
        as_of=as_of,
        on=day,
        viewpoints=standing.viewpoints,
        ahead=_nearest(ahead),
        past_open=_nearest(d for d in due if d.open),
        met=_nearest(d for d in due if not d.open),
        over=_nearest((*(d for d in past if d.falls is not Falls.DUE), *ended)),
        waiting=tuple(w for provision in known for w in waiting_of(standing, provision)),
        without=tuple(p.id for p in duties if not gives_a_day(p, as_of)),
        duties=len(duties),
        suspended=_nearest(d for d in dated if d.suspended and not d.lapsed(day) and d.last < date.max),
    )


def _dated(standing: Standing, provision: Provision, pick: Pick) -> Iterator[Dated]:
    cells = standing.cells(provision.id)
    for deadline, accounts in deadlines_of(standing, provision, pick):
        ends = deadline.ends or provision.deed is Deed.PROHIBITION
        falls = Falls.ENDS if ends else Falls.DUE if provision.deed is Deed.OBLIGATION else Falls.HOPED
        still = suspension(standing.agreement, provision, deadline.clock)
        yield Dated(deadline, falls, accounts, cells, still)


def _everybody(standing: Standing) -> tuple[str, ...]:
    return tuple(v.id for v in standing.viewpoints if not v.mission)


def _nearest(found: Iterable[Dated]) -> tuple[Dated, ...]:
    """By the last possible day, then by duty and by whom it is counted: an order that ranks nobody."""
    return tuple(sorted(found, key=lambda d: (d.last, d.deadline.matter, d.deadline.by, str(d.due))))
