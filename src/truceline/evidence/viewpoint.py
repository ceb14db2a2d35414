"""A viewpoint chooses whose claims count; every status is computed per viewpoint and none sums up the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.evidence.index import Evidence


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """``id``, the ``label`` a reader sees, and the responsible sides (actor ids) whose statements count in it.

    ``mission`` marks the column of the mission's own findings, which always stands last.
    """

    id: str
    label: str
    holders: frozenset[str]
    mission: bool = False

    def of(self, rows: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The rows this viewpoint counts."""
        return tuple(r for r in rows if r.holder in self.holders)


def ordered(viewpoints: Iterable[Viewpoint]) -> tuple[Viewpoint, ...]:
    """Alphabetical by label, the mission's own findings last: an order that ranks nobody."""
    return tuple(sorted(viewpoints, key=lambda v: (v.mission, v.label.casefold(), v.id)))
