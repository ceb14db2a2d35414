"""What waits for a person, by consequence: first what changes the board, then figures and positions, then doubt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from truceline.case import Case, Reading
from truceline.review.card import Card
from truceline.review.cards import Cards
from truceline.review.consequence import Consequence
from truceline.review.consequences import Consequences
from truceline.review.shelves import Shelves


@dataclass(frozen=True, slots=True)
class Queue:
    """``cards`` in the order of review; the rest is counted and stays searchable.

    ``touching`` of the cards would change the page of the day. ``more`` readings wait beyond the limit, ``more_touching`` of them
    touch the page; ``companions`` are those of them that may be accepted together with a card. ``later`` are readings that
    could not be known by then, ``others`` those that touch nothing and carry no doubt.
    """

    cards: tuple[Card, ...]
    companions: tuple[Card, ...] = ()
    touching: int = 0
    more: int = 0
    more_touching: int = 0
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


def queue(case: Case, as_of: date, *, everything: bool = False, limit: int | None = None) -> Queue:
    """The queue of a case for the report of a day, at most ``limit`` cards of it; ``everything`` adds the readings that touch
    nothing, last.
    """
    consequences = Consequences(case, as_of)
    shelves = Shelves.of(case, as_of)
    ranked = sorted(shelves.known, key=lambda r: (rank(r, consequences.of(r)), _place(r)))
    queued = [r for r in ranked if everything or rank(r, consequences.of(r)) < NOTHING]
    now, more = (queued, []) if limit is None else (queued[:limit], queued[limit:])
    cards = Cards(case, as_of, len(now))
    near = {(r.claim.document, r.claim.kind) for r in now}
    beside = [r for r in more if (r.claim.document, r.claim.kind) in near]
    made = [cards.card(r, i, consequences.of(r)) for i, r in enumerate((*now, *beside), 1)]
    return Queue(
        cards=tuple(made[: len(now)]),
        companions=tuple(made[len(now) :]),
        touching=sum(consequences.of(r).page for r in now),
        more=len(more),
        more_touching=sum(consequences.of(r).page for r in more),
        repeats=len(shelves.repeats),
        other_ceasefire=len(shelves.elsewhere),
        out_of_scope=len(shelves.outside),
        later=len(shelves.later),
        others=len(ranked) - len(queued),
    )


def picked(case: Case, as_of: date, ids: Collection[str]) -> Queue:
    """Readings asked for by id, in that order, whatever shelf they lie on, checked ones too; unknown ids raise LookupError."""
    consequences, cards = Consequences(case, as_of), Cards(case, as_of, len(ids))
    if unknown := [i for i in ids if i not in case.by_id or case.by_id[i].authored]:
        raise LookupError(f"the case holds no reading {unknown[0]}")
    readings = [case.by_id[i] for i in ids]
    return Queue(tuple(cards.card(r, n, consequences.of(r)) for n, r in enumerate(readings, 1)))


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
