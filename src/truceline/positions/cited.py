"""When a statement of the agreement file may fill a cell: it cites a source with words, and was known by the day."""

from __future__ import annotations

from datetime import date

from truceline.agreement.model import Source
from truceline.evidence import Interval


def may_stand(source: Source, at: Interval, as_of: date) -> bool:
    """Whether it is cited and known by the day; an author's own reading fills no cell (design.md, idea 2)."""
    return not source.authors_reading and known_on(source, at, as_of)


def known_on(source: Source, at: Interval, as_of: date) -> bool:
    """Whether it had been said, and its source had appeared, by the last day that either may be of; undated: never."""
    days = [i.latest for i in (source.date, at) if i.known]
    return bool(days) and all(d is not None and d <= as_of for d in days)


def claim_of(source: Source) -> str:
    """The id of the claim that the source loads as, or the empty string."""
    return source.claim.id if source.claim else ""
