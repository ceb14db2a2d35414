"""What an asserted formula comes to in one viewpoint: Truth over the cells of the duties in it.

``and`` and ``or`` act on the two bits apart, ``not`` swaps them; a part that cannot be measured is unknown and says so.
The grammar is the agreement's (``agreement/formula.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from truceline.agreement.formula import (
    Act,
    And,
    Count,
    Duty,
    Formula,
    FormulaError,
    Not,
    Or,
    Unmeasured,
    leaves,
    parse,
)
from truceline.evidence import Truth
from truceline.status.reasons import Reason

Leaf = Duty | Act | Count | Unmeasured


@dataclass(frozen=True, slots=True)
class Worth:
    """The value of a formula, now and with the unchecked readings."""

    value: Truth = Truth.UNKNOWN
    with_proposals: Truth = Truth.UNKNOWN

    def __invert__(self) -> Worth:
        """Both values negated."""
        return Worth(~self.value, ~self.with_proposals)

    def both(self, other: Worth) -> Worth:
        """Conjunction of both values."""
        return Worth(self.value.both(other.value), self.with_proposals.both(other.with_proposals))

    def either(self, other: Worth) -> Worth:
        """Disjunction of both values."""
        return Worth(self.value.either(other.value), self.with_proposals.either(other.with_proposals))


def read(formula: str, words: str, provisions: Collection[str]) -> Formula:
    """The formula as parts; ``words`` alone, or what is no formula, are one part that cannot be measured."""
    if not formula:
        return Unmeasured(words)
    try:
        return parse(formula, provisions)
    except FormulaError:
        return Unmeasured(formula)


def worth(formula: Formula, of: Callable[[Leaf], Worth]) -> Worth:
    """The value of a formula where ``of`` gives the value of each part that is no connective."""
    match formula:
        case Not(part=part):
            return ~worth(part, of)
        case And(parts=parts):
            found = Worth(Truth.MET, Truth.MET)
            for part in parts:
                found = found.both(worth(part, of))
            return found
        case Or(parts=parts):
            found = Worth(Truth.NOT_MET, Truth.NOT_MET)
            for part in parts:
                found = found.either(worth(part, of))
            return found
        case _:
            return of(formula)


def needed(formula: Formula, wanted: Truth = Truth.MET) -> Iterator[tuple[str, Truth]]:
    """Each provision in a formula, with the value it would need: not met where it stands under a ``not``."""
    match formula:
        case Duty(id=matter):
            yield matter, wanted
        case Not(part=part):
            yield from needed(part, ~wanted)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from needed(part, wanted)


def told(leaf: Leaf) -> str:
    """A part of a formula as it stands in a sentence."""
    match leaf:
        case Duty(id=matter):
            return matter
        case Act(name=name, by=by):
            return f"{name} by {' and '.join(by)}" if by else name
        case Count(what=what, of=of, compare=compare, number=number):
            counted = f"{what} of {', '.join(of)}" if of else what
            return f"{counted} {compare} {number:g}"
        case Unmeasured(words=words):
            return words


def unmeasurable(formula: Formula) -> tuple[str, ...]:
    """The parts that no row of evidence can settle: words that name no duty, and counts of something else than a duty."""
    return tuple(
        dict.fromkeys(told(leaf) for leaf in leaves(formula) if isinstance(leaf, Unmeasured | Count))
    )


def reason(formula: Formula, value: Truth) -> Reason:
    """Why a formula holds its value."""
    if value is Truth.UNKNOWN:
        return Reason.UNMEASURABLE if unmeasurable(formula) else Reason.PART_OPEN
    return Reason.CONTESTED if value is Truth.CONTESTED else Reason.COMPUTED
