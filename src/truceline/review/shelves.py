"""What waits for a person, sorted by whether it is asked: repeats, other ceasefires, other topics and later days are only counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from truceline.case import Case, Reading


@dataclass(frozen=True, slots=True)
class Shelves:
    """``known`` may be asked for the day; each other shelf is counted, and found by its words (``found.py``)."""

    known: tuple[Reading, ...]
    repeats: tuple[Reading, ...]
    elsewhere: tuple[Reading, ...]
    outside: tuple[Reading, ...]
    later: tuple[Reading, ...]

    @classmethod
    def of(cls, case: Case, as_of: date) -> Self:
        """The shelves of a case for the report of a day; what has a verdict is on none of them."""
        shelves: dict[str, list[Reading]] = {name: [] for name in cls.__slots__}
        for reading in case.readings:
            if reading.waiting:
                shelves[shelf(reading, as_of)].append(reading)
        return cls(**{name: tuple(readings) for name, readings in shelves.items()})


def shelf(reading: Reading, as_of: date) -> str:
    """The shelf on which a reading lies, the first that fits: elsewhere, outside, repeats, later, else known."""
    if not reading.this_case:
        return "elsewhere"
    if not reading.in_scope:
        return "outside"
    if reading.repeat_of:
        return "repeats"
    known = reading.document.known_from
    return "known" if known and known <= as_of else "later"
