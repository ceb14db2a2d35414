"""Where a day and a number stand in a drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """A time axis from ``first`` to ``last`` over ``left`` to ``right`` in drawing units."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where ``day`` stands."""
        length = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / length

    def ticks(self) -> tuple[date, ...]:
        """Up to five days to write below the axis, both ends among them."""
        length = max((self.last - self.first).days, 1)
        steps = min(4, length)
        return tuple(
            dict.fromkeys(self.first + timedelta(days=round(length * i / steps)) for i in range(steps + 1))
        )


@dataclass(frozen=True, slots=True)
class Numbers:
    """An axis from zero to ``top`` over ``bottom`` to ``ceiling``: it always starts at zero, so that lengths are honest."""

    top: float
    bottom: float
    ceiling: float

    def y(self, value: float) -> float:
        """Where ``value`` stands."""
        return self.bottom - (self.bottom - self.ceiling) * value / self.top

    def ticks(self) -> tuple[float, ...]:
        """Zero, and round numbers up to the top."""
        step = rounded(self.top / 4)
        return tuple(step * i for i in range(int(self.top / step) + 1))


def rounded(value: float) -> float:
    """The next round number (1, 2, 2.5, 5 times a power of ten) at or above ``value``."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= value * 0.999999)


def days(found: list[date], left: float, right: float) -> Days:
    """An axis that leaves a margin of days on both sides."""
    margin = timedelta(days=max(2, (max(found) - min(found)).days // 12))
    return Days(min(found) - margin, max(found) + margin, left, right)
