"""Deadlines as an iCalendar file (RFC 5545), for the calendar that an officer has anyway.

One event a deadline and start date: the summary says by whom it is counted, the description where the duty stands in whose account.
The same deadlines give the same bytes: DTSTAMP is the moment as of which they were known, not the moment of writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from truceline.reporting.ical.lines import escaped, folded

PRODUCT = "-//Truceline//deadlines//EN"
BEGIN = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCT}\r\n"
"""How each file of ours begins, by which it is known again."""


@dataclass(frozen=True, slots=True)
class Event:
    """One deadline: the days between which it lies, or its moment; ``uid`` stays the same from file to file.

    One ``cancelled`` takes an event of an earlier file out of the calendar that read it.
    """

    uid: str
    summary: str
    description: str
    first: date
    last: date
    moment: datetime | None = None
    kind: str = "due"
    cancelled: bool = False


def text(events: tuple[Event, ...], name: str, stamp: datetime) -> str:
    """The whole file, with CRLF at each end of line and no line over 75 octets; ``stamp`` must tell its zone."""
    body = [line for event in events for line in _event(event, _utc(stamp))]
    named = [f"X-WR-CALNAME:{escaped(name)}", *body, "END:VCALENDAR"]
    return BEGIN + "".join(f"{folded(line)}\r\n" for line in named)


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp}"
    if event.moment is not None:
        yield f"DTSTART:{_utc(event.moment)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"  # not inclusive
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    yield f"CATEGORIES:{escaped(event.kind.upper())}"
    if event.cancelled:
        yield "STATUS:CANCELLED"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
