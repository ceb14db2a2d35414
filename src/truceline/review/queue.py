"""What waits for a person, by consequence: first what changes the board, then figures and positions, then doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truceline.case import Case, Reading
from truceline.review.card import Card
from truceline.review.cards import Cards
from truceline.review.consequence import Consequence
from truceline.review.consequences import Consequences


@dataclass(frozen=True, slots=True)
class Queue:
    """``cards`` in the order of review; the rest is counted and stays searchable.

    ``touching`` of the cards would change the page of the day. ``later`` are readings that could not be known by then,
    ``others`` those that touch nothing and carry no doubt.
    """

    cards: tuple[Card, ...]
    touching: int = 0
    repeats: int = 0
    other_ceasefire: int = 0
    out_of_scope: int = 0
    later: int = 0
    others: int = 0

    @property
    def aside(self) -> str:
        """What is not queued, in words."""
        rows = (
            (self.repeats, "repeats"),
            (self.other_ceasefire, "of another ceasefire"),
            (self.out_of_scope, "outside the scope"),
            (self.later, "not known by that day"),
            (self.others, "touch nothing on the page"),
        )
        return ", ".join(f"{n} {what}" for n, what in rows if n) or "nothing"


def queue(case: Case, as_of: date, *, everything: bool = False) -> Queue:
    """The queue of a case for the report of a day; ``everything`` adds the readings that touch nothing, last."""
    consequences = Consequences(case, as_of)
    waiting = [r for r in case.readings if r.waiting]
    mine = [r for r in waiting if r.this_case]
    inside = [r for r in mine if r.in_scope]
    first = [r for r in inside if not r.repeat_of]
    known = [r for r in first if r.document.known_from and r.document.known_from <= as_of]
    ranked = sorted(
        ((rank(r, consequences.of(r)), r) for r in known), key=lambda pair: (pair[0], _place(pair[1]))
    )
    queued = [r for n, r in ranked if n < NOTHING or everything]
    cards = Cards(case, as_of, len(queued))
    return Queue(
        cards=tuple(cards.card(r, i, consequences.of(r)) for i, r in enumerate(queued, 1)),
        touching=sum(consequences.of(r).page for r in queued),
        repeats=len(inside) - len(first),
        other_ceasefire=len(waiting) - len(mine),
        out_of_scope=len(mine) - len(inside),
        later=len(first) - len(known),
        others=len(known) - len(queued),
    )


BOARD, PAGE, DOUBT, NOTHING = range(4)


def rank(reading: Reading, consequence: Consequence) -> int:
    """Where a reading stands in the order: the board, the page, doubt, nothing."""
    if consequence.board:
        return BOARD
    if consequence.page:
        return PAGE
    return DOUBT if reading.claim.doubt or any(x.doubtful for x in reading.links) else NOTHING


def _place(reading: Reading) -> tuple[str, str, int]:
    """Newest document first, then as it stands in the text."""
    known = reading.document.known_from
    days = 9_999_999 - known.toordinal() if known else 9_999_999
    return (f"{days:07d}", reading.document.path, reading.claim.start)
