"""The smallest sets of open parts that block a condition: what would have to be stated, all of one set, for it to be met.

Exact, by the two bits of Truth: "met" needs the bit for and not the bit against. Both only ever ask for more parts to be met (a part
under a ``not`` is asked for the other way round), so the minimal sets follow from the formula alone: of a conjunction every
part is needed, of a disjunction one; for the bit against it is the same, since "or" is contradicted only by all its parts. A part that
stands both plainly and under a ``not`` may be relied on one way only: a set that would undo what it relies on is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from truceline.agreement.formula import Act, And, Count, Duty, Formula, Not, Or, Unmeasured
from truceline.evidence import Truth
from truceline.status import formulas
from truceline.status.formulas import Leaf

MOST = 64
"""How many sets are carried along; a formula that needs more is told as cut short."""
Choice = frozenset["OpenLeaf"]


@dataclass(frozen=True, slots=True)
class OpenLeaf:
    """A part of a condition that is not as it would have to be: ``matter`` a provision's id, or the part's own words.

    ``by`` are those of whom a statement would settle it in this account; nobody where none of its holders can (``settled``
    False): words that nothing measures, or an act that another performs. ``relied``: it is as wanted already (only while sets are
    worked out).
    """

    matter: str
    words: str
    wanted: Truth
    held: Truth
    settled: bool
    by: tuple[str, ...]
    relied: bool = False

    def line(self) -> dict[str, Any]:
        """The part for ``--json``."""
        return {
            "matter": self.matter,
            "words": self.words,
            "wanted": self.wanted.word,
            "held": self.held.word,
            "can_be_stated": self.settled,
            "by": list(self.by),
        }


@dataclass(frozen=True, slots=True)
class Blocking:
    """The smallest sets, the shortest first; one empty set: nothing is open; none at all: nothing can meet it.

    ``cut`` where there are more than are told.
    """

    sets: tuple[tuple[OpenLeaf, ...], ...]
    cut: bool = False

    @property
    def met(self) -> bool:
        """Whether nothing blocks."""
        return () in self.sets


def blocking(
    formula: Formula, value: Callable[[Leaf], Truth], by: Callable[[Leaf], tuple[str, ...]]
) -> Blocking:
    """The smallest sets of open parts; ``value`` gives each part's Truth, ``by`` those of this account who could state it."""
    found = _Sets(value, by, both_ways=bool(_asked(formula, True) & _asked(formula, False)))
    sets = found.product(found.sets(formula, True, True), found.sets(formula, True, False))
    least = found.least({frozenset(x for x in s if not x.relied) for s in sets})
    ordered = sorted((sorted(s, key=_key) for s in least), key=lambda s: (len(s), [_key(x) for x in s]))
    return Blocking(tuple(tuple(s) for s in ordered), found.cut)


def _asked(formula: Formula, wanted: bool) -> set[str]:
    """The words of the parts that are asked to be met (``wanted``), or not to be, for the formula to be met."""
    match formula:
        case Not(part=part):
            return _asked(part, not wanted)
        case And(parts=parts) | Or(parts=parts):
            return {words for part in parts for words in _asked(part, wanted)}
        case _:
            return {formulas.told(formula)} if wanted else set()


def _key(leaf: OpenLeaf) -> tuple[bool, str, str, str]:
    return (not leaf.settled, leaf.matter, leaf.words, leaf.wanted.word)


def _possible(choice: Choice) -> bool:
    """Whether no part would have to be stated against what it is relied on for, or stated both ways."""
    stated = {(x.words, x.wanted) for x in choice if not x.relied}
    return not any((x.words, ~x.wanted) in stated for x in choice)


class _Sets:
    """Minimal sets that bring one bit of a formula to where "met" needs it."""

    def __init__(
        self, value: Callable[[Leaf], Truth], by: Callable[[Leaf], tuple[str, ...]], *, both_ways: bool
    ) -> None:
        self.value, self.by, self.cut = value, by, False
        self.both_ways = both_ways  # whether a part stands plainly and under a ``not``

    def sets(self, formula: Formula, wanted: bool, supported: bool) -> set[Choice]:
        """The sets that make it ``wanted`` (met, or else not met): ``supported`` asks for the bit for that, else for none against."""
        match formula:
            case Not(part=part):
                return self.sets(part, not wanted, supported)
            case And(parts=parts) | Or(parts=parts):
                each = [self.sets(part, wanted, supported) for part in parts]
                if isinstance(formula, And) is wanted:
                    return self.every(each)
                return self.least({s for sets in each for s in sets})
            case _:
                return self.leaf(formula, wanted, supported)

    def leaf(self, leaf: Duty | Act | Count | Unmeasured, wanted: bool, supported: bool) -> set[Choice]:
        held = self.value(leaf)
        aim = Truth.MET if wanted else Truth.NOT_MET
        bits = (held in (aim, Truth.CONTESTED), held in (~aim, Truth.CONTESTED))
        relied = bits[0] if supported else not bits[1]
        matter = leaf.id if isinstance(leaf, Duty) else ""
        by = () if relied else self.by(leaf)
        return {frozenset({OpenLeaf(matter, formulas.told(leaf), aim, held, bool(by), by, relied)})}

    def every(self, each: Iterable[set[Choice]]) -> set[Choice]:
        found: set[Choice] = {frozenset()}
        for sets in each:
            found = self.product(found, sets)
        return found

    def product(self, one: set[Choice], other: set[Choice]) -> set[Choice]:
        return self.least({a | b for a in one for b in other})

    def least(self, sets: set[Choice]) -> set[Choice]:
        """Those that hold no other, nor one part both ways; of very many the smallest."""
        if not self.both_ways and len(sets) < 2:
            return sets
        kept: list[Choice] = []
        possible = (s for s in sets if not self.both_ways or _possible(s))
        for found in sorted(
            possible, key=lambda s: (len(s), sorted((x.words, x.relied, x.wanted) for x in s))
        ):
            if not any(k <= found for k in kept):
                kept.append(found)
        self.cut = self.cut or len(kept) > MOST
        return set(kept[:MOST])
