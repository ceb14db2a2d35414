"""What moved between the occasions on which one side spoke of a matter: topics added, dropped, changed, constant.

Only words are compared. That two speakers of a side use other words may be wording or policy; this cannot tell and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine"}


@dataclass(frozen=True, slots=True)
class Occasion:
    """One speaker on one day: each topic with the stance taken on it, and the claims in which it was."""

    day: date
    speaker: str
    topics: Mapping[str, str]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """From one occasion to the next: topics ``added`` and ``not_mentioned`` any more, and (topic, before, after) ``changed``."""

    before: Occasion
    after: Occasion
    added: tuple[str, ...] = ()
    not_mentioned: tuple[str, ...] = ()
    changed: tuple[tuple[str, str, str], ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything moved."""
        return bool(self.added or self.not_mentioned or self.changed)


@dataclass(frozen=True, slots=True)
class Movement:
    """All changes in time; ``constant`` are (topic, stance, since when) that stand unchanged up to the last occasion."""

    occasions: tuple[Occasion, ...] = ()
    changes: tuple[Change, ...] = ()
    constant: tuple[tuple[str, str, date], ...] = ()
    note: str = ""

    @property
    def new(self) -> tuple[str, ...]:
        """The topics of the last occasion that stood in none before."""
        earlier = {t for o in self.occasions[:-1] for t in o.topics}
        return (
            tuple(t for t in self.occasions[-1].topics if t not in earlier) if len(self.occasions) > 1 else ()
        )


def movement(occasions: Iterable[Occasion]) -> Movement:
    """The movement over the occasions of one side on one matter."""
    ordered = tuple(sorted(occasions, key=lambda o: (o.day, o.claims, o.speaker)))
    changes = tuple(c for a, b in pairwise(ordered) if (c := _change(a, b)).any)
    return Movement(ordered, changes, _constant(ordered), _note(ordered, changes))


def _change(before: Occasion, after: Occasion) -> Change:
    both = [t for t in before.topics if t in after.topics]
    return Change(
        before,
        after,
        tuple(t for t in after.topics if t not in before.topics),
        tuple(t for t in before.topics if t not in after.topics),
        tuple((t, before.topics[t], after.topics[t]) for t in both if before.topics[t] != after.topics[t]),
    )


def _constant(ordered: tuple[Occasion, ...]) -> tuple[tuple[str, str, date], ...]:
    found = []
    for topic, stance in ordered[-1].topics.items() if ordered else ():
        since = ordered[-1].day
        for occasion in reversed(ordered):
            if occasion.topics.get(topic) != stance:
                break
            since = occasion.day
        if since < ordered[-1].day:
            found.append((topic, stance, since))
    return tuple(found)


def _note(ordered: tuple[Occasion, ...], changes: tuple[Change, ...]) -> str:
    speakers = len({o.speaker for o in ordered})
    if not changes or speakers < 2:
        return ""
    return f"{_NUMBERS.get(speakers, str(speakers))} speakers: wording or policy, not known."
