"""What the mission itself concluded: a named role, citing statements, on the field's ladder of verification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from truceline.evidence.truth import Truth


class Rung(StrEnum):
    """The ladder of findings (vocabulary.md); corroborated needs two independent sources."""

    REPORTED = "reported"
    SINGLE_SOURCE = "single_source"
    CORROBORATED = "corroborated"
    VERIFIED = "verified"
    ACCEPTED = "accepted"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    UNABLE_TO_DETERMINE = "unable_to_determine"


@dataclass(frozen=True, slots=True)
class Finding:
    """``role`` concluded ``truth`` on ``matter`` on a day, citing claims; ``answer`` is the accused side's, in a field of its own."""

    id: str
    matter: str
    role: str
    truth: Truth
    rung: Rung
    at: date
    claims: tuple[str, ...]
    text: str = ""
    answer: str = ""
