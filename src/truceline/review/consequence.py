"""What accepting one reading would change: on the board, at the gates, in the figures and positions, in the news of the day."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.evidence import Truth

WORDS = {
    Truth.UNKNOWN: "no value",
    Truth.MET: "met",
    Truth.NOT_MET: "not met",
    Truth.CONTESTED: "contested",
}


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of the board that would hold another value."""

    matter: str
    name: str
    viewpoint: str
    label: str
    before: Truth
    after: Truth

    def __str__(self) -> str:
        """``p20 open Rafah crossing, as stated by Hamas: no value -> not met``."""
        where = f"{self.matter} {self.name}, as stated by {self.label}"
        return f"{where}: {WORDS[self.before]} -> {WORDS[self.after]}"


@dataclass(frozen=True, slots=True)
class Consequence:
    """``cells`` and ``gates`` (their names) are of the board, ``column`` a side that is heard for the first time.

    ``figures``, ``positions`` and ``conditions`` count rows that would be added; ``news`` tells of a line under "what changed".
    """

    cells: tuple[CellChange, ...] = ()
    gates: tuple[str, ...] = ()
    column: str = ""
    figures: int = 0
    positions: int = 0
    conditions: int = 0
    news: bool = False

    @property
    def board(self) -> bool:
        """Whether a cell, a column or a gate would change."""
        return bool(self.cells or self.gates or self.column)

    @property
    def rows(self) -> bool:
        """Whether a figure, a position or a condition would be added."""
        return bool(self.figures or self.positions or self.conditions)

    @property
    def page(self) -> bool:
        """Whether anything on the report's page would change: then it must be checked before signing."""
        return self.board or self.rows or self.news

    def words(self) -> tuple[str, ...]:
        """What would change, a phrase each; "nothing on the board" where no cell would."""
        told = [str(c) for c in self.cells]
        told += [f"adds a column: {self.column}"] if self.column else []
        told += [f"condition for the next phase: {gate}" for gate in self.gates]
        told = told or ["nothing on the board"]
        added = ("figure", self.figures), ("position", self.positions), ("condition", self.conditions)
        told += [f"adds {n} {what}" for what, n in added if n]
        return (*told, "adds a line under what changed") if self.news else tuple(told)
