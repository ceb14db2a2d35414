"""What a report holds, apart from any form it is shown in."""

from truceline.reporting.model.board import BoardGroup, BoardSection, Duty, GateRow, GateSection
from truceline.reporting.model.figures import Comparison, FigureGroup, FigureRow, FigureSection
from truceline.reporting.model.page import Change, Changed, Foot, Head, ToDo, Voice, Voices
from truceline.reporting.model.report import SCHEMA, Report
from truceline.reporting.model.statement import Statement
from truceline.reporting.model.words import (
    Cell,
    Column,
    Kind,
    Line,
    Pending,
    Row,
    Run,
    Section,
    Table,
    computed,
    line,
    setting,
    stated,
)

__all__ = [
    "SCHEMA",
    "BoardGroup",
    "BoardSection",
    "Cell",
    "Change",
    "Changed",
    "Column",
    "Comparison",
    "Duty",
    "FigureGroup",
    "FigureRow",
    "FigureSection",
    "Foot",
    "GateRow",
    "GateSection",
    "Head",
    "Kind",
    "Line",
    "Pending",
    "Report",
    "Row",
    "Run",
    "Section",
    "Statement",
    "Table",
    "ToDo",
    "Voice",
    "Voices",
    "computed",
    "line",
    "setting",
    "stated",
]
