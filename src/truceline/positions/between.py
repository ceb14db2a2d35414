"""Positions that are newly stated between two days: what a holder says now of an issue, and what it said last before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truceline.positions.heard import Actors, Heard
from truceline.positions.stances import StanceLine, Stand, stances


@dataclass(frozen=True, slots=True)
class NewlyHeld:
    """``new`` are the stands on an issue that were not known on the earlier day, ``before`` the latest that were; both of one holder."""

    line: StanceLine
    new: tuple[Stand, ...]
    before: tuple[Stand, ...]

    @property
    def moved(self) -> bool:
        """Whether the words of the stance are others than before; a first position has not moved."""
        return bool(self.before) and {s.stance for s in self.new} != {s.stance for s in self.before}


def between(
    heard: Iterable[Heard], one: date, other: date, *, actors: Actors | None = None
) -> tuple[NewlyHeld, ...]:
    """What each holder newly states on each issue after ``one`` and by ``other``, in alphabetical order of holder and issue."""
    rows = tuple(heard)
    known = {(x.holder, x.issue): x for x in stances(rows, one, actors=actors)}
    made = []
    for line in stances(rows, other, actors=actors):
        before = known.get((line.holder, line.issue))
        seen = {s.claim for s in (*before.latest, *before.earlier)} if before else set()
        new = tuple(s for s in (*line.earlier, *line.latest) if s.claim not in seen)
        if new:
            made.append(NewlyHeld(line, new, before.latest if before else ()))
    return tuple(made)
