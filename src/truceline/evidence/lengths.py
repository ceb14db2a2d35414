"""How many days a unit of time has, of those that have one length: a month and a year differ, and stand nowhere here."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

DAYS: Mapping[str, Fraction] = {
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "fortnight": Fraction(14),
}
