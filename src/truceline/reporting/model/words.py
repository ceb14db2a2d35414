"""The smallest pieces of a report: a run of text, a line, a cell, a table, each with where its content comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Where content comes from: somebody said it, it is our arithmetic, a role concluded it, or the case's own files set it."""

    STATED = "stated"
    COMPUTED = "computed"
    FOUND = "found"
    SETTING = "setting"

    @property
    def letter(self) -> str:
        """The mark in a cell: s, c or f; nothing for what the case's files set."""
        return "" if self is Kind.SETTING else self.value[0]


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one origin. ``claims`` are the statements they rest on, ``rule`` names the arithmetic or the setting.

    ``opens`` False for words around a link (who, when, passed on by) that rest on the same statement.
    """

    text: str
    kind: Kind = Kind.SETTING
    claims: tuple[str, ...] = ()
    rule: str = ""
    checked: bool = True
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence made of runs; ``label`` stands before it ("Force", "Kept out"); ``internal`` never leaves the house."""

    runs: tuple[Run, ...]
    label: str = ""
    internal: bool = False

    @property
    def text(self) -> str:
        """The whole sentence as plain text, without its label."""
        return "".join(r.text for r in self.runs)

    @property
    def claims(self) -> tuple[str, ...]:
        """Every statement the line rests on, each once."""
        return tuple(dict.fromkeys(c for r in self.runs for c in r.claims))

    @property
    def checked(self) -> bool:
        """Whether no run of it is a machine reading."""
        return all(r.checked for r in self.runs)


@dataclass(frozen=True, slots=True)
class Pending:
    """One machine reading beside a cell or line: whose words, and what would change if a person accepted it."""

    claim: str
    says: str
    would: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column holds for one row.

    ``value`` is a status word or a short content, ``words`` what follows it in smaller type, ``kind`` None where nothing is
    held. ``pending`` never enters the value.
    """

    value: str
    words: str = ""
    kind: Kind | None = None
    claims: tuple[str, ...] = ()
    rule: str = ""
    checked: bool = True
    pending: tuple[Pending, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's id and heading.

    ``group`` is a heading over several columns, ``note`` stands under the heading ("last heard 7 Dec") and rests on ``claims``;
    ``apart`` marks the mission's own findings.
    """

    id: str
    label: str
    group: str = ""
    note: str = ""
    claims: tuple[str, ...] = ()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its heading and one cell a column; ``inset`` for a part of the row above."""

    head: Line
    cells: tuple[Cell, ...]
    id: str = ""
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, ``corner`` heading the first column; ``notes`` stand below."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    corner: str = ""
    notes: tuple[Line, ...] = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part: lines, tables, machine readings, and the sentence that stands there when all are empty."""

    id: str
    title: str
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    pending: tuple[Pending, ...] = ()
    empty: str = ""
    notes: tuple[Line, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the sentence for an empty section must stand."""
        return not (self.lines or self.tables)


def setting(text: str, rule: str = "case") -> Run:
    """A run that the case's files or the agreement's text set; ``rule`` says which."""
    return Run(text, Kind.SETTING, (), rule)


def stated(text: str, *claims: str, checked: bool = True) -> Run:
    """A run that somebody said."""
    return Run(text, Kind.STATED, claims, "", checked)


def computed(text: str, rule: str, *claims: str) -> Run:
    """A run that is our arithmetic by a named rule over statements."""
    return Run(text, Kind.COMPUTED, claims, rule)


def line(*runs: Run | str, label: str = "") -> Line:
    """A line from runs; a plain string is wording without a figure."""
    return Line(tuple(Run(r, rule="wording") if isinstance(r, str) else r for r in runs), label)
