"""An amount worked out from its formula and from what one account holds: a tree of steps, each with its statements.

What is not held stays not held: a sum with a part of which nothing is held has no value, and is no zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Protocol

from truceline.agreement.amounts import (
    Amount,
    Elapsed,
    ForEach,
    Known,
    Least,
    Less,
    Most,
    Number,
    Owed,
    Sum,
    Times,
)
from truceline.agreement.amounts import words as formula_words
from truceline.agreement.amounts.bounds import Bounds, exactly
from truceline.evidence import wording
from truceline.evidence.lengths import DAYS

NOTHING = "nothing held"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``words``, its ``amount`` (None where nothing is held), the ``claims`` of its own, and the steps it rests on.

    ``missing`` says what would have to be held, where the amount is None; ``counted`` marks a figure as somebody stated it.
    """

    words: str
    amount: Bounds | None
    claims: tuple[str, ...] = ()
    parts: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    counted: bool = False

    @property
    def figures(self) -> bool:
        """Whether a stated figure is held here or in a step behind it; the start of a clock is none."""
        return (self.counted and self.amount is not None) or any(part.figures for part in self.parts)

    @property
    def value(self) -> str:
        """The amount in words: "270", "225 to 300", "at least 300", "nothing held"."""
        return told(self.amount)

    def evidence(self) -> tuple[str, ...]:
        """Every claim that the amount rests on, each once."""
        below = (claim for part in self.parts for claim in part.evidence())
        return tuple(dict.fromkeys((*self.claims, *below)))


class Holding(Protocol):
    """What one account holds of the names in a formula, on a day."""

    def stated(self, name: str) -> Step:
        """The figure of that name as stated, or as its own formula gives it."""
        ...

    def owed(self, provision: str) -> Step:
        """What is owed under the provision."""
        ...

    def elapsed(self, anchor: str, unit: str) -> Step:
        """The time since the anchor, in days whatever the unit in which it is told."""
        ...


def told(amount: Bounds | None) -> str:
    """An amount in words; ``NOTHING`` for None."""
    if amount is None:
        return NOTHING
    ends = [None if e is None else float(e) for e in (amount.low, amount.high)]
    return wording.bounds(ends[0], ends[1])


def reckon(formula: Amount, held: Holding) -> Step:
    """The amount that the formula gives in one account, with its steps in the order of the formula."""
    leaves: list[Step] = []
    amount = _amount(formula, held, leaves)
    missing = tuple(dict.fromkeys(word for leaf in leaves for word in leaf.missing))
    return Step(_words(formula, leaves), amount, parts=tuple(leaves), missing=missing)


def _words(formula: Amount, leaves: list[Step]) -> str:
    """The formula with its figures filled in: "15 for each of 18 deceased Israelis returned"."""
    left = iter(leaves)
    return formula_words(formula, lambda _: _filled(next(left)))


def _filled(step: Step) -> str:
    return f"{step.words} ({NOTHING})" if step.amount is None else step.words


def _amount(formula: Amount, held: Holding, leaves: list[Step]) -> Bounds | None:
    match formula:
        case Number():
            return _number(formula)
        case Known() | Owed() | Elapsed():
            leaves.append(_leaf(formula, held))
            return leaves[-1].amount
        case Times(one=one, other=other) | ForEach(one=one, other=other):
            return _joined((one, other), Bounds.product, held, leaves)
        case Less(one=one, other=other):
            return _joined((one, other), Bounds.minus, held, leaves)
        case Sum(parts=parts):
            return _joined(parts, Bounds.plus, held, leaves)
        case Least(parts=parts):
            return _joined(parts, Bounds.least, held, leaves)
        case Most(parts=parts):
            return _joined(parts, Bounds.greatest, held, leaves)


def _joined(
    parts: Iterable[Amount], join: Callable[[Bounds, Bounds], Bounds], held: Holding, leaves: list[Step]
) -> Bounds | None:
    amounts = [_amount(part, held, leaves) for part in parts]
    known = [a for a in amounts if a is not None]
    return reduce(join, known) if len(known) == len(amounts) else None


def _leaf(leaf: Known | Owed | Elapsed, held: Holding) -> Step:
    match leaf:
        case Known(id=name):
            return held.stated(name)
        case Owed(id=provision):
            return held.owed(provision)
        case Elapsed(anchor=anchor, unit=unit):
            return held.elapsed(anchor, unit)


def _number(found: Number) -> Bounds:
    """The number; a rate in another time than days is brought to days, as elapsed time is."""
    factor = DAYS.get(found.per.casefold().removesuffix("s"), Fraction(1))
    return exactly(Fraction(str(found.value)) / factor)
