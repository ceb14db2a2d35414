"""Several numbers in one assertion: the stretch that each stands in, and which of them make up a total."""

from __future__ import annotations

from dataclasses import replace

from truceline.evidence import Figure
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.units import Unit, trimmed

Placed = tuple[int, int, Figure]


def split(s: Sentence, unit: Unit, found: list[Number], longest: int) -> list[tuple[Number, int, int]]:
    """Each number with its stretch of tokens: cut at the last comma or link word before the next number."""
    if not found:
        return []
    placed, lo = [], unit.lo
    for number, following in zip(found, [*found[1:], None], strict=True):
        hi = unit.hi if following is None else _cut(s, number.b, following.a) - 1
        a, b = trimmed(s, lo, max(hi, number.b))
        placed.append((number, *_narrow(s, number, a, b, longest)))
        lo = hi + 1
    return placed


def _cut(s: Sentence, after: int, before: int) -> int:
    """Where the next number's stretch starts."""
    for k in range(before - 1, after, -1):
        if s.low[k] in (",", ";", "and", "or", "with", "while", "but"):
            return k + 1
    prepositions = (k for k in range(before, after, -1) if s.tag[k] == "IN")
    return next(prepositions, after + 1)


def _narrow(s: Sentence, n: Number, a: int, b: int, longest: int) -> tuple[int, int]:
    """In a long stretch only the clause-like neighbourhood of the number: up to the commas around it."""
    if b - a <= longest:
        return a, b
    left = next((k + 1 for k in range(n.a - 1, a, -1) if s.low[k] in (",", ";", ":")), a)
    right = next((k - 1 for k in range(n.b + 1, b) if s.low[k] in (",", ";", ":")), b)
    return trimmed(s, max(left, n.a - longest), min(right, n.b + longest))


def with_parts(made: list[Placed]) -> list[Placed]:
    """The figures, the first given the rest as its parts where they add up to it (or nearly: texts round)."""
    if len(made) < 3:
        return made
    values = [f.low if f.low == f.high else None for _, _, f in made]
    total, rest = values[0], values[1:]
    if total is None or any(v is None for v in rest):
        return made
    parts = tuple((f.counts, float(v)) for (_, _, f), v in zip(made[1:], rest, strict=True) if v is not None)
    near = abs(sum(v for _, v in parts) - total) <= 0.03 * total
    lo, hi, first = made[0]
    return [(lo, hi, replace(first, parts=parts)), *made[1:]] if near else made
