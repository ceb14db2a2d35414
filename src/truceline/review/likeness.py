"""What a reading looks like: earlier checked figures and positions of the same side, set beside it and never joined."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.case import Case, Reading
from truceline.evidence import Figure, Position
from truceline.review import words


def likeness(case: Case, reading: Reading) -> Iterator[str]:
    """A line on the checked statements of the same side that count the same thing or speak on the same issue."""
    alike = [
        r
        for r in case.readings
        if r.counts and r.id != reading.id and r.side == reading.side is not None and _same(r, reading)
    ]
    if not alike:
        return
    last = alike[-1]
    assert reading.side is not None
    what = "figure" if isinstance(reading.claim.payload, Figure) else "position"
    plural = "" if len(alike) == 1 else "s"
    known = words.day(last.document.known_from) if last.document.known_from else "day not known"
    told = f"{len(alike)} earlier {what}{plural} by {reading.side.name}: {words.value(last.claim)}, {known}."
    yield f"{told} {_apart(last, reading)}".strip()


def _same(one: Reading, other: Reading) -> bool:
    a, b = one.claim.payload, other.claim.payload
    if isinstance(a, Figure) and isinstance(b, Figure):
        return a.counts.casefold() == b.counts.casefold()
    return isinstance(a, Position) and isinstance(b, Position) and a.issue.casefold() == b.issue.casefold()


def _apart(one: Reading, other: Reading) -> str:
    a, b = one.claim.payload, other.claim.payload
    if isinstance(a, Figure) and isinstance(b, Figure) and a.basis is not b.basis:
        return f"Different kind ({a.basis.value}): kept apart."
    return ""
