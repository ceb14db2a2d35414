"""Every formula of every gate, with whose it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.agreement.check.places import Places
from truceline.agreement.formula import Formula, FormulaError, parse
from truceline.agreement.model import Agreement, AssertedFormula, Gate
from truceline.files import Where


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition of a gate; ``said`` None for the text's own."""

    gate: Gate
    formula: str
    where: Where
    said: AssertedFormula | None = None

    @property
    def who(self) -> str:
        """Whose condition it is: "the text", or the speaker and the day."""
        return f"{self.said.speaker or self.said.by}, {self.said.at}" if self.said else "the text"


def conditions(agreement: Agreement, at: Places) -> Iterator[Asked]:
    """The text's own condition of each gate, then the asserted ones; those in words alone are left out."""
    for gate in agreement.gates.values():
        if gate.text_formula:
            yield Asked(gate, gate.text_formula, at("gates", gate.id, "text_formula"))
        for i, said in enumerate(gate.asserted):
            if said.formula:
                yield Asked(gate, said.formula, at("gates", gate.id, "asserted", i, "formula"), said)


def readable(asked: Asked, agreement: Agreement) -> Formula | None:
    """The formula as read, None where it cannot be (T012 tells that)."""
    try:
        return parse(asked.formula, agreement.provisions)
    except FormulaError:
        return None
