"""Exact arithmetic over counts that are known between bounds; an open bound stays open."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

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


def exactly(value: int | Fraction) -> Bounds:
    """The bounds of one number."""
    return Bounds(Fraction(value), Fraction(value))
