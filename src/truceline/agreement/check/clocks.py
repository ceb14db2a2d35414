"""T031, T034, T035, T044: clocks that end before they start, count from nothing, or differ within one text."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.model import Agreement, Clock, Instrument, Provision
from truceline.evidence import DateError, Interval, dates
from truceline.evidence.dates import UNKNOWN
from truceline.files.duration import Duration

_DAY_LONG = len("2031-05-01")


def check(agreement: Agreement, at: Places) -> Iterator[Warning]:
    """Warnings about the clocks of duties and the life of texts."""
    for text in agreement.instruments.values():
        if _before(text.expires, text.date):
            told = (
                f"{text.id} ({text.name}) is of {text.date} and expires on {text.expires}, before it begins"
            )
            yield tell("T034", at("instruments", text.id, "expires"), told, text.id)
    for p in agreement.provisions.values():
        for i, clock in enumerate(p.clocks):
            yield from _clock(agreement, p, clock, i, at)
        yield from _twice(p, at)


def _clock(agreement: Agreement, p: Provision, clock: Clock, i: int, at: Places) -> Iterator[Warning]:
    start, end, due = span(agreement, clock)
    # An event may cut a duty short before it falls due, as an extension does; a fixed day that does so is a slip.
    fixed = UNKNOWN if clock.until in agreement.anchors else end
    for early, late, key, words in (
        (start, end, "until", f"starts on {start} and ends on {end}"),
        (start, due, "due", f"starts on {start} and falls due on {due}"),
        (due, fixed, "until", f"falls due on {due} and ends on {end}"),
    ):
        if _before(late, early):
            message = f"a clock of {p.id} ({p.name}) {words}, in the wrong order"
            yield tell("T034", at("provisions", p.id, "clocks", i, key), message, p.id)
            break
    if clock.offset is not None and not (clock.anchor or clock.after or clock.at):
        message = f"a clock of {p.id} ({p.name}) gives a term and nothing that it counts from"
        yield tell("T044", at("provisions", p.id, "clocks", i, "offset"), message, p.id)
    yield from _outside(agreement, p, clock, i, at)


def _outside(agreement: Agreement, p: Provision, clock: Clock, i: int, at: Places) -> Iterator[Warning]:
    """A deadline of the text while the text itself is not in force."""
    text, due = agreement.instruments.get(clock.instrument or p.instrument), _due(agreement, clock)
    if text is None or clock.by or _elsewhere(agreement, clock, text):
        return
    if _before(text.expires, due) or _before(due, text.date):
        life = f"from {text.date} to {text.expires}" if text.expires.known else f"from {text.date} on"
        message = f"{p.id} ({p.name}) falls due on {due}, and its text {text.id} holds {life}"
        yield tell("T035", at("provisions", p.id, "clocks", i), message, p.id, text.id)


def _elsewhere(agreement: Agreement, clock: Clock, text: Instrument) -> bool:
    """Whether the clock's article names another text: I1.4 under a provision of I2."""
    named = clock.article.partition(".")[0]
    return named in agreement.instruments and named != text.id


def span(agreement: Agreement, clock: Clock) -> tuple[Interval, Interval, Interval]:
    """Start, end and deadline as far as the file gives days for them; an anchor with several values spans them all."""
    return (
        _when(agreement, clock.starts or ""),
        _when(agreement, clock.until),
        _due(agreement, clock),
    )


def _when(agreement: Agreement, word: str) -> Interval:
    anchor = agreement.anchors.get(word)
    if anchor is not None:
        return _around([v.day for v in anchor.values if v.day.known])
    try:
        return dates.parse(word[:_DAY_LONG] if "T" in word else word) if word else UNKNOWN
    except DateError:  # the text's own words
        return UNKNOWN


def _around(days: list[Interval]) -> Interval:
    """From the earliest to the latest of several days; open where one of them is."""
    if not days:
        return UNKNOWN
    first = [d.earliest for d in days]
    last = [d.latest for d in days]
    written = "/".join(dict.fromkeys(d.edtf for d in days))
    earliest = None if None in first else min(d for d in first if d)
    latest = None if None in last else max(d for d in last if d)
    return Interval(earliest, latest, written)


def _due(agreement: Agreement, clock: Clock) -> Interval:
    if clock.at is not None:
        return dates.day(clock.at.date())
    base = _when(agreement, clock.anchor or "")
    if not base.known or clock.after or clock.each or clock.every or clock.offset is None:
        return UNKNOWN
    term = Duration(clock.months, clock.offset, "")
    first = term.day_after(base.earliest) if base.earliest else None
    last = term.day_after(base.latest) if base.latest else None
    written = str(first) if first == last else f"{first or '..'}/{last or '..'}"
    return Interval(first, last, written)


def _before(one: Interval, other: Interval) -> bool:
    """Whether one lies before the other on every possible day."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _twice(p: Provision, at: Places) -> Iterator[Warning]:
    """Two deadlines of one article."""
    first: dict[tuple[str, str], tuple[object, ...]] = {}
    for i, clock in enumerate(p.clocks):
        if clock.by or clock.each or clock.every or clock.after or not (clock.anchor or clock.at):
            continue
        due = (clock.anchor, clock.months, clock.offset, clock.at)
        if first.setdefault((clock.instrument, clock.article), due) != due:
            article = f"article {clock.article}" if clock.article else "the text"
            message = f"{article} sets two deadlines for {p.id} ({p.name})"
            yield tell("T031", at("provisions", p.id, "clocks", i), message, p.id)
