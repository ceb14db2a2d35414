"""A formula in words that can be read aloud: "15 for each of the deceased returned", "600 trucks per day x days since ..."."""

from __future__ import annotations

from collections.abc import Callable

from truceline.agreement.amounts.formula import (
    Amount,
    Elapsed,
    ForEach,
    Known,
    Leaf,
    Least,
    Less,
    Most,
    Number,
    Owed,
    Sum,
    Times,
)

_COMPOUND = (Sum, Less)


def words(amount: Amount, of: Callable[[Leaf], str]) -> str:
    """The formula in words; ``of`` tells what stands for a name."""
    match amount:
        case Number():
            return number(amount)
        case Known() | Owed() | Elapsed():
            return of(amount)
        case Times(one=one, other=other):
            return f"{_within(one, of)} x {_within(other, of)}"
        case ForEach(one=one, other=other):
            return f"{_within(one, of)} for each of {_within(other, of)}"
        case Less(one=one, other=other):
            return f"{words(one, of)} minus {_within(other, of)}"
        case Sum(parts=parts):
            return " plus ".join(words(part, of) for part in parts)
        case Least(parts=parts):
            return f"the least of ({'; '.join(words(part, of) for part in parts)})"
        case Most(parts=parts):
            return f"the greatest of ({'; '.join(words(part, of) for part in parts)})"


def number(found: Number) -> str:
    """``600 trucks per day``."""
    value = f"{found.value:,.0f}" if found.value.is_integer() else f"{found.value:,g}"
    told = f"{value} {found.unit}" if found.unit else value
    return f"{told} per {found.per}" if found.per else told


def _within(amount: Amount, of: Callable[[Leaf], str]) -> str:
    return f"({words(amount, of)})" if isinstance(amount, _COMPOUND) else words(amount, of)
