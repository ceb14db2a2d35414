"""Several numbers in one assertion: the stretch that each stands in, and which of them make up a total."""

from __future__ import annotations

from dataclasses import replace

from truceline.evidence import Figure
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.units import Unit, trimmed

_SIGNS = frozenset({",", ";", ":", "|", "--", "–", "—", "("})
_LINKS = frozenset({"and", "or", "with", "while", "but", "against", "to"})

Placed = tuple[int, int, Figure]


def split(s: Sentence, unit: Unit, found: list[Number], longest: int) -> list[tuple[Number, int, int]]:
    """Each number with its stretch of tokens: cut at the last sign or link word before the next number.

    Where none stands between two, the second lies inside the phrase of the first ("800 times in four weeks", "31 of 38 ships"):
    the stretch of the first goes through to the end of the second's.
    """
    if not found:
        return []
    placed: list[tuple[Number, int, int]] = []
    inside: list[bool] = []
    lo = unit.lo
    for number, following in zip(found, [*found[1:], None], strict=True):
        cut, within = (unit.hi + 1, False) if following is None else _cut(s, number.b, following.a)
        lo = _opened(s, lo, number.a)
        a, b = trimmed(s, lo, max(cut - 1, number.b))
        placed.append((number, *_narrow(s, number, a, b, longest)))
        inside.append(within)
        lo = cut
    for k in range(len(placed) - 2, -1, -1):
        if inside[k] and placed[k + 1][2] - placed[k][1] <= longest:
            placed[k] = (placed[k][0], placed[k][1], placed[k + 1][2])
    return placed


def _opened(s: Sentence, lo: int, before: int) -> int:
    """Past what only names the row or the place: "Brasnik Bridge | 61", "WISTLE, 4 July - Three lorries"."""
    for k in range(before - 1, lo - 1, -1):
        if s.low[k] in ("|", "--"):
            return k + 1
        if s.low[k] in ("-", "–", "—") and s.end[k] < s.start[k + 1] and k > lo and s.end[k - 1] < s.start[k]:
            return lo if any(s.is_verb(m) and s.tag[m] != "VBN" for m in range(lo, k)) else k + 1
        if s.low[k] == ":" and any(s.tag[m] in ("VBD", "VBZ", "VBP") for m in range(lo, k)):
            return k + 1  # "The plan names another figure: 1,700 held"
        if s.is_verb(k):
            return lo
    return lo


def _cut(s: Sentence, after: int, before: int) -> tuple[int, bool]:
    """Where the next number's stretch starts, and whether it lies inside the phrase of the one before."""
    for quoted in (False, True):
        for k in range(before - 1, after, -1):
            if s.low[k] in _SIGNS and not quoted or s.low[k] in _LINKS and bool(s.quoted[k]) == quoted:
                return k + 1, False
    prepositions = (k for k in range(before, after, -1) if s.tag[k] == "IN")
    return next(prepositions, after + 1), True


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


def shared_bounds(s: Sentence, made: list[Placed], found: list[Number]) -> list[Placed]:
    """ "At least 21 by one and four by the other": what bounds the first of two joined numbers bounds the second."""
    out = list(made)
    for k in range(1, len(out)):
        (_, _, before), (lo, hi, figure) = out[k - 1], out[k]
        between = s.low[found[k - 1].b + 1 : found[k].a]
        joined = (
            between.count("and") == 1
            and not {";", ":", "|", ".", "that"} & set(between)
            and len(between) <= 8
        )
        if (
            before.approximator == "at least"
            and joined
            and not figure.approximator
            and figure.low == figure.high
        ):
            out[k] = (lo, hi, replace(figure, high=None, approximator="at least"))
    return out
