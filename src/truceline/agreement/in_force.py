"""What is in force: the clocks, amounts and ends that later texts gave to earlier ones, as clocks and amounts that run in time.

An amendment by a text changes the text's own clocks from its day on, for every account but those of who has denied it; one that an
actor asserts is that actor's own clock (docs/decisions/0126-what-an-agreement-file-can-say.md). A past day reads as it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from truceline.agreement.model import Agreement, Amendment, Assertion, Clock, Provision, Target
from truceline.evidence import DateError, Interval, dates

ONE = timedelta(days=1)
EXTEND, AMEND, REPLACE, SUSPEND = "extend", "amend", "replace", "suspend"


def in_force(agreement: Agreement) -> Agreement:
    """The agreement with each amendment worked into the provisions that it changes, and each order of texts into their clocks."""
    held = {p.id: _ordered(agreement, _amended(agreement, p)) for p in agreement.provisions.values()}
    return replace(agreement, provisions=held)


def amendments_of(agreement: Agreement, provision: Provision) -> tuple[Amendment, ...]:
    """The amendments that name the provision, or one of its texts, in the order of their days."""
    found = [
        a for a in agreement.amendments if provision.id in a.provisions or (a.of and a.of in provision.texts)
    ]
    return tuple(sorted(found, key=lambda a: (a.since.latest or date.max, a.instrument)))


def suspension(agreement: Agreement, provision: Provision, clock: Clock) -> Amendment | None:
    """The amendment by which a clock of a provision stands still; None for a clock that runs."""
    if not clock.suspended:
        return None
    found = (a for a in amendments_of(agreement, provision) if a.does == SUSPEND)
    own = (a for a in found if a.since.latest == clock.within.earliest and (a.of_text or a.by == clock.by))
    return next(own, None)


def runs(clock: Clock, on: date, cut_off: time | None = None) -> bool:
    """Whether a clock runs on a day that ends at ``cut_off``: not one that stands still, nor one of another time, nor one that is over."""
    return not clock.suspended and lives(clock.within, on) and not _over(clock.until, on, cut_off)


def lives(within: Interval, day: date) -> bool:
    """Whether a day lies in the time of a clock or an amount; an end that is not held is open."""
    return (within.earliest or day) <= day <= (within.latest or day)


def _over(until: str, on: date, cut_off: time | None) -> bool:
    """Whether what ends a clock is a day or an hour that has come; an anchor or words are none."""
    day, _, hour = until.partition("T")
    try:
        last = dates.parse(day).latest if day else None
    except DateError:
        return False
    if last == on and hour and cut_off is not None:
        return datetime.fromisoformat(until).time() <= cut_off
    return last is not None and last <= on


def turns(agreement: Agreement) -> tuple[date, ...]:
    """The days on which what is in force turns for the last time: that of the last amendment, and those after a suspension's end."""
    first = [a.since.latest for a in agreement.amendments if a.since.latest is not None]
    if not first:
        return ()
    last = max(first)
    ends = (a.until.latest for a in agreement.amendments if a.does == SUSPEND)
    return tuple(
        sorted({last, *(end + ONE for end in ends if end is not None and end >= last and end < date.max)})
    )


def said_on(denial: Assertion) -> date:
    """The day on which a denial became known."""
    return denial.source.date.latest or denial.at.latest or date.min


def _amended(agreement: Agreement, provision: Provision) -> Provision:
    for a in amendments_of(agreement, provision):
        if a.since.latest is None or (a.does == EXTEND and provision.id not in a.provisions):
            continue  # an extended text lives longer; what falls due under it stays
        provision = _with(provision, a, a.since.latest)
    return provision


def _with(provision: Provision, a: Amendment, first: date) -> Provision:
    """The provision with one amendment worked in."""
    own = tuple(c for c in provision.clocks if _touched(c, provision, a))
    clocks = (Clock(),) if a.does in (REPLACE, SUSPEND) and not own else own
    changed = tuple(_changed(clocks, a, first))
    targets = _targets(provision.targets, a, first)
    if not a.of_text:
        theirs = (replace(c, by=a.by, source=a.source) for c in changed)
        return replace(provision, clocks=(*provision.clocks, *theirs), targets=targets)
    held = tuple(_until(c, first - ONE) if c in own and changed else c for c in provision.clocks)
    kept = (
        replace(_from(c, max(first, said_on(d))), by=(d.by,), source=d.source)
        for d in a.denied
        for c in (own if changed else ())
    )
    return replace(provision, clocks=(*held, *changed, *kept), targets=targets)


def _touched(clock: Clock, provision: Provision, a: Amendment) -> bool:
    """Whether it is a clock of the text that the amendment changes."""
    return not clock.by and (provision.id in a.provisions or clock.instrument in ("", a.of))


def _changed(clocks: Iterable[Clock], a: Amendment, first: date) -> Iterator[Clock]:
    """The text's clocks as they are from the first day on; none where the amendment changes no clock."""
    if a.does == AMEND:
        yield from (_from(replace(c, instrument=c.instrument or a.instrument), first) for c in a.clocks)
        return
    for clock in (c for c in clocks if lives(c.within, first)):
        if a.does == EXTEND:
            yield _from(_extended(clock, a), first)
        elif a.does == REPLACE:
            yield _from(replace(clock, until=first.isoformat()), first)
        else:
            yield from _suspended(clock, a, first)


def _extended(clock: Clock, a: Amendment) -> Clock:
    """The clock with the new deadline; of one that sets none, with the new end."""
    text = replace(clock, instrument=a.instrument, article=a.article, words=a.words)
    if clock.anchor is None and clock.at is None and clock.after is None and not clock.day.known:
        return replace(text, until=a.until.edtf)
    bare = replace(text, anchor=None, offset=None, months=0, at=None, after=None, every="", each=False)
    return replace(bare, day=a.until, until="")


def _suspended(clock: Clock, a: Amendment, first: date) -> Iterator[Clock]:
    still = _from(replace(clock, suspended=True), first)
    if a.until.latest is None:
        yield still
        return
    yield _until(still, a.until.latest)
    yield _from(clock, a.until.latest + ONE)


def _targets(targets: tuple[Target, ...], a: Amendment, first: date) -> tuple[Target, ...]:
    if a.does != AMEND or not a.targets:
        return targets
    new = (replace(t, within=Interval(first, None)) for t in a.targets)
    if not a.of_text:
        return (*targets, *(replace(t, by=a.by[0], source=a.source) for t in new))
    old = (t if t.by else replace(t, within=_cut(t.within, first - ONE)) for t in targets)
    kept = (
        replace(t, by=d.by, source=d.source, within=Interval(first, None))
        for d in a.denied
        for t in targets
        if not t.by
    )
    return (*old, *new, *kept)


def _cut(within: Interval, last: date) -> Interval:
    return Interval(within.earliest, min(within.latest or last, last))


def _until(clock: Clock, last: date) -> Clock:
    return replace(clock, within=_cut(clock.within, last))


def _from(clock: Clock, first: date) -> Clock:
    return replace(clock, within=Interval(first, None))


def _ordered(agreement: Agreement, provision: Provision) -> Provision:
    """The provision with the order of texts worked in, where clocks of two texts stand side by side."""
    texts = {c.instrument for c in provision.clocks if c.instrument and not c.by}
    if len(texts) < 2:
        return provision
    for order in agreement.precedence:
        ranked = [t for t in order.order if t in texts]
        if len(ranked) == len(texts):
            own = [c for c in provision.clocks if not c.by]
            first = [c for c in own if c.instrument in ("", ranked[0])]
            if order.by == "text":
                kept = (c for c in provision.clocks if c.by or c in first)
                return replace(provision, clocks=tuple(kept))
            theirs = (replace(c, by=(order.by,), source=order.source) for c in first)
            provision = replace(provision, clocks=(*provision.clocks, *theirs))
    return provision
