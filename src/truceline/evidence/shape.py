"""What a reading of each kind is made of as a person writes it: a value, what it is about, and whose it is.

Nothing is assumed: a kind put right is made of what was written, and a part that is missing is asked for by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from truceline.evidence.claim import Kind, Polarity
from truceline.evidence.lines import PAYLOADS
from truceline.evidence.payload import Basis, Payload, Stance

FIELD = "payload."
_NUMBERS = frozenset({"low", "high"})
_WORDS: Mapping[str, type[Basis | Stance]] = {"basis": Basis, "stance": Stance}


class ShapeError(ValueError):
    """A part that is missing or that cannot be one; the message names it, with an example."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of the payload, what it holds in words, an example, and whether a reading of the kind may be without it."""

    field: str
    holds: str
    example: str
    free: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The slots of a kind; None where it has no such part. A figure's value is two ends and what they count over."""

    name: str
    value: Slot | None = None
    what: Slot | None = None
    whose: Slot | None = None

    @property
    def slots(self) -> Mapping[str, Slot]:
        """The slots that there are by the name of their part, in the order in which they are asked for."""
        held = {"value": self.value, "what": self.what, "whose": self.whose}
        return {part: slot for part, slot in held.items() if slot}


_NUMBER = Slot("low", "a number and what it counts over", "410 in total, 12 in this period, 10-12 per day")
_STANCE = Slot(
    "stance", "a stance", "accept, reject, demand, offer, silent, or conditional if the road opens"
)
SHAPES: Mapping[Kind, Shape] = {
    Kind.FIGURE: Shape(
        "a figure",
        _NUMBER,
        Slot("counts", "what is counted", "violations"),
        Slot("side", "whose deeds or part it counts", "a name", free=True),
    ),
    Kind.INCIDENT: Shape(
        "an incident",
        None,
        Slot("type", "what happened", "shelling"),
        Slot("author", "who is said to have done it", "a name", free=True),
    ),
    Kind.POSITION: Shape(
        "a position",
        _STANCE,
        Slot("issue", "what it is about", "the joint force"),
        Slot("holder", "whose position it is", "a name", free=True),
    ),
    Kind.STEP: Shape(
        "a step",
        Slot("act", "an act of the talks", "offer, reply, meeting, announcement, pledge, signature"),
        Slot("what", "what it is about", "the list of names", free=True),
        Slot("by", "whose act it is", "a name", free=True),
    ),
    Kind.COMPLIANCE: Shape(
        "compliance",
        Slot("value", "kept or broken", "kept, broken"),
        Slot("duty", "which duty", "the line"),
        Slot("actor", "whose duty it is", "a name", free=True),
    ),
    Kind.STATE: Shape(
        "a state",
        Slot("value", "the state it is in", "closed"),
        Slot("thing", "what is in that state", "the crossing"),
        Slot("by", "who brought it about", "a name", free=True),
    ),
    Kind.CONDITION: Shape(
        "a condition",
        Slot("awaits", "what it waits for", "the return of all held"),
        Slot("what", "what waits", "the second phase"),
    ),
    Kind.TERM: Shape(
        "a term",
        Slot("term", "what the text provides", "a line of withdrawal"),
        Slot("instrument", "which text", "the agreement"),
        Slot("bearer", "whom it binds", "a name", free=True),
    ),
    Kind.STATEMENT: Shape("a statement"),
}


def shaped(kind: Kind, values: Mapping[str, str]) -> Payload | None:
    """The payload of a kind made of what was written, by field; None for a bare statement. Raises ShapeError."""
    shape = SHAPES[kind]
    for slot in shape.slots.values():
        if not slot.free and not _filled(slot, values):
            raise ShapeError(f"{shape.name} needs {slot.holds}: for example {slot.example}")
    typed = _typed(values)
    if typed.get("basis") is Basis.RATE and not typed.get("per"):
        raise ShapeError("a rate needs its period: for example 3 per day")
    if typed.get("stance") is Stance.CONDITIONAL and not typed.get("condition"):
        raise ShapeError("a conditional position needs its condition: conditional if the road opens")
    made = PAYLOADS.get(kind)
    if made is None:
        return None
    known = {f.name for f in fields(made)}
    empty: dict[str, Any] = {} if kind is not Kind.FIGURE else {"low": None, "high": None}
    blank = {s.field: "" for s in shape.slots.values() if s.free}
    return made(**{**empty, **blank, **{k: v for k, v in typed.items() if k in known}})


def _filled(slot: Slot, values: Mapping[str, str]) -> bool:
    if slot is _NUMBER:
        return any(values.get(end) for end in _NUMBERS) and bool(values.get("basis"))
    return bool(values.get(slot.field))


def amended(payload: Payload, values: Mapping[str, str]) -> Payload:
    """The payload with some fields as written; fields that it has not are left alone. Raises ShapeError."""
    known = {f.name: getattr(payload, f.name) for f in fields(payload)}
    typed = {k: v for k, v in _typed(values).items() if k in known and k != "parts"}
    for key, value in typed.items():
        if isinstance(known[key], bool):
            typed[key] = value == "yes"
        elif key == "degree":
            typed[key] = int(value)
    return replace(payload, **typed)


def _typed(values: Mapping[str, str]) -> dict[str, Any]:
    """The ends of a figure as numbers, basis and stance as one of their words, the others as text."""
    made: dict[str, Any] = dict(values)
    for key, value in values.items():
        try:
            if key in _NUMBERS:
                made[key] = float(value) if value else None
            elif key in _WORDS:
                made[key] = _WORDS[key](value)
        except ValueError:
            one_of = ", ".join(_WORDS[key]) if key in _WORDS else "410"
            raise ShapeError(f"'{value}' is no {key}: for example {one_of}") from None
    return made


def written(corrections: Mapping[str, str]) -> dict[str, str]:
    """The fields of the payload that corrections hold, by name."""
    return {k.removeprefix(FIELD): v for k, v in corrections.items() if k.startswith(FIELD)}


def fitting(corrections: Mapping[str, str]) -> None:
    """Nothing where kind, polarity and fields of corrections can be what they say; raises ShapeError where not."""
    for part, known in (("kind", Kind), ("polarity", Polarity)):
        if corrections.get(part, next(iter(known)).value) not in list(known):
            raise ShapeError(f"'{corrections[part]}' is no {part}: one of {', '.join(known)}")
    values = written(corrections)
    if "kind" in corrections:
        shaped(Kind(corrections["kind"]), values)
    else:
        _typed(values)


__all__ = ["FIELD", "SHAPES", "Shape", "ShapeError", "Slot", "amended", "fitting", "shaped", "written"]
