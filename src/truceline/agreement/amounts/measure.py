"""What a formula gives: trucks, trucks a day, or a bare number. Unlike things are never added, nor a rate to a total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from truceline.agreement.amounts.formula import (
    Amount,
    Elapsed,
    ForEach,
    Known,
    Leaf,
    Less,
    Number,
    Owed,
    Times,
)
from truceline.evidence.lengths import DAYS

TIME = "day"
_SAME = {"people": "person", "truckload": "truck"}


class MeasureError(ValueError):
    """Two parts of a formula do not go together; ``rate`` where they are a rate and a total of one thing."""

    def __init__(self, message: str, *, rate: bool = False) -> None:
        super().__init__(message)
        self.rate = rate


def one(unit: str) -> str:
    """A unit in the singular: trucks and truck are one, and hours, days and weeks are time."""
    word = unit.casefold().strip()
    word = f"{word[:-3]}y" if word.endswith("ies") else word
    word = _SAME.get(word, word.removesuffix("s"))
    return TIME if word in DAYS else word


@dataclass(frozen=True, slots=True)
class Measure:
    """Units with their powers, in alphabetical order: ``(("day", -1), ("truck", 1))`` is trucks a day."""

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, unit: str, per: str = "") -> Measure:
        """The measure of a unit, and of a rate with its ``per``."""
        return _made(((one(unit), 1),) if unit else (), ((one(per), -1),) if per else ())

    def times(self, other: Measure) -> Measure:
        """The measure of a product."""
        return _made(self.powers, other.powers)

    @property
    def bare(self) -> bool:
        """Whether it is a number without unit."""
        return not self.powers

    @property
    def still(self) -> Measure:
        """The same without time: trucks, of trucks a day."""
        return Measure(tuple(p for p in self.powers if p[0] != TIME))

    def __str__(self) -> str:
        """``truck per day``."""
        above = " x ".join(u if n == 1 else f"{u}^{n}" for u, n in self.powers if n > 0)
        below = " per ".join(u if n == -1 else f"{u}^{-n}" for u, n in self.powers if n < 0)
        return (
            " per ".join(filter(None, (above or ("number" if below else ""), below)))
            or "a number without unit"
        )


def _made(*powers: Iterable[tuple[str, int]]) -> Measure:
    found: Counter[str] = Counter()
    for each in powers:
        for unit, power in each:
            found[unit] += power
    return Measure(tuple(sorted((u, n) for u, n in found.items() if n)))


def measure(amount: Amount, of: Callable[[Leaf], Measure]) -> Measure:
    """What the formula gives; ``of`` tells it of a name. Raises MeasureError where unlike parts are put together."""
    match amount:
        case Number(unit=unit, per=per):
            return Measure.of(unit, per)
        case Known() | Owed() | Elapsed():
            return of(amount)
        case Times(one=first, other=other):
            return measure(first, of).times(measure(other, of))
        case ForEach(one=first, other=other):
            return _each(measure(first, of), measure(other, of))
        case Less(one=first, other=other):
            return _alike((first, other), of)
        case _:
            return _alike(amount.parts, of)


def _each(first: Measure, counted: Measure) -> Measure:
    if (TIME, -1) in counted.powers:
        told = f"'for each' counts a number of things, and what follows is a rate ({counted})"
        raise MeasureError(told, rate=True)
    return counted if first.bare else first


def _alike(parts: Iterable[Amount], of: Callable[[Leaf], Measure]) -> Measure:
    first, *others = [measure(part, of) for part in parts]
    for other in others:
        agree(first, other)
    return first


def agree(first: Measure, other: Measure) -> None:
    """Raises MeasureError where the two cannot be added or compared."""
    if first == other:
        return
    if first.still == other.still and not first.still.bare:
        raise MeasureError(f"{first} and {other} are a rate and a total", rate=True)
    raise MeasureError(f"{first} and {other} cannot be put together")


def measured(amount: Amount, of: Callable[[Leaf], Measure], owed: Measure) -> None:
    """Check a formula against the unit in which it is owed; numbers without unit take that one.

    Raises MeasureError where they do not go together.
    """
    found = measure(amount, of)
    if not found.bare:
        agree(found, owed)
