"""Which kind of assertion a unit is, with its payload: the first kind that fits, a bare statement where none does."""

from __future__ import annotations

from truceline.evidence import Hedge, Kind, Payload, Polarity
from truceline.reading import duties, events, hedging, positions, states
from truceline.reading.clauses import Clause


def kind(c: Clause, holder: str, document: bool, cue: str) -> tuple[Kind, Payload | None, Polarity, Hedge]:
    """Kind, payload, polarity and hedge. ``document``: a text speaks itself, ``holder`` then names it."""
    polarity, hedge = hedging.polarity(c, cue), hedging.hedge(c)
    found: Payload | None
    if document or cue == "":
        found = duties.term(c, holder, document)
        if found is not None:
            return Kind.TERM, found, polarity, hedge
    elif (found := duties.term(c, holder, False)) is not None:
        return Kind.TERM, found, polarity, hedge
    if (found := duties.compliance(c, holder)) is not None:
        return Kind.COMPLIANCE, found, Polarity.AFFIRMED, hedge
    if (found := duties.condition(c)) is not None:
        return Kind.CONDITION, found, Polarity.AFFIRMED, hedge
    if (found := positions.position(c, holder, cue)) is not None:
        return (
            Kind.POSITION,
            found,
            Polarity.AFFIRMED,
            Hedge.APPEARS if hedge is Hedge.APPEARS else Hedge.NONE,
        )
    if (found := states.state(c)) is not None:
        return Kind.STATE, found, polarity, hedge
    if (found := events.step(c, holder)) is not None:
        return Kind.STEP, found, polarity, hedge
    if (found := events.incident(c)) is not None:
        return Kind.INCIDENT, found, polarity, hedge
    return Kind.STATEMENT, None, polarity, hedge
