"""How many cards a person settled on a day: what the daily limit is counted against."""

from __future__ import annotations

from datetime import datetime

from truceline.case import Case


def settled(case: Case, by: str, now: datetime) -> int:
    """The cards that ``by`` settled on the day of ``now``, where the case counts its days.

    Like readings accepted together, and a sheet read in, bear one moment: they are one card.
    """
    zone = case.settings.offset
    today = now.astimezone(zone).date()
    moments = (r.at for r in case.held.reviews if r.by == by)
    return len({at for at in moments if at.astimezone(zone).date() == today})
