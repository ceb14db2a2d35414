"""A condition's formula in words: provisions by their names, "and", "or" and "not" spelt out, ids beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
    parse,
)
from truceline.agreement.model import Agreement

Name = Callable[[str], str]
"""What the page calls an actor, by its id."""
Piece = tuple[str, str]
"""Words, and the id of the provision that they name: "" where they name none."""
COMPARED = {">=": "at least", "<=": "at most", ">": "more than", "<": "fewer than", "=": "exactly"}


def pieces(formula: str, agreement: Agreement, name: Name = str) -> tuple[Piece, ...]:
    """The formula in pieces that make one sentence when joined; words that are no formula stay as they are."""
    try:
        read = parse(formula, agreement.provisions)
    except FormulaError:
        return ((formula, ""),)
    return tuple(_pieces(read, agreement, name))


def spoken(formula: str, agreement: Agreement, name: Name = str) -> str:
    """``open the bridge (p01) and (no fire (p02) or announcement by Norland)``."""
    return "".join(f"{words} ({id_})" if id_ else words for words, id_ in pieces(formula, agreement, name))


def plain(words: str, name: Name = str) -> str:
    """A part for which nothing is measured: ``pressure_on(a_side)`` is "pressure on a side", an actor's id its name."""
    bare = words.replace("(", " ").replace(")", " ").replace(",", " ").split()
    return " ".join(called.replace("_", " ") if (called := name(w)) == w else called for w in bare)


def _pieces(formula: Formula, agreement: Agreement, name: Name) -> Iterator[Piece]:
    match formula:
        case Duty(id=id_):
            yield agreement.provisions[id_].name, id_
        case Not(part=part):
            yield "not ", ""
            yield from _within(part, agreement, name)
        case And(parts=parts) | Or(parts=parts):
            word = " and " if isinstance(formula, And) else " or "
            for number, part in enumerate(parts):
                if number:
                    yield word, ""
                yield from _within(part, agreement, name)
        case Act() | Count() | Unmeasured():
            yield _leaf(formula, name), ""


def _within(part: Formula, agreement: Agreement, name: Name) -> Iterator[Piece]:
    """A part of a longer formula: in parentheses where it joins parts itself."""
    joins = isinstance(part, And | Or)
    if joins:
        yield "(", ""
    yield from _pieces(part, agreement, name)
    if joins:
        yield ")", ""


def _leaf(leaf: Act | Count | Unmeasured, name: Name) -> str:
    match leaf:
        case Act(name=act, by=by):
            return f"{act} by {' and '.join(name(b) for b in by)}" if by else act
        case Count(what=what, of=of, compare=compare, number=number):
            counted = f"{plain(what)} ({', '.join(plain(o, name) for o in of)})" if of else plain(what)
            return f"{counted}: {COMPARED[compare]} {number:g}"
        case Unmeasured(words=words):
            return plain(words, name)
