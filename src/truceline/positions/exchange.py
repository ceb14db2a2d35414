"""The exchange of captives and remains: owed, stated, by whom, as of when. Numbers only: never a name of a person exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from truceline.agreement.amounts import in_words
from truceline.agreement.model import Agreement, Clock, Progress, Provision, Target
from truceline.evidence import DateError, Figure, Interval, dates, wording
from truceline.evidence import Target as LinkTarget
from truceline.positions.cited import claim_of, may_stand
from truceline.positions.heard import (
    Actors,
    Heard,
    about,
    known_actors,
    named,
    resolved,
    root,
    speaker_words,
    told,
    usable,
)

NO_NUMBER = "stated in words, without a number"


@dataclass(frozen=True, slots=True)
class Handed:
    """A number that somebody states as done: ``by`` in words, ``side`` the responsible side's id, ``day`` its as-of day."""

    claim: str
    value: str
    by: str
    side: str
    day: Interval
    as_of: str


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One duty: what is owed by the text, what else is said to be owed, what is stated (in order of day).

    ``confirmed`` are those statements that a beneficiary's side makes.
    """

    provision: str
    name: str
    owed: str
    also_owed: tuple[str, ...]
    stated: tuple[Handed, ...]
    confirmed: tuple[Handed, ...]


def exchange(
    agreement: Agreement,
    heard: Iterable[Heard],
    as_of: date,
    *,
    account: str = "exchange",
    actors: Actors | None = None,
) -> tuple[ExchangeRow, ...]:
    """The rows of the account: the provisions the file lists for it, else those of the issue of that name that owe a number."""
    spoken = usable(heard, as_of)
    names = known_actors(spoken, actors)
    held = agreement.accounts.get(account)
    receivers = held.receivers if held else {}
    return tuple(
        _row(p, agreement, spoken, as_of, names, receivers.get(p.id, p.beneficiary))
        for p in _listed(agreement, account)
    )


def _listed(agreement: Agreement, account: str) -> tuple[Provision, ...]:
    held = agreement.accounts.get(account)
    if held:
        return tuple(agreement.provisions[p] for p in held.provisions if p in agreement.provisions)
    return tuple(p for p in agreement.provisions.values() if p.issue == account and p.targets)


def _row(
    provision: Provision,
    agreement: Agreement,
    heard: tuple[Heard, ...],
    as_of: date,
    actors: Actors,
    receivers: tuple[str, ...],
) -> ExchangeRow:
    own = [t for t in provision.targets if not t.by]
    others = [t for t in provision.targets if t.by and may_stand(t.source, t.source.date, as_of)]
    clocks = " / ".join(deadlines([c for c in provision.clocks if not c.by], agreement, as_of))
    owed = "; ".join(w for t in own if (w := quantity(t, agreement))) or "not stated in a text held"
    stated = tuple(
        sorted(
            _stated(provision, agreement, heard, as_of, actors),
            key=lambda h: (h.day.latest or date.min, h.claim),
        )
    )
    receiving = {root(b, actors) for b in receivers}
    return ExchangeRow(
        provision.id,
        provision.name,
        f"{owed} {clocks}".strip(),
        tuple(f"{quantity(t, agreement)} ({named(t.by, actors)})" for t in others),
        stated,
        tuple(h for h in stated if h.side in receiving),
    )


def quantity(target: Target, agreement: Agreement) -> str:
    """What is owed in words: a number with its bound, or the text's formula with the names that ``agreement`` gives its figures."""
    if target.low is None and target.high is None:
        return in_words(agreement, target.formula)
    words = wording.bounds(target.low, target.high)
    return f"{words} per {target.per}" if target.per else words


def deadlines(clocks: Iterable[Clock], agreement: Agreement, as_of: date) -> Iterator[str]:
    """Deadlines in words, equal ones once, with how many days or instants they may start from: "within 72 h (2 starts)"."""
    starts: dict[str, set[str]] = {}
    for clock in clocks:
        if words := due(clock, as_of):
            anchor = agreement.anchors.get(clock.anchor or "")
            found = starts.setdefault(words, set())
            found.update(str(v.at or v.day) for v in (anchor.values if anchor else ()))
    for words, found in starts.items():
        yield f"{words} ({len(found)} starts)" if len(found) > 1 else words


def due(clock: Clock, as_of: date) -> str:
    """One deadline in words; the text's own where it names no time, the empty string where it names none at all."""
    if clock.months:
        more = clock.offset.total_seconds() / 86400 if clock.offset else 0
        rest = f" and {wording.number(more)} days" if more else ""
        return f"within {clock.months} month{'s' if clock.months > 1 else ''}{rest}"
    if clock.offset is not None:
        hours = clock.offset.total_seconds() / 3600
        return (
            f"within {wording.number(hours)} h"
            if hours <= 72
            else f"within {wording.number(hours / 24)} days"
        )
    if clock.at is not None:
        return f"by {wording.day(clock.at.date(), as_of)}"
    return "each time" if clock.each else clock.words


def _stated(
    provision: Provision, agreement: Agreement, heard: tuple[Heard, ...], as_of: date, actors: Actors
) -> Iterator[Handed]:
    seen, others = set(), _others(provision, agreement)
    for item in heard:
        payload = item.claim.payload
        if (
            isinstance(payload, Figure)
            and provision.id in about(item, LinkTarget.PROVISION)
            and _alike(payload, provision)
            and wording.stems(payload.counts) not in others
        ):
            seen.add(item.claim.id)
            yield _heard(item, payload, as_of, actors)
    for progress in provision.progress:
        if wording.stems(progress.counts) in others:
            continue
        if may_stand(progress.source, progress.at, as_of) and claim_of(progress.source) not in seen:
            yield _progress(progress, provision, as_of, actors)


def _others(provision: Provision, agreement: Agreement) -> set[tuple[str, ...]]:
    """Phrases of figures that formulas reckon with or that are counted apart, and that are no count of what is owed itself."""
    own = {wording.stems(c) for c in (*(t.counts for t in provision.targets), *provision.cues.counts)}
    figures = (f for f in agreement.figures.values() if f.provision == provision.id)
    return {wording.stems(phrase) for f in figures for phrase in f.counts} - own


def _alike(figure: Figure, provision: Provision) -> bool:
    """Whether a figure can be a number handed over: a rule ("15 for each") is none where a total is owed."""
    return not provision.targets or any(bool(figure.per) == bool(t.per) for t in provision.targets)


def _heard(heard: Heard, payload: Figure, as_of: date, actors: Actors) -> Handed:
    counter = resolved(heard, "counter")
    by = named(counter, actors) if counter else payload.counter or speaker_words(heard, actors)
    try:
        day = dates.parse(payload.as_of)
    except DateError:
        day = Interval()
    day = day if day.known else told(heard)
    side = root(counter, actors) if counter else heard.side.id if heard.side else ""
    return Handed(heard.claim.id, wording.figure(payload), by, side, day, wording.days(day, as_of))


def _progress(progress: Progress, provision: Provision, as_of: date, actors: Actors) -> Handed:
    """Of a state in words only those words that the duty itself knows: free words could hold a person's name."""
    known = progress.low is not None or progress.high is not None
    state = progress.state if progress.state in (*provision.cues.done, *provision.cues.undone) else NO_NUMBER
    value = wording.bounds(progress.low, progress.high) if known else state
    by = wording.listed([named(b, actors) for b in progress.by])
    sides = {root(b, actors) for b in progress.by}
    side = next(iter(sides)) if len(sides) == 1 else ""
    day = progress.at if progress.at.known else progress.source.date
    return Handed(claim_of(progress.source), value, by, side, day, wording.days(day, as_of))
