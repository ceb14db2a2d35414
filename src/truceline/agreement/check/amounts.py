"""T060 to T065, T067: formulas of amounts that cannot be read, lead nowhere, mix units, or go round in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.agreement.amounts import (
    Amount,
    AmountError,
    Elapsed,
    Known,
    Measure,
    MeasureError,
    figured,
    leaves,
    measured,
    parse,
    waits,
)
from truceline.agreement.amounts.formula import Leaf
from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.circles import Wait, circles
from truceline.agreement.model import Agreement
from truceline.files import Where, nearest


@dataclass(frozen=True, slots=True)
class _Formula:
    """A formula in its place: whose amount it is, and the unit in which that is owed."""

    of: str
    text: str
    where: Where
    unit: str
    per: str
    fixed: bool = False


def check(agreement: Agreement, at: Places) -> Iterator[Warning]:
    """Errors of the formulas under targets and figures, then the circles among them."""
    for found in _formulas(agreement, at):
        yield from _one(agreement, found)
    for figure in agreement.figures.values():
        if figure.provision and figure.provision not in agreement.provisions:
            yield _lost(agreement, figure.provision, figure.id, at("figures", figure.id, "provision"))
    for ring in circles(waits(agreement)):
        yield tell("T065", _place(agreement, at, ring[0].of), _told(ring), *(w.of for w in ring))


def _formulas(agreement: Agreement, at: Places) -> Iterator[_Formula]:
    for p in agreement.provisions.values():
        for i, t in enumerate(p.targets):
            if t.formula:
                fixed = t.low is not None or t.high is not None
                where = at("provisions", p.id, "targets", i, "formula")
                yield _Formula(p.id, t.formula, where, t.unit, t.per, fixed)
    for f in agreement.figures.values():
        if f.formula:
            yield _Formula(f.id, f.formula, at("figures", f.id, "formula"), f.unit, f.per)


def _one(agreement: Agreement, found: _Formula) -> Iterator[Warning]:
    if found.fixed:
        yield tell(
            "T067", found.where, f"{found.of} is owed by a formula and by a number of its own", found.of
        )
    try:
        amount = parse(found.text)
    except AmountError as error:
        yield tell("T060", found.where, f"{found.of}: {error}", found.of)
        return
    flaws = [*_names(agreement, amount, found), *_undefined(agreement, amount, found)]
    yield from flaws
    if not flaws:
        yield from _units(agreement, amount, found)


def _names(agreement: Agreement, amount: Amount, found: _Formula) -> Iterator[Warning]:
    for leaf in leaves(amount):
        if isinstance(leaf, Elapsed):
            if leaf.anchor not in agreement.anchors:
                yield _lost(agreement, leaf.anchor, found.of, found.where)
        elif leaf.id not in agreement.provisions and not (
            isinstance(leaf, Known) and leaf.id in agreement.figures
        ):
            yield _lost(agreement, leaf.id, found.of, found.where)
        elif figured(agreement, leaf.id) is None:
            held = "several things" if agreement.provisions[leaf.id].targets else "no number"
            told = f"{found.of}: {leaf.id} owes {held}; write under figures what is meant"
            yield tell("T061", found.where, told, found.of)


def _lost(agreement: Agreement, word: str, of: str, where: Where) -> Warning:
    near = nearest(word, (*agreement.figures, *agreement.provisions, *agreement.anchors))
    told = f"{of}: '{word}' is no figure, provision or anchor of the file"
    return tell("T061", where, told + (f"; the nearest is '{near}'" if near else ""), of)


def _undefined(agreement: Agreement, amount: Amount, found: _Formula) -> Iterator[Warning]:
    if not found.unit:
        told = f"{found.of} is owed by a formula, and its own unit is not given"
        yield tell("T062", found.where, told, found.of)
    for leaf in dict.fromkeys(leaves(amount)):
        if not isinstance(leaf, Elapsed) and (f := figured(agreement, leaf.id)) and not f.unit:
            yield tell("T062", found.where, f"{found.of} reckons with {leaf.id}, which has no unit", found.of)


def _units(agreement: Agreement, amount: Amount, found: _Formula) -> Iterator[Warning]:
    def of(leaf: Leaf) -> Measure:
        if isinstance(leaf, Elapsed):
            return Measure.of(leaf.unit)
        held = figured(agreement, leaf.id)
        return Measure.of(held.unit, held.per) if held else Measure()

    try:
        measured(amount, of, Measure.of(found.unit, found.per))
    except MeasureError as error:
        code = "T064" if error.rate else "T063"
        yield tell(code, found.where, f"{found.of}: '{found.text}': {error}", found.of)


def _place(agreement: Agreement, at: Places, of: str) -> Where:
    if of in agreement.figures:
        return at("figures", of, "formula")
    return at("provisions", of, "targets")


def _told(ring: tuple[Wait, ...]) -> str:
    steps = ", ".join(f"{w.of} ({w.words}) rests on {w.upon}" for w in ring)
    return f"the amounts go round in a circle: {steps}"
