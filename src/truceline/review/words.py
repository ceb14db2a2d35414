"""A reading in plain words: its value with its bound, its kind, its day. Neutral, and the same in every place."""

from __future__ import annotations

from datetime import date

from truceline.evidence import (
    Basis,
    Claim,
    Compliance,
    Condition,
    Figure,
    Incident,
    Interval,
    Polarity,
    Position,
    State,
    Step,
    Term,
)
from truceline.positions.stances import in_own_words

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOT_STATED = "not stated"


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
    return "since the start" if figure.basis is Basis.TOTAL else "in this period"


def value(claim: Claim) -> str:
    """What the reading asserts, in one line, whatever its kind; a denial says so before anything else."""
    said = _asserted(claim)
    return f"denied: {said}" if claim.polarity is Polarity.DENIED else said


def _asserted(claim: Claim) -> str:
    match claim.payload:
        case Figure() as figure:
            return " ".join(filter(None, (bounds(figure), figure.unit, basis(figure))))
        case Position(issue=issue, stance=stance, condition=condition):
            joined = ", " if in_own_words(condition) else ", if "
            return f"{stance.value}: {issue}" + (f"{joined}{condition}" if condition else "")
        case Incident() as event:
            told = (event.type, event.place, event.time, event.author, event.harm)
            return ", ".join(filter(None, told))
        case Step(act=act, by=by, what=what):
            return " ".join(filter(None, (act, f"by {by}" if by else "", f"on {what}" if what else "")))
        case Compliance(actor=actor, duty=duty, value=kept):
            return f"{actor or 'not named'}: {'kept' if kept == 'met' else 'not kept'}: {duty or 'no duty named'}"
        case State(thing=thing, value=said):
            return f"{thing}: {said}"
        case Condition(what=what, awaits=awaits):
            return f"{what} waits for {awaits}"
        case Term(instrument=instrument, term=term):
            return f"{instrument}: {term}"
        case _:
            return "a statement, no value"


def kind(claim: Claim) -> str:
    """The kind of reading; for a figure also what it counts and by whom the acts are said to be done."""
    if not isinstance(claim.payload, Figure):
        return claim.kind.value
    figure = claim.payload
    return f"figure: {figure.counts or 'what is counted: not stated'}" + (
        f" by {figure.side}" if figure.side else ""
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
