"""Which kind of assertion a unit is, with its payload: what its cue shows first, then the first kind that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from truceline.evidence import Condition, Hedge, Kind, Payload, Polarity, Position, Stance, Step
from truceline.reading import duties, events, hedging, positions, records, states, waiting
from truceline.reading.clauses import Clause
from truceline.reading.cue_stance import NOTHING, Shown
from truceline.reading.vocabulary import words


@dataclass(frozen=True, slots=True)
class Told:
    """Whose the words are. ``document``: a text speaks itself, ``holder`` then names it; ``cue`` is the innermost cue's base.

    ``shown`` is what the cue shows of this unit (nothing for what only stands beside), ``at`` its token, where the unit holds it.
    """

    holder: str = ""
    document: bool = False
    cue: str = ""
    shown: Shown = NOTHING
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """Tokens ``lo`` to ``hi`` with kind, payload, polarity and hedge."""

    lo: int
    hi: int
    kind: Kind
    payload: Payload | None
    polarity: Polarity
    hedge: Hedge


def assertions(c: Clause, told: Told) -> Iterator[Assertion]:
    """What a unit asserts: one thing, and beside a position the act of the talks it tells of and the condition it waits for."""
    seen = told.shown
    if (seen.denies or seen.grants) and (inner := positions.fact(c, seen, told.at)) is not None:
        fact = (
            _denied(inner, replace(told, shown=NOTHING))
            if seen.denies
            else _plain(inner, replace(told, shown=NOTHING))
        )
        yield fact
        if (
            fact.kind is Kind.STATEMENT
            and (against := positions.disputed(c, seen, told.holder, told.at)) is not None
        ):
            yield Assertion(c.lo, c.hi, Kind.POSITION, against, Polarity.AFFIRMED, _position_hedge(c))
        return
    made = _by_cue(c, told) or _plain(c, told)
    if isinstance(made.payload, Position) and (gate := _refused_until(c, made.payload)) is not None:
        yield Assertion(c.lo, c.hi, Kind.CONDITION, gate, Polarity.AFFIRMED, hedging.hedge(c))
        yield made
        if seen.act:
            yield _act(c, made, told)
        return
    yield made
    if made.kind is Kind.CONDITION and (gated := positions.gated(c, told.holder, told.document)) is not None:
        yield replace(made, kind=Kind.POSITION, payload=gated, hedge=_position_hedge(c))
    if seen.denies and made.kind is Kind.POSITION and positions.alleged(c, told.at):
        yield Assertion(c.lo, c.hi, Kind.STATEMENT, None, Polarity.DENIED, hedging.hedge(c))
    if seen.act and made.kind in (Kind.POSITION, Kind.STATEMENT):
        yield _act(c, made, told)
    yield from _condition_beside(c, made)


def _act(c: Clause, made: Assertion, told: Told) -> Assertion:
    """The act of the talks that the cue tells of, beside what it shows."""
    return replace(
        made, kind=Kind.STEP, payload=Step(told.shown.act, told.holder, positions.matter(c, told.at))
    )


def _refused_until(c: Clause, found: Position) -> Condition | None:
    """ "ruled out a second phase for as long as ...": what is refused until something else happens is a condition first."""
    return duties.condition(c) if found.condition and found.stance is Stance.CONDITIONAL else None


def _condition_beside(c: Clause, made: Assertion) -> Iterator[Assertion]:
    """The condition that stands in a position, a term, a step or what is yet to come, as an assertion of its own."""
    ahead = made.hedge in (Hedge.FUTURE, Hedge.CONDITIONAL) and made.kind is not Kind.CONDITION
    if not (ahead or made.kind in (Kind.POSITION, Kind.TERM, Kind.STEP)):
        return
    if (found := waiting.beside(c)) is not None:
        lo, hi, what, awaits = found
        yield Assertion(lo, hi, Kind.CONDITION, Condition(what, awaits), Polarity.AFFIRMED, Hedge.NONE)


def _by_cue(c: Clause, told: Told) -> Assertion | None:
    """The breach that an accusation tells of, or the position that the cue shows."""
    if (event := events.accused(c, told.at)) is not None:
        return Assertion(c.lo, c.hi, Kind.INCIDENT, event, Polarity.AFFIRMED, hedging.hedge(c))
    accused = duties.accusation(c, told.at) or duties.called_breach(c)
    if accused is not None and told.shown.stance is not Stance.SILENT:
        return Assertion(c.lo, c.hi, Kind.COMPLIANCE, accused, Polarity.AFFIRMED, hedging.hedge(c))
    found = positions.shown(c, told.shown, told.holder, told.at)
    if found is not None:
        return Assertion(c.lo, c.hi, Kind.POSITION, found, Polarity.AFFIRMED, _position_hedge(c))
    return None


def _position_hedge(c: Clause) -> Hedge:
    return Hedge.APPEARS if hedging.hedge(c) is Hedge.APPEARS else Hedge.NONE


def _denied(c: Clause, told: Told) -> Assertion:
    """What is told after a denial: the fact with its polarity turned; what was a position or a condition stays a statement."""
    made = _plain(c, told)
    if made.kind is Kind.STATEMENT and not words("stances", "denial").isdisjoint(c.s.low[c.lo : c.lo + 3]):
        return made  # "scepticism that the road is open": its own words say so
    turned = Polarity.AFFIRMED if made.polarity is Polarity.DENIED else Polarity.DENIED
    if made.kind in (Kind.POSITION, Kind.CONDITION):
        return replace(made, kind=Kind.STATEMENT, payload=None, polarity=turned)
    return replace(made, polarity=turned)


def _plain(c: Clause, told: Told) -> Assertion:
    """The first kind that fits the clause, a bare statement where none does."""
    kind, payload = _kind(c, told)
    if kind in (Kind.COMPLIANCE, Kind.CONDITION, Kind.POSITION):
        hedge = _position_hedge(c) if kind is Kind.POSITION else hedging.hedge(c)
        return Assertion(c.lo, c.hi, kind, payload, Polarity.AFFIRMED, hedge)
    return Assertion(c.lo, c.hi, kind, payload, hedging.polarity(c), hedging.hedge(c))


def _kind(c: Clause, told: Told) -> tuple[Kind, Payload | None]:
    found: Payload | None
    if (found := duties.term(c, told.holder, told.document)) is not None:
        return Kind.TERM, found
    if positions.in_a_phrase(c) and (found := positions.position(c, told.holder)) is not None:
        return Kind.POSITION, found
    if (found := duties.compliance(c, told.holder)) is not None:
        return Kind.COMPLIANCE, found
    if (found := records.record(c)) is not None:
        return Kind.COMPLIANCE, found
    if (found := duties.condition(c)) is not None:
        return Kind.CONDITION, found
    if (found := events.incident(c)) is not None and events.sure(c):
        return Kind.INCIDENT, found
    if (found := positions.position(c, told.holder)) is not None:
        return Kind.POSITION, found
    if (found := states.state(c)) is not None:
        return Kind.STATE, found
    if (found := events.step(c, told.holder)) is not None:
        return Kind.STEP, found
    if (found := events.incident(c)) is not None:
        return Kind.INCIDENT, found
    return Kind.STATEMENT, None
