"""What waits for what, as texts and speakers put it, and the circles in it; found without recursion, each told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from truceline.agreement.formula import FormulaError, duties, parse
from truceline.agreement.model import Agreement

MOST = 20


@dataclass(frozen=True, slots=True)
class Wait:
    """``of`` waits for ``upon`` (provisions or gates); ``by`` who says so, "" for the text or the author's reading."""

    of: str
    upon: str
    by: str = ""
    words: str = ""


def waits(agreement: Agreement) -> tuple[Wait, ...]:
    """Every "after" of clocks and assertions, and every formula that somebody asserts for a gate."""
    return tuple(dict.fromkeys((*_of_provisions(agreement), *_of_gates(agreement))))


def _of_provisions(agreement: Agreement) -> Iterator[Wait]:
    for p in agreement.provisions.values():
        for clock in p.clocks:
            if clock.after:
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
    graph: dict[str, dict[str, Wait]] = {}
    for wait in found:
        graph.setdefault(wait.of, {}).setdefault(wait.upon, wait)
    rings: list[tuple[Wait, ...]] = []
    for start in sorted(graph):
        rings += _from(start, graph, MOST - len(rings))
    return tuple(sorted(rings, key=lambda r: (len(r), [w.of for w in r])))


def _from(start: str, graph: Mapping[str, Mapping[str, Wait]], most: int) -> list[tuple[Wait, ...]]:
    """Circles whose smallest id is ``start``: paths that only go over greater ids and come back to it."""
    rings: list[tuple[Wait, ...]] = []
    open_paths: list[tuple[Wait, ...]] = [(w,) for w in graph.get(start, {}).values()]
    steps = 0
    while open_paths and len(rings) < most and steps < 10_000:
        steps += 1
        path = open_paths.pop(0)
        end = path[-1].upon
        if end == start:
            rings.append(path)
            continue
        if end < start or any(w.of == end for w in path):
            continue
        open_paths += [(*path, w) for w in graph.get(end, {}).values()]
    return rings
