"""Readings found by their words, also those that no queue asks for: repeats, other ceasefires, other topics, checked ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from truceline.actors.fold import fold
from truceline.case import Case, Reading
from truceline.review.shelves import shelf

STATES = {
    "accepted": "checked",
    "corrected": "checked, put right",
    "rejected": "no statement",
    "open": "left open",
    "reopened": "waits again, a newer reader reads it otherwise",
    "proposed": "waits",
}


def found(case: Case, written: str) -> tuple[Reading, ...]:
    """The readings that hold every word written, in their sentence, their speaker, their outlet, or as their id; newest last."""
    wanted = _folded(written).split()
    return tuple(r for r in case.readings if not r.authored and all(w in _text(r) for w in wanted))


def _text(reading: Reading) -> str:
    claim, document = reading.claim, reading.document
    parts = (reading.sentence, claim.text, claim.speaker, claim.speaker_text, document.outlet, document.path)
    return f"{_folded(' '.join(filter(None, parts)))} {claim.id}"


def _folded(text: str) -> str:
    return fold(text)[0].casefold()


def where(reading: Reading, as_of: date) -> str:
    """Whether it was checked, and why it is not queued, if it is not."""
    return "; ".join([STATES[reading.state], *(_aside(reading, as_of) if reading.waiting else ())])


def _aside(reading: Reading, as_of: date) -> Iterator[str]:
    match shelf(reading, as_of):
        case "elsewhere":
            yield f"not queued: of the ceasefire {reading.ceasefire}"
        case "outside":
            yield "not queued: outside the scope"
        case "repeats":
            yield f"not queued: repeats {reading.repeat_of}"
        case "later":
            yield f"not queued: not known by {as_of}"
