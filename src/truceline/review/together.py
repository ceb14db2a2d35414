"""Like readings on one screen before they are accepted together: every sentence under the name of who is said to have spoken it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from truceline.files.screen import width
from truceline.review import words
from truceline.review.card import Card
from truceline.review.drawing import both, changed, ends, rule, wrap

HANG = " " * 6
AT_STAKE = {
    (True, True): "each would change the board",
    (False, True): "none would change the board, each adds to the page",
    (False, False): "none would change the page",
}


def together(cards: Sequence[Card], pending: tuple[str, ...] = ()) -> str:
    """The list of like readings, each speaker's in one place; ``pending`` are the changes that hold for all."""
    return "\n".join([*_head(cards), rule(), *_listed(cards), rule(), *changed(pending)])


def voices(cards: Sequence[Card]) -> str:
    """Who is said to have spoken them: the one name, or "these speakers" where there are several."""
    found = {c.voice for c in cards}
    return found.pop() if len(found) == 1 else "these speakers"


def _head(cards: Sequence[Card]) -> Iterator[str]:
    first = cards[0]
    yield from ends(f"THE SAME FOR {len(cards)} READINGS", "NOT CHECKED - read by machine")
    doubt = "nothing in doubt" if first.sure else "the same parts in doubt"
    kind = first.reading.claim.kind.value
    yield from wrap(f"One document, one kind ({kind}), {doubt}; {AT_STAKE[first.reach]}. Esc goes back.")
    yield from wrap(both(first.source, first.place, width() - 1), " ", "   ")


def _listed(cards: Sequence[Card]) -> Iterator[str]:
    for voice, own in groupby(enumerate(cards, 1), key=lambda pair: pair[1].voice):
        yield from wrap(f"Said by {voice}", " ", "   ")
        for number, card in own:
            yield from wrap(_one(card), f"  {number:>2}  ", HANG)
            if card.consequence.board:
                yield from wrap(f"would change {'; '.join(card.consequence.words())}", HANG, HANG + "  ")


def _one(card: Card) -> str:
    """The exact words, and what is read from them."""
    return f">> {' '.join(card.reading.claim.text.split())} <<   [{words.value(card.reading.claim)}]"
