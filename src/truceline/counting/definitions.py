"""What a counter says that it counts: the agreement file's ``counters``, matched by counter, thing and side."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.agreement.model import Counter
from truceline.counting.counted import Counted, Vocabulary
from truceline.evidence import Figure
from truceline.positions.heard import Actors, root

NOT_DEFINED = "not defined"
UNDEFINED = frozenset({"", "undefined", "unknown", "not_defined"})


class Definitions:
    """The declared counters; what none of them defines is "not defined"."""

    def __init__(self, counters: Iterable[Counter], vocabulary: Vocabulary, actors: Actors) -> None:
        self._actors = actors
        self._held = [(c, vocabulary.counted(Figure(c.counts, None, None, unit=c.unit))) for c in counters]

    def words(self, counters: Iterable[str], counted: Counted, side: str) -> str:
        """What one unit is, by the first of the counters (the speaker, then the body) that defines it for this side."""
        for name in counters:
            for counter, thing in self._held:
                if name == counter.by and _one_thing(thing, counted) and self._of_side(counter, side):
                    return _told(counter)
        return NOT_DEFINED

    def _of_side(self, counter: Counter, side: str) -> bool:
        return not counter.side or root(counter.side, self._actors) == side


def _one_thing(declared: Counted, counted: Counted) -> bool:
    if declared.group is None or counted.group is None:
        return declared.item == counted.item
    return declared.group.id == counted.group.id


def _told(counter: Counter) -> str:
    """Its classes, else its unit; the author's note is no part of a counter's definition."""
    classes = ", ".join(c.replace("_", " ") for c in counter.classes)
    unit = "" if counter.unit.casefold() in UNDEFINED else counter.unit.replace("_", " ")
    return classes or unit or NOT_DEFINED
