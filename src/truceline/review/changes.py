"""What a correction changed of a reading: a part that was only confirmed in the reader's own words is no change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from truceline.actors import Lexicon
from truceline.case.corrections import corrected_claim
from truceline.evidence import Claim, Review
from truceline.evidence.lines import payload_line

FIELD = "payload."


def changes(review: Review, read: Claim | None, lexicon: Lexicon) -> dict[str, tuple[Any, Any]]:
    """Each part that was put right, as read and as it is; where the reading is no longer held, as read is None."""
    if read is None:
        return {key: (None, value) for key, value in review.corrections.items()}
    return dict(_changes(review, read, lexicon))


def _changes(review: Review, read: Claim, lexicon: Lexicon) -> Iterator[tuple[str, tuple[Any, Any]]]:
    right = corrected_claim(read, review.corrections, lexicon)
    before, after = payload_line(read.payload), payload_line(right.payload)
    for key, value in review.corrections.items():
        field = key.removeprefix(FIELD)
        if key == "speaker":
            pair: tuple[Any, Any] = (read.speaker, right.speaker)
        elif key.startswith(FIELD):
            pair = (before.get(field), after.get(field))
        elif key in ("polarity", "kind"):
            pair = (getattr(read, key).value, getattr(right, key).value)
        else:
            pair = (None, value)
        if pair[0] != pair[1]:
            yield key, pair
