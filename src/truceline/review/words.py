"""A reading in plain words: its value with its bound, its kind, its day. Neutral, and the same in every place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from truceline.evidence import (
    Basis,
    Claim,
    Compliance,
    Condition,
    Figure,
    Hedge,
    Incident,
    Interval,
    Polarity,
    Position,
    State,
    Step,
    Term,
)
from truceline.positions.stances import in_own_words

_OPENER = re.compile(
    r"^(?:(?:provided|on condition)(?: that)?|as long as|so long as|only if|if|once|until|till) ",
    re.IGNORECASE,
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOT_STATED = "not stated"
HEDGES = {
    Hedge.APPEARS: "as it appears",
    Hedge.POSSIBLE: "possible",
    Hedge.CONDITIONAL: "under a condition",
    Hedge.FUTURE: "still to come",
}
"""How far the speaker commits, as the card says it: what is expected must not read as done."""


def number(value: float) -> str:
    """``1000.0`` as "1,000"; decimals only where there are any."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def bounds(figure: Figure) -> str:
    """The value with its bound: "10 to 12", "more than 410", "up to 8,000", "around 1,000", "no number"."""
    low, high, word = figure.low, figure.high, figure.approximator
    if low is not None and high is not None:
        exact = number(low) if low == high else f"{number(low)} to {number(high)}"
        return f"{word} {exact}".strip() if low == high else exact
    if low is not None:
        return f"{word or 'at least'} {number(low)}"
    return "no number" if high is None else f"{word or 'up to'} {number(high)}"


def bound_kind(figure: Figure) -> str:
    """What the ends of a figure say: a range, a lower or upper bound, around a value, exact."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        return "upper bound" if low is None else "lower bound"
    if low != high:
        return "range"
    return "around a value" if figure.approximator else "one value"


def basis(figure: Figure) -> str:
    """What the number counts over, as the page says it."""
    if figure.basis is Basis.RATE:
        return f"per {figure.per or 'period: not stated'}"
    if figure.basis is Basis.NEW:
        return "in this period"
    return "since the start" if figure.base else "in total"


def value(claim: Claim) -> str:
    """What the reading asserts, in one line, whatever its kind; a denial says so before anything else, a doubt of the speaker last.

    A position names its holder where that is not the one who speaks, so that nobody takes one side's report for the other's word.
    """
    said = _asserted(claim)
    if claim.polarity is Polarity.DENIED:
        said = "a statement in the negative, no value" if claim.payload is None else f"denied: {said}"
    if isinstance(claim.payload, Position) and _anothers(claim, claim.payload.holder):
        said = f"{claim.payload.holder}: {said}"
    return f"{said} ({HEDGES[claim.hedge]})" if claim.hedge in HEDGES and claim.payload is not None else said


def _as_written(unit: str, text: str) -> str:
    """The unit as the words have it: "Palestinians", which the reading keeps in lower case to compare it."""
    found = re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", text, re.IGNORECASE) if unit else None
    return found[0] if found is not None else unit


def _anothers(claim: Claim, holder: str) -> bool:
    """Whether a position is told of somebody else than the speaker, by the words alone."""
    return bool(holder) and holder.casefold() not in {
        (claim.speaker or "").casefold(),
        claim.speaker_text.casefold(),
    }


def _asserted(claim: Claim) -> str:
    match claim.payload:
        case Figure() as figure:
            return " ".join(
                filter(None, (bounds(figure), _as_written(figure.unit, claim.text), basis(figure)))
            )
        case Position(issue=issue, stance=stance, condition=condition):
            joined = ", " if in_own_words(condition) else ", if "
            return f"{stance.value}: {issue}" + (f"{joined}{condition}" if condition else "")
        case Incident() as event:
            told = (event.type, event.place, event.time, event.author, event.harm)
            return ", ".join(filter(None, told))
        case Step(act=act, by=by, what=what):
            return " ".join(filter(None, (act, f"by {by}" if by else ""))) + (f": {what}" if what else "")
        case Compliance(actor=actor, duty=duty, value=kept):
            return f"{actor or 'not named'}: {'kept' if kept == 'met' else 'not kept'}: {duty or 'no duty named'}"
        case State(thing=thing, value=said):
            return f"{thing}: {said}"
        case Condition(what=what, awaits=awaits):
            return f"{what} waits for: {_OPENER.sub('', awaits)}"
        case Term(instrument=instrument, term=term):
            return f"{instrument}: {term}"
        case _:
            return "a statement, no value"


def kind(claim: Claim, body: Callable[[str], str] = str) -> str:
    """The kind of reading; for a figure also what it counts and by whom the acts are said to be done (``body`` names it)."""
    if not isinstance(claim.payload, Figure):
        return claim.kind.value
    figure = claim.payload
    return f"figure: {figure.counts or 'what is counted: not stated'}" + (
        f" by {body(figure.side)}" if figure.side else ""
    )


def day(when: date, *, weekday: bool = False) -> str:
    """``24 Dec 2025``, or ``Wednesday 24 Dec 2025``."""
    told = f"{when.day} {MONTHS[when.month - 1]} {when.year}"
    return f"{DAYS[when.weekday()]} {told}" if weekday else told


def interval(when: Interval) -> str:
    """A day, "between A and B", "from A on", "until B", or "date not known"."""
    first, last = when.earliest, when.latest
    if first and last:
        return day(first, weekday=True) if first == last else f"between {day(first)} and {day(last)}"
    if first:
        return f"from {day(first)} on, end not known"
    return f"until {day(last)}" if last else "date not known"


def whole(claim: Claim) -> str:
    """Kind and value in one line: "figure: shootings by Northland: 3 in this period"."""
    return f"{kind(claim)}: {value(claim)}"
