"""What waits for what, as texts and speakers put it, and the circles in it; found without recursion, each told once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from truceline.agreement.formula import FormulaError, duties, parse
from truceline.agreement.in_force import in_force, runs, turns
from truceline.agreement.model import Agreement

MOST = 20
STEPS = 2_000

Graph = dict[str, dict[str, "Wait"]]


@dataclass(frozen=True, slots=True)
class Wait:
    """``of`` waits for ``upon`` (provisions or gates); ``by`` who says so, "" for the text or the author's reading."""

    of: str
    upon: str
    by: str = ""
    words: str = ""


def waits(agreement: Agreement, on: date | None = None) -> tuple[Wait, ...]:
    """Every "after" of clocks and assertions, and every formula that somebody asserts for a gate; of clocks those that run ``on`` a day,
    all of them where None.
    """
    return tuple(dict.fromkeys((*_of_provisions(agreement, on), *_of_gates(agreement))))


def lasting(agreement: Agreement) -> tuple[tuple[Wait, ...], ...]:
    """The circles of what is in force once the last of the later texts has changed it; each told once."""
    changed = in_force(agreement)
    found = (ring for on in turns(agreement) or (None,) for ring in circles(waits(changed, on)))
    return tuple(dict.fromkeys(found))


def _of_provisions(agreement: Agreement, on: date | None) -> Iterator[Wait]:
    for p in agreement.provisions.values():
        for clock in p.clocks:
            if clock.after and (on is None or runs(clock, on)):
                yield Wait(p.id, clock.after, ", ".join(clock.by), clock.words)
        for said in p.asserted:
            if said.after:
                yield Wait(p.id, said.after, said.by, said.text)


def _of_gates(agreement: Agreement) -> Iterator[Wait]:
    for gate in agreement.gates.values():
        for said in gate.asserted:
            try:
                named = duties(parse(said.formula, agreement.provisions)) if said.formula else ()
            except FormulaError:
                continue
            for id_ in named:
                yield Wait(gate.id, id_, said.by, said.words)


def circles(found: Iterable[Wait]) -> tuple[tuple[Wait, ...], ...]:
    """The circles among waits, the shortest first, at most twenty; each begins at its first id in alphabetical order."""
    graph: Graph = {}
    for wait in found:
        graph.setdefault(wait.of, {}).setdefault(wait.upon, wait)
    rings: list[tuple[Wait, ...]] = []
    ahead = {of: set(upon) for of, upon in graph.items()}
    knot = _lasting(_reversed(ahead, _lasting(ahead, set(ahead))), set(ahead))
    for start in sorted(knot):
        rings += _from(start, graph, knot, MOST - len(rings))
    return tuple(sorted(rings, key=lambda r: (len(r), [w.of for w in r])))


def _lasting(ahead: Mapping[str, set[str]], ids: set[str]) -> set[str]:
    """The ids left when those that lead nowhere are taken away, again and again: no circle passes through the others."""
    behind = _reversed(ahead, ids)
    count = {id_: len(ahead.get(id_, set()) & ids) for id_ in ids}
    loose = [id_ for id_, left in count.items() if not left]
    while loose:
        for before in behind.get(loose.pop(), ()):
            count[before] -= 1
            loose += [before] if not count[before] else []
    return {id_ for id_, left in count.items() if left}


def _reversed(ahead: Mapping[str, set[str]], ids: set[str]) -> dict[str, set[str]]:
    behind: dict[str, set[str]] = {}
    for id_ in ids:
        for upon in ahead.get(id_, set()) & ids:
            behind.setdefault(upon, set()).add(id_)
    return behind


def _from(start: str, graph: Graph, knot: set[str], most: int) -> list[tuple[Wait, ...]]:
    """Circles whose smallest id is ``start``: paths that only go over greater ids and come back to it."""
    rings: list[tuple[Wait, ...]] = []
    paths: deque[tuple[Wait, ...]] = deque((w,) for w in graph.get(start, {}).values())
    steps = 0
    while paths and len(rings) < most and steps < STEPS:
        steps += 1
        path = paths.popleft()
        end = path[-1].upon
        if end == start:
            rings.append(path)
        elif end > start and end in knot and not any(w.of == end for w in path):
            paths.extend((*path, w) for w in graph.get(end, {}).values())
    return rings
