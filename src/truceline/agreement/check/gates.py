"""T007, T010 to T013: gates nobody can pass, formulas that cannot be read or measured, circles."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.check.warning import Name, Severity, Warning  # noqa: A004
from truceline.agreement.circles import Wait, circles, waits
from truceline.agreement.formula import FormulaError, parse, unmeasured
from truceline.agreement.model import Agreement, AssertedFormula, Gate
from truceline.files import Where


def check(agreement: Agreement, name: Name = str) -> Iterator[Warning]:
    """Warnings about gates and about circles of conditions."""
    for gate in agreement.gates.values():
        where = gate.where or Where(agreement.path)
        if not gate.text_formula and not gate.asserted:
            message = (
                f"nobody says what opens {gate.id} ({gate.name}): no condition in the text, none asserted"
            )
            yield Warning("T010", Severity.WARNING, where, message, (gate.id,))
        yield from _mapped(gate, where)
        yield from _read(agreement, gate, where)
    for ring in circles(waits(agreement)):
        first = agreement.provisions.get(ring[0].of)
        where = (first.where if first else None) or Where(agreement.path)
        yield Warning("T007", Severity.NOTE, where, _ring(ring, name), tuple(w.of for w in ring))


def _mapped(gate: Gate, where: Where) -> Iterator[Warning]:
    chosen = [s for s in gate.asserted if s.formula and s.mapping == "author"]
    if chosen:
        told = "; ".join(f"{_who(s)}: {s.formula}" for s in chosen)
        message = f"{gate.id}: which duties these words mean is the author's reading ({told})"
        yield Warning("T011", Severity.NOTE, where, message, (gate.id,))


def _read(agreement: Agreement, gate: Gate, where: Where) -> Iterator[Warning]:
    rows = [("the text", gate.text_formula), *((_who(s), s.formula) for s in gate.asserted)]
    loose: list[str] = []
    for who, formula in rows:
        try:
            words = unmeasured(parse(formula, agreement.provisions)) if formula else ()
        except FormulaError as error:
            yield Warning("T012", Severity.ERROR, where, f"{gate.id} ({who}): {error}", (gate.id,))
            continue
        loose += [f"{who}: '{w}'" for w in words]
    if loose:
        message = f"{gate.id}: nothing measures these words, so they stay unknown ({'; '.join(loose)})"
        yield Warning("T013", Severity.NOTE, where, message, (gate.id,))


def _who(said: AssertedFormula) -> str:
    return f"{said.speaker or said.by}, {said.at}"


def _ring(ring: tuple[Wait, ...], name: Name) -> str:
    steps = " -> ".join([w.of for w in ring] + [ring[0].of])
    told = ((w, name(w.by) if w.by else "the text, as read here") for w in ring)
    who = "; ".join(f"{w.of} waits for {w.upon}: {by}" for w, by in told)
    return f"a circle of conditions: {steps} ({who})"
