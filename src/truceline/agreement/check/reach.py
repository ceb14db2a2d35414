"""T026 to T029: gates that can never open on somebody's terms, or only by what nobody owes, and why.

A formula is spread into its alternatives; each must ask only for what can be had before the gate. Where a single alternative can
be, the gate is reachable and nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product

from truceline.agreement.check.behind import Behind, behind
from truceline.agreement.check.conditions import Asked, conditions, readable
from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.formula import Act, And, Count, Duty, Formula, Not, Or, Unmeasured
from truceline.agreement.model import Agreement, Deed

MOST = 512
"""Alternatives looked at; a formula with more of them is taken to be reachable."""

Leaf = Duty | Act | Count | Unmeasured
Term = tuple[tuple[Leaf, bool], ...]
"""Parts wanted or not wanted, each once, in the order of the formula."""
_TURNED = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


class _TooMany(Exception):  # noqa: N818 - a number, no error
    """More alternatives than are looked at."""


def check(agreement: Agreement, at: Places) -> Iterator[Warning]:
    """One warning for each condition that can never be met, or only by what nobody owes."""
    for asked in conditions(agreement, at):
        formula = readable(asked, agreement)
        if formula is not None:
            yield from _asked(agreement, asked, formula)


def _asked(agreement: Agreement, asked: Asked, formula: Formula) -> Iterator[Warning]:
    try:
        terms = alternatives(formula)
    except _TooMany:
        return
    after = behind(agreement, asked.gate)
    found = [_bar(term, agreement, after, said=asked.said is not None) for term in terms]
    bars = [bar for bar in found if bar is not None]
    if len(bars) == len(found):
        code, why = max(bars, key=lambda bar: (bar[0] == "T027", bar[0]))  # the others cannot be, it can
        told = why if code == "T027" else f"can never open on these terms: {why}"
        message = f"{asked.gate.id} ({asked.who}) {told}"
        yield tell(code, asked.where, message, asked.gate.id)


def alternatives(formula: Formula, wanted: bool = True) -> list[Term]:
    """The formula as alternatives, each its parts wanted or not wanted in their order; raises where there are too many."""
    if isinstance(formula, Not):
        return alternatives(formula.part, not wanted)
    if not isinstance(formula, And | Or):
        return [(_plain(formula, wanted),)]
    parts = [alternatives(part, wanted) for part in formula.parts]
    if isinstance(formula, Or) == wanted:
        made = [term for part in parts for term in part]
    else:
        size = 1
        for part in parts:
            size *= len(part)
        if size > MOST:
            raise _TooMany
        made = [tuple(dict.fromkeys(chain.from_iterable(chosen))) for chosen in product(*parts)]
    if len(made) > MOST:
        raise _TooMany
    return made


def _plain(leaf: Leaf, wanted: bool) -> tuple[Leaf, bool]:
    """A count that is not wanted is its opposite wanted: not >= 28 is < 28."""
    if isinstance(leaf, Count) and not wanted and leaf.compare in _TURNED:
        return Count(leaf.what, leaf.of, _TURNED[leaf.compare], leaf.number), True
    return leaf, wanted


def _bar(term: Term, agreement: Agreement, after: Behind, *, said: bool) -> tuple[str, str] | None:
    """Code and reason why this alternative can never be met, or by no duty alone; None where it can."""
    against = next((leaf for leaf, wanted in term if wanted and (leaf, False) in term), None)
    if against is not None:
        return "T026", f"{_words(against)} and its opposite are asked for at once"
    if told := _crossed([leaf for leaf, wanted in term if wanted and isinstance(leaf, Count)]):
        return "T026", told
    needed = [leaf.id for leaf, wanted in term if wanted and isinstance(leaf, Duty)]
    late = next((id_ for id_ in needed if id_ in after), None)
    if late is not None:
        return "T029" if said else "T028", after[late]
    deeds = ((id_, agreement.provisions[id_].deed) for id_ in needed)
    free = next(((id_, deed) for id_, deed in deeds if deed in (Deed.PERMISSION, Deed.POWER)), None)
    return None if free is None else ("T027", f"rests on {free[0]}, a {free[1]}, which nobody owes to use")


def _words(leaf: Leaf) -> str:
    match leaf:
        case Duty(id=id_):
            return id_
        case Act(name=name, by=by):
            return f"{name}({', '.join(by)})"
        case Count(what=what, compare=compare, number=number):
            return f"{what} {compare} {number:g}"
    return f"'{leaf.words}'"


def _crossed(counts: list[Count]) -> str:
    """Two bounds of one count between which no number lies."""
    for low, high in product(counts, counts):
        same = (low.what, low.of) == (high.what, high.of)
        if same and low.compare in (">=", ">", "=") and high.compare in ("<=", "<", "="):
            strict = low.compare == ">" or high.compare == "<"
            if low.number > high.number or (strict and low.number == high.number):
                return f"{_words(low)} and {_words(high)} leave no number"
    return ""
