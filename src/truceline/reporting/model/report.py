"""One report: everything that any output shows, as frozen plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from truceline.reporting.model.board import BoardSection, GateSection
from truceline.reporting.model.figures import FigureSection
from truceline.reporting.model.page import Changed, Foot, Head, ToDo, Voices
from truceline.reporting.model.statement import Statement
from truceline.reporting.model.words import Section

SCHEMA = "truceline.report/1"


@dataclass(frozen=True, slots=True)
class Report:
    """The daily report of one case and day.

    ``sections`` are the parts after the figures in the order of the page (incidents, exchange, aid ...), each present even when
    empty. ``statements`` maps claim id to the statement, in the order of their numbers.
    """

    head: Head
    voices: Voices
    changed: Changed
    board: BoardSection
    todo: ToDo
    ahead: Section
    gates: tuple[GateSection, ...]
    figures: FigureSection
    sections: tuple[Section, ...]
    foot: Foot
    statements: Mapping[str, Statement] = field(default_factory=dict)
    language: str = "en"
    schema: str = SCHEMA

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Ids of the machine readings that this report holds anywhere, folded or not."""
        return tuple(s.id for s in self.statements.values() if not s.checked)
