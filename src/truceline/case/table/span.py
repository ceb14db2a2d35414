"""Between which days the rows of a line lie: what tells, without a search, where its latest row is."""

from __future__ import annotations

from typing import NamedTuple, Self

from truceline.case.table import columns
from truceline.evidence import Evidence


class Span(NamedTuple):
    """``top`` the latest day spoken of, ``newest`` the day by which all had begun, ``first`` the first on which one was known.

    ``doubtful`` is the last day before which one is held, 0 where none ever is. Days are ordinals.
    """

    top: int
    newest: int
    first: int
    doubtful: int

    @classmethod
    def of(cls, row: Evidence) -> Self:
        """The span of one row."""
        begun = columns.begun(row)
        doubtful = begun if begun > columns.entered(row) else 0
        return cls(row.at.toordinal(), begun, row.known.toordinal(), doubtful)

    def joined(self, other: Span) -> Span:
        """The span of both."""
        return Span(
            max(self.top, other.top),
            max(self.newest, other.newest),
            min(self.first, other.first),
            max(self.doubtful, other.doubtful),
        )

    @property
    def values(self) -> tuple[int, ...]:
        """As ``schema.WIDEN`` takes them."""
        return self.top, self.newest, self.first, self.first, self.doubtful
