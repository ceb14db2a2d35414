"""Days are counted where the case works: an instant that a text gives in another zone may fall on another day there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timezone

from truceline.agreement.model import Agreement, Anchor, AnchorValue, Clock, Provision


def in_zone(agreement: Agreement, zone: timezone, cut_off: time | None = None) -> Agreement:
    """The agreement with every instant told in the case's fixed offset from UTC, so that each ``date()`` of it is a day there.

    An instant without a zone, which no file can hold but a program can make, is taken as one of the case's. Days that are given
    as days stay as they are: nobody knows their hours. ``cut_off`` is the hour there at which the case's day ends.
    """
    return replace(
        agreement,
        cut_off=cut_off,
        anchors={name: _anchor(anchor, zone) for name, anchor in agreement.anchors.items()},
        provisions={name: _provision(p, zone) for name, p in agreement.provisions.items()},
    )


def _anchor(anchor: Anchor, zone: timezone) -> Anchor:
    return replace(anchor, values=tuple(_value(value, zone) for value in anchor.values))


def _value(value: AnchorValue, zone: timezone) -> AnchorValue:
    return value if value.at is None else replace(value, at=told_in(value.at, zone))


def _provision(provision: Provision, zone: timezone) -> Provision:
    return replace(provision, clocks=tuple(_clock(clock, zone) for clock in provision.clocks))


def _clock(clock: Clock, zone: timezone) -> Clock:
    at = None if clock.at is None else told_in(clock.at, zone)
    return replace(
        clock, at=at, starts=_written(clock.starts or "", zone) or None, until=_written(clock.until, zone)
    )


def _written(text: str, zone: timezone) -> str:
    """An instant as text in the zone; an anchor, a day or words as they are."""
    if "T" not in text:
        return text
    try:
        return told_in(datetime.fromisoformat(text), zone).isoformat()
    except ValueError:
        return text


def told_in(moment: datetime, zone: timezone) -> datetime:
    """The same instant in the zone."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
