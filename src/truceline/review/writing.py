"""What a reviewer writes of a reading's parts, its value, what it is about and whose it is, as corrections of its payload.

The same words hold at the terminal and in a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from truceline.evidence import SHAPES, Claim, Figure, Kind, Position, Stance
from truceline.evidence.lines import payload_line
from truceline.evidence.shape import FIELD
from truceline.positions.stances import in_own_words
from truceline.review import words
from truceline.review.desk import Desk, UnclearAnswer, ends

_OVER = re.compile(
    r"(?P<number>.*?\d[\d,']*[-+]?)[\s,]+(?:(?P<total>in total|total|since the start)|(?P<new>in this period|new)|(?:per|an?) (?P<per>[\w ]+))$"
)
_KEPT = {"kept": "met", "met": "met", "broken": "breached", "breached": "breached"}
CLOSED = frozenset({Kind.FIGURE, Kind.POSITION, Kind.COMPLIANCE})
"""The kinds whose value is a number or one of a few words, so that a slip shows."""


def kind(typed: str) -> Kind:
    """The kind by its number in the list or by how its name begins; raises UnclearAnswer."""
    names = list(SHAPES)
    if typed.isdecimal() and 1 <= int(typed) <= len(names):
        return names[int(typed) - 1]
    word = typed.strip().casefold()
    found = [k for k in names if k.value == word] or [k for k in names if word and k.value.startswith(word)]
    if len(found) != 1:
        raise UnclearAnswer(f"'{typed}' is no kind of its own: one of {', '.join(names)}.")
    return found[0]


def part(name: str, of: Kind, typed: str, desk: Desk) -> dict[str, str]:
    """The corrections that one part as written gives ("value", "what", "whose"); raises UnclearAnswer."""
    slot = SHAPES[of].slots.get(name)
    if slot is None:
        raise UnclearAnswer(f"{SHAPES[of].name} has no such part: leave it empty.")
    match name, of:
        case "value", Kind.FIGURE:
            return _number(typed, desk)
        case "value", Kind.POSITION:
            return _stance(typed)
        case "value", Kind.COMPLIANCE:
            return {f"{FIELD}value": _kept(typed)}
        case "whose", _:
            return {f"{FIELD}{slot.field}": desk.side(typed)[0]}
        case _:
            return {f"{FIELD}{slot.field}": " ".join(typed.split())}


def _number(typed: str, desk: Desk) -> dict[str, str]:
    """The ends of a figure, and what it counts over where that is written."""
    over = _OVER.match(typed.strip().casefold())
    made = ends(*desk.value(over["number"] if over else typed))
    if over is None:
        return made
    basis = "total" if over["total"] else "new" if over["new"] else "rate"
    return {**made, f"{FIELD}basis": basis, f"{FIELD}per": over["per"] or ""}


def _stance(typed: str) -> dict[str, str]:
    """The stance, and the condition behind it: "conditional if the road opens", "reject as long as it is closed"."""
    first, _, rest = " ".join(typed.split()).partition(" ")
    word, condition = first.strip(",:").casefold(), rest.removeprefix("if ")
    if word not in list(Stance):
        raise UnclearAnswer(f"'{typed}' is no stance: one of {', '.join(Stance)} (if ...).")
    if word == Stance.CONDITIONAL and not condition:
        raise UnclearAnswer("a conditional position needs its condition: conditional if the road opens.")
    return {f"{FIELD}stance": word, f"{FIELD}condition": condition}


def _kept(typed: str) -> str:
    if (value := _KEPT.get(typed.strip().casefold())) is None:
        raise UnclearAnswer(f"'{typed}' is neither kept nor broken: write one of them.")
    return value


def as_read(claim: Claim, name: str, of: Kind) -> str:
    """A part as it was read, in words that may be written again; "" where it was not read, or does not fit another kind."""
    there, here = SHAPES[of].slots.get(name), SHAPES[claim.kind].slots.get(name)
    if there is None or here is None or claim.payload is None:
        return ""
    if name == "value":
        return _value(claim) if of is claim.kind else ""
    return str(payload_line(claim.payload).get(here.field) or "")


def _value(claim: Claim) -> str:
    match claim.payload:
        case Figure(low=low, high=high) as figure:
            return f"{_ends(low, high)} {_over(figure)}"
        case Position(stance=stance, condition=condition):
            joined = " " if in_own_words(condition) else " if "
            return f"{stance.value}{joined}{condition}" if condition else stance.value
        case _:
            slot = SHAPES[claim.kind].value
            held = str(payload_line(claim.payload).get(slot.field) or "") if slot else ""
            return {"met": "kept", "breached": "broken"}.get(held, held)


def _ends(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return words.number(low) if low == high else f"{words.number(low)} to {words.number(high)}"
    return f"at least {words.number(low)}" if low is not None else f"up to {words.number(high or 0)}"


def _over(figure: Figure) -> str:
    return {"total": "in total", "new": "in this period"}.get(figure.basis.value, f"per {figure.per}")


def missing(name: str, of: Kind, made: Mapping[str, str]) -> str:
    """What is to be said where a part of a kind is not yet whole; "" where it is."""
    shape = SHAPES[of]
    slot = shape.slots[name]
    number = name == "value" and of is Kind.FIGURE
    if number and made and f"{FIELD}basis" not in made:
        return f"Say what it counts over, too: {slot.example}."
    whole = slot.free or any(made.values())
    return "" if whole else f"{shape.name} needs {slot.holds}: for example {slot.example}.".capitalize()
