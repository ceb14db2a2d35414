"""One reading as a reviewer sees it (frame F): its exact words in their place, each part of the reading with its doubt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from truceline.case import Reading
from truceline.evidence import Target
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
    def reach(self) -> tuple[bool, bool]:
        """Whether it would change the board, and whether it would change the page."""
        return (self.consequence.board, self.consequence.page)

    @property
    def sure(self) -> bool:
        """Whether no part of the reading is in doubt."""
        claim, links = self.reading.claim, self.reading.links
        return not (self.choose or claim.doubt or any(x.doubtful for x in links))

    @property
    def voice(self) -> str:
        """Who is said to have spoken: the name; the outlet where it speaks itself; the words where nobody is named."""
        claim = self.reading.claim
        if claim.speaker:
            return claim.speaker
        if self.reading.narrated:
            return f"the page itself ({self.reading.document.outlet or 'outlet not known'})"
        return claim.speaker_text or "nobody named"

    def goes_with(self, other: Card, edits: Collection[str] = ()) -> bool:
        """Whether both may be accepted together: one document, one kind, and as much of the report at stake.

        Where anything is in doubt, or the reviewer changed something (``edits``), also one speaker and doubt in the same parts: a
        change never lands in another mouth. Changed duties hold for readings that were linked to the same ones.
        """
        if self._page != other._page:
            return False
        if edits or not (self.sure and other.sure):
            return self._voice == other._voice and ("provision" not in edits or self._duties == other._duties)
        return True

    @property
    def _page(self) -> tuple[object, ...]:
        return (self.reading.claim.document, self.reading.claim.kind, self.reach)

    @property
    def _voice(self) -> tuple[object, ...]:
        claim = self.reading.claim
        parts = frozenset(d.part for d in claim.doubt)
        links = frozenset(x.target for x in self.reading.links if x.doubtful)
        return (claim.speaker, claim.speaker_text, self.choose, parts, links)

    @property
    def _duties(self) -> frozenset[str]:
        return frozenset(x.id for x in self.reading.links if x.target is Target.PROVISION)
