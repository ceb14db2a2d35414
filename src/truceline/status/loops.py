"""Circles of waiting ("weapons <- withdrawal <- force <- weapons"): found and told as a loop, never walked into.

Strongly connected parts by Tarjan's method (1972), with a stack of its own: a thousand duties in a ring are no recursion.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from truceline.agreement.formula import duties
from truceline.agreement.in_force import runs
from truceline.agreement.model import Agreement
from truceline.evidence import asked
from truceline.status import formulas
from truceline.status.clocks import clocks
from truceline.status.gates import said_by

Graph = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wait:
    """``what`` waits for ``awaits``, as asserted ``by`` these; nobody: the text's own order."""

    what: str
    awaits: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """A circle of duties and gates: each waits for the next, and the last for the first."""

    ids: tuple[str, ...]
    waits: tuple[Wait, ...]


def waits(agreement: Agreement, as_of: date, on: date | None = None) -> tuple[Wait, ...]:
    """Everything that waits for something: by the text's clocks and phases, and by what somebody asserted by ``as_of``; conditions
    count from the day ``on`` which they were set, and of clocks those that run on it: of an agreement as it is in force
    (agreement/in_force.py) the ones that later texts gave.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for what, awaits, by in _edges(agreement, as_of, asked(as_of, on)):
        if awaits in agreement.provisions or awaits in agreement.gates:
            found.setdefault((what, awaits), set()).update({by} if by else ())
    return tuple(Wait(what, awaits, tuple(sorted(by))) for (what, awaits), by in found.items())


def _edges(agreement: Agreement, as_of: date, on: date) -> Iterator[tuple[str, str, str]]:
    for provision in agreement.provisions.values():
        for clock in clocks(provision, as_of, on):
            if clock.after and runs(clock, on, agreement.cut_off):
                yield from ((provision.id, clock.after, by) for by in clock.by or ("",))
        for said in provision.asserted:
            if said.after and (day := said_by(said)) is not None and day <= as_of:
                yield provision.id, said.after, said.by
        phase = agreement.phases.get(provision.phase)
        if phase:
            yield provision.id, phase.opens_on, ""
    for gate in agreement.gates.values():
        for asserted in gate.asserted:
            if asserted.at.latest and asserted.at.latest <= on:
                formula = formulas.read(asserted.formula, asserted.words, agreement.provisions)
                yield from ((gate.id, matter, asserted.by) for matter in duties(formula))


def loops(agreement: Agreement, as_of: date, on: date | None = None) -> tuple[Loop, ...]:
    """One shortest circle for each knot of things that wait for each other, in the agreement's order."""
    held = waits(agreement, as_of, on)
    graph: dict[str, tuple[str, ...]] = {}
    for wait in held:
        graph[wait.what] = (*graph.get(wait.what, ()), wait.awaits)
    edges = {(wait.what, wait.awaits): wait for wait in held}
    order = {name: place for place, name in enumerate([*agreement.provisions, *agreement.gates])}
    found = []
    for knot in knots(graph):
        ids = _circle(graph, knot, min(knot, key=order.__getitem__))
        steps = zip(ids, (*ids[1:], ids[0]), strict=True)
        found.append(Loop(ids, tuple(edges[step] for step in steps)))
    return tuple(sorted(found, key=lambda loop: order[loop.ids[0]]))


def knots(graph: Graph) -> list[frozenset[str]]:
    """The strongly connected parts in which something waits for itself, directly or through others."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    found = []
    for root in graph:
        if root in index:
            continue
        work = [(root, iter(graph.get(root, ())))]
        index[root] = low[root] = len(index)
        path.append(root)
        on_path.add(root)
        while work:
            node, rest = work[-1]
            child = next(rest, None)
            if child is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_cut(path, on_path, node))
            elif child not in index:
                index[child] = low[child] = len(index)
                path.append(child)
                on_path.add(child)
                work.append((child, iter(graph.get(child, ()))))
            elif child in on_path:
                low[node] = min(low[node], index[child])
    return [knot for knot in found if len(knot) > 1 or any(n in graph.get(n, ()) for n in knot)]


def _cut(path: list[str], on_path: set[str], node: str) -> frozenset[str]:
    place = path.index(node)
    knot = frozenset(path[place:])
    del path[place:]
    on_path -= knot
    return knot


def _circle(graph: Graph, knot: frozenset[str], first: str) -> tuple[str, ...]:
    """The shortest way from ``first`` back to itself within the knot (breadth first)."""
    came: dict[str, str] = {}
    queue = deque([first])
    while queue:
        node = queue.popleft()
        for child in graph.get(node, ()):
            if child == first:
                back = [node]
                while back[-1] != first:
                    back.append(came[back[-1]])
                return tuple(reversed(back))
            if child in knot and child not in came:
                came[child] = node
                queue.append(child)
    return (first,)
