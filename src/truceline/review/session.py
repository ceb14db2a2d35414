"""Keys into reviews: a value that each key turns into the next one, so that a script of keystrokes drives it as a person does.

It reads no clock and writes nothing: the caller gives the time of each key and keeps what ``made`` holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import islice
from statistics import median

from truceline.evidence import Kind, Review
from truceline.review.card import Card
from truceline.review.desk import Desk

TOGETHER = 20
"""How many like readings are accepted at once: as many as stand on one screen with their words and speakers."""


class Asking(StrEnum):
    """What the typed letters answer; nothing while the keys are commands."""

    NOTHING = ""
    SPEAKER = "speaker"
    VALUE = "value"
    KIND = "kind"
    PART = "part"
    ABOUT = "about"
    WHOSE = "whose"
    CEASEFIRE = "ceasefire"
    NOTE = "note"
    SAME = "same"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Session:
    """A reviewer's sitting over ``cards``; ``companions`` wait beyond today's limit and may be accepted together with a card.

    ``made`` holds one tuple of reviews a key that made any (several where like readings were accepted together), so that undo
    takes back exactly that. ``edits`` and ``note`` belong to the card on the table and are kept with its verdict;
    ``told`` says each edit in words; ``said`` is what the last key has to tell the reviewer. ``earlier`` were checked before,
    ``since`` is when the card came up, ``spent`` the seconds each card took; ``timed`` is False where a script presses the keys.
    ``shaping`` is another kind on its way: ``draft`` holds what was written of it, ``parts`` are still to be asked for.
    """

    cards: tuple[Card, ...]
    desk: Desk
    by: str
    since: datetime
    place: int = 0
    asking: Asking = Asking.NOTHING
    typed: str = ""
    edits: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    made: tuple[tuple[Review, ...], ...] = ()
    places: tuple[int, ...] = ()
    spent: tuple[float, ...] = ()
    said: str = ""
    earlier: int = 0
    over: bool = False
    companions: tuple[Card, ...] = ()
    timed: bool = True
    apart: frozenset[str] = frozenset()
    shaping: Kind | None = None
    draft: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()

    @property
    def card(self) -> Card | None:
        """The card on the table; None when all are done."""
        return self.cards[self.place] if self.place < len(self.cards) else None

    @property
    def reviews(self) -> tuple[Review, ...]:
        """All reviews made and not undone, in order."""
        return tuple(r for group in self.made for r in group)

    @property
    def done(self) -> frozenset[str]:
        """The claims that have a verdict from this sitting."""
        return frozenset(r.claim for r in self.reviews)

    @property
    def like(self) -> tuple[Card, ...]:
        """The cards that may be accepted together with the one on the table, itself first and each speaker's in one place.

        They are as many as a person can look through; those set ``apart`` are left for later.
        """
        card = self.card
        if card is None:
            return ()
        others = (c for c in (*self.cards, *self.companions) if c is not card)
        past = self.done | self.apart
        rest = (c for c in others if c.reading.id not in past and card.goes_with(c, self.edits))
        found = (card, *islice(rest, TOGETHER - 1))
        voices = list(dict.fromkeys(c.voice for c in found))
        return tuple(sorted(found, key=lambda c: voices.index(c.voice)))

    @property
    def pace(self) -> str:
        """``11 s each``, the median; ``19 s a card`` where a card settled several readings; "" where nothing was timed."""
        if not self.timed or not self.spent:
            return ""
        each = "each" if len(self.spent) == len(self.reviews) else "a card"
        return f"{round(median(self.spent))} s {each}"

    @property
    def tally(self) -> str:
        """``checked today: 31, 11 s each``."""
        return ", ".join(filter(None, (f"checked today: {self.earlier + len(self.reviews)}", self.pace)))

    def cleared(self) -> Session:
        """The same card without edits, note, question or message."""
        return replace(
            self, asking=Asking.NOTHING, typed="", edits={}, told={}, note="", said="", apart=frozenset(),
            shaping=None, draft={}, parts=(),
        )  # fmt: skip

    def settled(self, reviews: tuple[Review, ...], now: datetime) -> Session:
        """With the reviews of one key kept, and the next card without a verdict on the table."""
        kept = replace(
            self.cleared(),
            made=(*self.made, reviews),
            places=(*self.places, self.place),
            spent=(*self.spent, max(0.0, (now - self.since).total_seconds())),
            since=now,
        )
        ahead = (i for i in range(self.place, len(kept.cards)) if kept.cards[i].reading.id not in kept.done)
        return replace(kept, place=next(ahead, len(kept.cards)))

    def undone(self, now: datetime) -> Session:
        """Without the last change: the edits on the table if there are any, else the last verdict, its card on the table."""
        if self.edits or self.note:
            return replace(self.cleared(), said="Your changes to this reading are dropped.")
        if not self.made:
            return replace(self, said="Nothing to undo in this sitting.")
        last = len(self.made[-1])
        return replace(
            self.cleared(),
            made=self.made[:-1],
            places=self.places[:-1],
            place=self.places[-1],
            spent=self.spent[:-1],
            since=now,
            said=f"Undone: {last} verdict{'s' if last > 1 else ''}.",
        )
