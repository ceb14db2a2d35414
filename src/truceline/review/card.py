"""One reading as a reviewer sees it (frame F): its exact words in their place, each part of the reading with its doubt."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.case import Reading
from truceline.review.consequence import Consequence

SURE = "sure"


@dataclass(frozen=True, slots=True)
class Row:
    """One part of the reading: its label, what was read, an aside ("written as ..."), and "sure" or why it is doubtful."""

    label: str
    value: str
    aside: str = ""
    doubt: str = SURE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker: ``value`` goes into the review ("-" for nobody named), ``why`` says where the name stands."""

    value: str
    name: str
    why: str = ""

    def __str__(self) -> str:
        """``Bassem Naim (named in the sentence before)``."""
        return f"{self.name} ({self.why})" if self.why else self.name


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose from by number or id: a provision or a ceasefire."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Card:
    """``number`` of ``total`` in the queue; ``source`` and ``place`` are the lines about the document.

    ``before``, ``sentence`` and ``after`` are the Text's words on one line, the claim's between >> and <<. Where ``choose`` is
    set the speaker is doubtful or missing: a candidate must be picked, none is preselected.
    """

    reading: Reading
    number: int
    total: int
    consequence: Consequence
    source: str
    place: str
    before: str
    sentence: str
    after: str
    rows: tuple[Row, ...]
    candidates: tuple[Candidate, ...] = ()
    choose: bool = False
    about: tuple[Option, ...] = ()

    @property
    def alike(self) -> tuple[object, ...]:
        """Cards with an equal key may be accepted together: one document, kind and speaker, and doubt in the same parts."""
        claim = self.reading.claim
        parts = frozenset(d.part for d in claim.doubt)
        links = frozenset(x.target for x in self.reading.links if x.doubtful)
        return (claim.document, claim.kind, claim.speaker, claim.speaker_text, self.choose, parts, links)
