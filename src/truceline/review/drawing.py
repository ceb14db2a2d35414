"""The review card as plain text of the screen's width, at most 100 columns, the same without colour (frame F)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from truceline.files.screen import width
from truceline.review.card import SURE, Card, Row

LABEL = 14
MARKS = {"reopened": "A newer reader changed this reading since it was checked: look again."}


def draw(card: Card, pending: tuple[str, ...] = ()) -> str:
    """The card; ``pending`` are the reviewer's changes that Enter will keep."""
    line = rule()
    return "\n".join([*_head(card), line, *_text(card), line, *_parts(card), *changed(pending), line])


def rule() -> str:
    """A line over the whole width."""
    return "-" * width()


def _head(card: Card) -> Iterator[str]:
    reader = card.reading.claim.reader or "not named"
    by = f" by {card.reading.review.by}" if card.reading.review else " by the case's author"
    state = f"CHECKED{by}" if card.reading.checked else f"NOT CHECKED - read by machine, reader {reader}"
    yield from ends(f"READING {card.number} of {card.total}", state)
    if not card.reading.waiting:
        return
    lead = "Would change: "
    yield from wrap("; ".join(card.consequence.words()), lead, " " * len(lead))
    review = card.reading.review
    if card.reading.state == "open" and review:
        yield from wrap(f"Left open by {review.by} on {review.at:%d %b %Y}. {review.note}".strip())
    if mark := MARKS.get(card.reading.state):
        yield mark


def _text(card: Card) -> Iterator[str]:
    yield from wrap(both(card.source, card.place, width() - 1), " ", "   ")
    for text in (card.before, card.sentence, card.after):
        if text:
            yield from wrap(text, "   ", "   ")


def _parts(card: Card) -> Iterator[str]:
    for row in card.rows:
        if row.label == "Said by" and card.choose:
            yield from _choices(card, row)
        else:
            yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    """The part with its aside; "sure" at the right end of its first line, a doubt on a line of its own."""
    aside = f"   [{row.aside}]" if row.aside else ""
    lead, hang = f" {row.label:<{LABEL}}", " " * (LABEL + 1)
    sure = row.doubt in ("", SURE)
    first, *rest = wrap(row.value + aside, lead, hang, width() - 7 if sure else width())
    yield both(first, row.doubt, width()) if sure else first
    yield from rest
    if not sure:
        yield from wrap(f"<- {row.doubt.replace('doubtful', 'DOUBT', 1)}", hang, hang + "   ")


def _choices(card: Card, row: Row) -> Iterator[str]:
    """The candidates; nothing is preselected."""
    hang = " " * (LABEL + 1)
    listed = [f"{i} {candidate}" for i, candidate in enumerate(card.candidates, 1)]
    lead = f" {'Said by':<{LABEL}}?   "
    if len(lead) + sum(len(one) + 4 for one in listed) <= width():
        yield lead + "    ".join(listed)
    else:
        for place, one in enumerate(listed):
            yield from wrap(one, lead if place == 0 else hang + "    ", hang + "      ")
    yield from wrap(f"<- {row.doubt.replace('doubtful', 'DOUBT', 1)}", hang, hang + "   ")


def changed(pending: tuple[str, ...]) -> Iterator[str]:
    """What the reviewer changed and Enter will keep."""
    for text in pending:
        yield from wrap(text, f" {'You changed':<{LABEL}}", " " * (LABEL + 1))


def both(left: str, right: str, wide: int | None = None) -> str:
    """Two texts at the two ends of a line, at least three spaces apart."""
    return f"{left}{' ' * max(3, (wide or width()) - len(left) - len(right))}{right}" if right else left


def ends(left: str, right: str) -> list[str]:
    """Two texts at the two ends of a line, the second below the first where they do not fit."""
    return [both(left, right)] if len(left) + len(right) + 3 <= width() else [*wrap(left), *wrap(right)]


def wrap(text: str, first: str = "", rest: str = "", wide: int | None = None) -> list[str]:
    """The text in lines that fit the screen; words are never cut."""
    return textwrap.wrap(
        text,
        wide or width(),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
        drop_whitespace=True,
    )
