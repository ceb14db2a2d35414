"""T025, T030, T043: numbers that exclude each other, or that can never be set against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.model import Agreement, Provision, Target
from truceline.files import Where

WHOLE = 100.0
WANTING: Mapping[str, Callable[[Target], bool]] = {
    "up": lambda t: t.low is None,
    "down": lambda t: t.high is None,
    "within": lambda t: t.low is None or t.high is None,
}
"""Whether a target lacks the bound that its direction asks for."""


class _Bounded(Protocol):
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


def check(agreement: Agreement, at: Places) -> Iterator[Warning]:
    """Warnings about targets, progress, pledges and shares."""
    for where, what, one in _numbers(agreement, at):
        if one.low is not None and one.high is not None and one.low > one.high:
            yield tell("T043", where, f"{what}: low is {one.low:g} and high is {one.high:g}")
    for zone in agreement.zones.values():
        for i, share in enumerate(zone.shares):
            if max(share.low or 0, share.high or 0) > WHOLE:
                told = f"a share of {zone.id} ({zone.name}) is more than 100 percent"
                yield tell("T043", at("zones", zone.id, "shares", i), told, zone.id)
    for p in agreement.provisions.values():
        yield from _targets(p, at)
        yield from _units(p, at)


def _numbers(a: Agreement, at: Places) -> Iterator[tuple[Where, str, _Bounded]]:
    for p in a.provisions.values():
        for i, target in enumerate(p.targets):
            yield at("provisions", p.id, "targets", i), f"a target of {p.id}", target
        for i, row in enumerate(p.progress):
            yield at("provisions", p.id, "progress", i), f"progress of {p.id}", row
    for i, pledge in enumerate(a.pledges):
        yield at("pledges", i), "a pledge", pledge
    for zone in a.zones.values():
        for i, share in enumerate(zone.shares):
            yield at("zones", zone.id, "shares", i), f"a share of {zone.id}", share


def bounds(target: Target) -> str:
    """``40``, ``10 to 20``, ``at least 40``, ``up to 40``; with its direction where it has one."""
    return f"{_bounds(target)} ({target.direction})" if target.direction else _bounds(target)


def _bounds(target: Target) -> str:
    if target.low == target.high:
        return f"{target.low:g}" if target.low is not None else "no number"
    if target.high is None:
        return f"at least {target.low:g}"
    return f"up to {target.high:g}" if target.low is None else f"{target.low:g} to {target.high:g}"


def _targets(p: Provision, at: Places) -> Iterator[Warning]:
    first: dict[tuple[str, str, str], Target] = {}
    for i, target in enumerate(p.targets):
        if target.by or (target.low is None and target.high is None):
            continue
        if target.direction in WANTING and WANTING[target.direction](target):
            told = f"'{target.counts}' goes {target.direction} and the bound is left out that is owed then"
            yield tell("T056", at("provisions", p.id, "targets", i), f"{p.id} ({p.name}): {told}", p.id)
        known = first.setdefault((target.counts.casefold(), _one(target.unit), target.per), target)
        if (known.low, known.high, known.direction) != (target.low, target.high, target.direction):
            told = f"'{target.counts}' is owed as {bounds(known)} and as {bounds(target)} by the text itself"
            yield tell("T030", at("provisions", p.id, "targets", i), f"{p.id} ({p.name}): {told}", p.id)


def _units(p: Provision, at: Places) -> Iterator[Warning]:
    """Progress told of a target's own thing, and in none of the units in which it is owed."""
    owed: dict[str, set[str]] = {}
    for target in p.targets:
        if target.unit:
            owed.setdefault(target.counts.casefold(), set()).add(_one(target.unit))
    for i, row in enumerate(p.progress):
        known = owed.get(row.counts.casefold())
        if known and row.unit and _one(row.unit) not in known:
            units = " or ".join(sorted(known))
            message = f"{p.id} ({p.name}): '{row.counts}' is owed in {units} and told in {row.unit}"
            yield tell("T025", at("provisions", p.id, "progress", i, "unit"), message, p.id)


def _one(unit: str) -> str:
    """A unit in the singular: trucks and truck are one."""
    return unit.casefold().removesuffix("s")
