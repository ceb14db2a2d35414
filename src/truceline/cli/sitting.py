"""A sitting at the terminal or from a script: keys go into the session, verdicts into the ledger, at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from truceline.cli.terminal import END, keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from truceline.case import Case
    from truceline.evidence import Review
    from truceline.ledger import Ledger
    from truceline.review import Queue, Session


TOLD = 5
"""How many keys that did nothing are told in full."""


@dataclass
class Keeper:
    """Keeps the ledger in step with a session; ``entries`` holds the journal's numbers for each group of ``made``."""

    ledger: Ledger
    by: str
    entries: list[list[int]] = field(default_factory=list)

    def keep(self, session: Session) -> None:
        """Enter what is new, take back what was undone."""
        while len(self.entries) > len(session.made):
            self.ledger.undo_all(self.entries.pop(), self.by)
        while len(self.entries) < len(session.made):
            self.entries.append(self.ledger.review_all(session.made[len(self.entries)]))


def by_hand(case: Case, waiting: Queue, by: str) -> Session:
    """A person at the terminal: the card, a key, the next card."""
    from truceline.ledger import Ledger
    from truceline.review import press
    from truceline.review.table import show

    session = _begin(case, waiting, by)
    with Ledger.open(case.path) as ledger, keys() as pressed:
        keeper = Keeper(ledger, by)
        while not session.over:
            click.clear()
            click.echo(show(session))
            for key in single(pressed()):
                session = press(session, key, datetime.now(UTC))
                keeper.keep(session)
    click.clear()
    return session


def single(typed: str) -> tuple[str, ...]:
    """What the terminal gave, key by key; a pasted name comes as one string, an arrow key is none of ours, Ctrl-D stops."""
    if END in typed:
        return ("\x1b", "q")
    return () if typed.startswith("\x1b") and len(typed) > 1 else tuple(typed)


def by_script(case: Case, waiting: Queue, by: str, script: str) -> Session:
    """Keystrokes from a file; what a key could not do is told with its place, and the script goes on."""
    from truceline.ledger import Ledger
    from truceline.review import press

    session, unheard = replace(_begin(case, waiting, by), timed=False), []
    with Ledger.open(case.path) as ledger:
        keeper = Keeper(ledger, by)
        for place, key in enumerate(script, 1):
            before = len(session.made)
            session = press(session, key, datetime.now(UTC))
            keeper.keep(session)
            if session.said and len(session.made) == before:
                unheard.append(f"key {place} {key!r}: {session.said}")
            if session.over:
                break
    _remarks(unheard)
    return session


def _remarks(unheard: list[str]) -> None:
    """What the script's keys could not do, the first few in full."""
    for remark in unheard[:TOLD]:
        click.echo(remark, err=True)
    if len(unheard) > TOLD:
        click.echo(f"... and {len(unheard) - TOLD} more keys that did nothing", err=True)


def _begin(case: Case, waiting: Queue, by: str) -> Session:
    from truceline.review import Desk, Session

    now = datetime.now(UTC)
    today = now.astimezone(case.settings.offset).date()
    earlier = sum(r.at.astimezone(case.settings.offset).date() == today for r in case.held.reviews)
    return Session(waiting.cards, Desk.of(case), by, now, earlier=earlier, companions=waiting.companions)


def told(session: Session) -> list[str]:
    """How many verdicts of which sort, and how long a card took."""
    listed = sorts(session.reviews)
    done, cards = len(session.reviews), len(session.made)
    count = f"{done} of {len(session.cards)}" if done == cards else f"{done} readings with {cards} cards"
    return [f"Checked now: {count}" + (f" ({listed})" if listed else ""), f"  {session.tally}"]


def sorts(reviews: Iterable[Review]) -> str:
    """``22 they said this, 2 no statement``."""
    kinds = Counter(r.verdict.value for r in reviews)
    rows = (
        ("accepted", "they said this"),
        ("corrected", "they said this, put right"),
        ("rejected", "no statement"),
        ("open", "left open"),
    )
    return ", ".join(f"{kinds[k]} {words}" for k, words in rows if kinds[k])
