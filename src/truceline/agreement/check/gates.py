"""T007, T010 to T013, T046, T048: gates that nobody can pass, formulas that cannot be read or measured, circles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.agreement.check.conditions import Asked, conditions, readable
from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Name, Warning, listed, tell  # noqa: A004
from truceline.agreement.circles import Wait, lasting
from truceline.agreement.formula import FormulaError, duties, parse, unmeasured
from truceline.agreement.model import Agreement, Gate


def check(agreement: Agreement, at: Places, name: Name = str) -> Iterator[Warning]:
    """Warnings about gates and about circles of conditions."""
    asked = tuple(conditions(agreement, at))
    for gate in agreement.gates.values():
        if not gate.text_formula and not gate.asserted:
            told = f"nobody says what opens {gate.id} ({gate.name}): no condition in the text, none asserted"
            yield tell("T010", at("gates", gate.id), told, gate.id)
        own = [c for c in asked if c.gate is gate]
        yield from _mapped(own, at)
        yield from _read(agreement, own, at)
        yield from _phase(agreement, gate, at)
    yield from _listed(agreement, asked, at)
    for ring in lasting(agreement):
        first = ring[0].of
        where = at("provisions" if first in agreement.provisions else "gates", first)
        yield tell("T007", where, _ring(ring, name), *(w.of for w in ring))


def _mapped(asked: list[Asked], at: Places) -> Iterator[Warning]:
    chosen = [c for c in asked if c.said and c.said.mapping == "author"]
    if chosen:
        gate = chosen[0].gate
        told = "; ".join(f"{c.who}: {c.formula}" for c in chosen)
        message = f"{gate.id}: which duties these words mean is the author's reading ({told})"
        yield tell("T011", at("gates", gate.id), message, gate.id)


def _read(agreement: Agreement, asked: list[Asked], at: Places) -> Iterator[Warning]:
    loose: list[str] = []
    for c in asked:
        try:
            words = unmeasured(parse(c.formula, agreement.provisions))
        except FormulaError as error:
            told = tell("T012", c.where, f"{c.gate.id} ({c.who}): {error}", c.gate.id)
            # The formula's own error says what was expected and where, with an example.
            yield replace(told, expected="", example="")
            continue
        loose += [f"{c.who}: '{w}'" for w in words]
    if loose:
        gate = asked[0].gate
        message = f"{gate.id}: nothing measures these words, so they stay unknown ({'; '.join(loose)})"
        yield tell("T013", at("gates", gate.id), message, gate.id)


def _phase(agreement: Agreement, gate: Gate, at: Places) -> Iterator[Warning]:
    if gate.phase and gate.between and gate.between[-1] != gate.phase:
        message = f"{gate.id} leads into {gate.phase} by 'phase' and into {gate.between[-1]} by 'between'"
        yield tell("T046", at("gates", gate.id, "between"), message, gate.id)
    for phase in agreement.phases.values():
        if phase.opens_on == gate.id and gate.phase and gate.phase != phase.id:
            message = f"{phase.id} opens on {gate.id}, and {gate.id} leads into {gate.phase}"
            yield tell("T046", at("phases", phase.id, "opens_on"), message, phase.id, gate.id)


def _listed(agreement: Agreement, asked: tuple[Asked, ...], at: Places) -> Iterator[Warning]:
    """Provisions that say they stand in a gate's condition, and do not."""
    held: dict[str, set[str]] = {id_: set() for id_ in agreement.gates}
    for c in asked:
        formula = readable(c, agreement)
        held[c.gate.id] |= set(duties(formula)) if formula else set()
    for gate, named in held.items():
        loose = tuple(p.id for p in agreement.provisions.values() if gate in p.gates and p.id not in named)
        if loose:
            message = (
                f"no condition of {gate} holds these, though they name it under 'gates': {listed(loose)}"
            )
            yield tell("T048", at("provisions", loose[0], "gates"), message, *loose)


def _ring(ring: tuple[Wait, ...], name: Name) -> str:
    steps = " -> ".join([w.of for w in ring] + [ring[0].of])
    told = ((w, name(w.by) if w.by else "the text, as read here") for w in ring)
    who = "; ".join(f"{w.of} waits for {w.upon}: {by}" for w, by in told)
    return f"a circle of conditions: {steps} ({who})"
