"""Exact arithmetic over counts that are known between bounds; an open bound stays open."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import inf

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count between ``low`` and ``high``, both inclusive; None is an open end. Counts are never below zero.

    "More than 190" is kept as "at least 190": the difference of one unit decides nothing here. Fractions, since a rounded
    intermediate would turn two equal counts into different ones.
    """

    low: Fraction | None = None
    high: Fraction | None = None

    @classmethod
    def of(cls, low: float | None, high: float | None) -> Bounds:
        """The bounds of a figure's payload."""
        return cls(None if low is None else Fraction(str(low)), None if high is None else Fraction(str(high)))

    @property
    def open(self) -> bool:
        """Whether one end is open."""
        return self.low is None or self.high is None

    @property
    def stated(self) -> Bounds:
        """The bounds at the number or numbers that were stated: "more than 190" as 190."""
        return Bounds(
            self.high if self.low is None else self.low, self.low if self.high is None else self.high
        )

    def plus(self, other: Bounds) -> Bounds:
        """The sum."""
        return Bounds(_with(self.low, other.low, 1), _with(self.high, other.high, 1))

    def minus(self, other: Bounds) -> Bounds:
        """The difference, which may be below zero."""
        return Bounds(_with(self.low, other.high, -1), _with(self.high, other.low, -1))

    def times(self, other: Bounds) -> Bounds:
        """The product of two counts."""
        low = None if self.low is None or other.low is None else self.low * other.low
        high = None if self.high is None or other.high is None else self.high * other.high
        return Bounds(low, high)

    def over(self, other: Bounds) -> Bounds:
        """The quotient of two counts; open above where the divisor may be zero, open below where it may be anything."""
        low = self.low / other.high if self.low is not None and other.high else None
        high = self.high / other.low if self.high is not None and other.low else None
        return Bounds(low, high)

    def product(self, other: Bounds) -> Bounds:
        """The product of two amounts of which either may lie below zero, as a difference can."""
        ends = [_multiplied(a, b) for a in self._ends() for b in other._ends()]
        low, high = min(ends), max(ends)
        return Bounds(None if low == -inf else Fraction(low), None if high == inf else Fraction(high))

    def _ends(self) -> tuple[Fraction | float, Fraction | float]:
        return (-inf if self.low is None else self.low, inf if self.high is None else self.high)

    def least(self, other: Bounds) -> Bounds:
        """The lesser of the two amounts."""
        highs = [h for h in (self.high, other.high) if h is not None]
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        return Bounds(low, min(highs, default=None))

    def greatest(self, other: Bounds) -> Bounds:
        """The greater of the two amounts."""
        lows = [h for h in (self.low, other.low) if h is not None]
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Bounds(max(lows, default=None), high)

    def joined(self, other: Bounds) -> Bounds:
        """From the lower of the two to the higher: what is left open where two numbers are held for one thing."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Bounds(low, high)

    def meets(self, other: Bounds) -> bool:
        """Whether some number lies within both."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    def rounded(self) -> Bounds:
        """What may have been rounded to these bounds: half a unit wider at each closed end that is a whole number."""
        low = self.low - HALF if self.low is not None and self.low.denominator == 1 else self.low
        high = self.high + HALF if self.high is not None and self.high.denominator == 1 else self.high
        return Bounds(None if low is None else max(low, Fraction(0)), high)

    def __contains__(self, value: Fraction | int) -> bool:
        """Whether the number lies within the bounds."""
        return self.meets(Bounds(Fraction(value), Fraction(value)))


def _with(one: Fraction | None, other: Fraction | None, sign: int) -> Fraction | None:
    return None if one is None or other is None else one + sign * other


def _multiplied(one: Fraction | float, other: Fraction | float) -> Fraction | float:
    """Nothing times an open end is nothing: the end is some number that is not known, and no infinity."""
    return Fraction(0) if one == 0 or other == 0 else one * other


def exactly(value: int | Fraction) -> Bounds:
    """The bounds of one number."""
    return Bounds(Fraction(value), Fraction(value))
