"""The conditions for a phase in the terminal: a line for each gate, and one gate as whose condition x whose account (frame B)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from truceline.agreement.spoken import spoken
from truceline.cli import paper
from truceline.evidence import Truth

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.status import Board, Cell, Condition, GateRow


def summary(case: Case, board: Board) -> Iterator[str]:
    """What each gate's text says, and how many conditions are stated by others."""
    from truceline.cli import boards

    for row in board.gates:
        yield paper.row("Condition", f"{row.gate.name}: {_text(case, row)}; {_stated(row)}")
        yield paper.then(f"truceline status {case.path} --gate {row.gate.id}{boards.days(board)}")


def _text(case: Case, row: GateRow) -> str:
    """The text's own formula in words."""
    return spoken(row.text, case.agreement, partial(name, case))


def _stated(row: GateRow) -> str:
    if not row.asserted:
        return "none stated by others by this day"
    met = sum(all(c.value is Truth.MET for c in condition.cells.values()) for condition in row.asserted)
    return f"{len(row.asserted)} stated by others, {met or 'none'} met in every column"


def one(case: Case, row: GateRow, board: Board) -> Iterator[str]:
    """One gate: the text, who declared it open, each condition under each account, and what blocks it."""
    from truceline.cli import blocks, boards

    yield from boards.head(case, board)
    yield ""
    yield row.gate.name.upper()
    yield paper.row("The texts", _text(case, row))
    declared = "; ".join(f"{name(case, d.by)}: {d.text} ({d.source.date})" for d in row.declared)
    yield paper.row("Declared", declared or "no such statement held at this date")
    yield ""
    if row.conditions:
        yield from _table(case, row, board)
    if not row.asserted:
        yield "Nobody has stated a condition by this day."
    yield ""
    yield paper.wrapped(
        "Rows: whose condition. Columns: whose account of the facts. Neither sums up the other."
    )
    yield from blocks.told(case, row, board)
    yield f"Why: truceline explain {case.path} {row.gate.id}{boards.days(board)}"


def _table(case: Case, row: GateRow, board: Board) -> Iterator[str]:

    heard = [v for v in board.viewpoints if v.mission or any(_holds(c.cells[v.id]) for c in row.conditions)]
    fit = paper.per_block()
    for start in range(0, len(heard), fit):
        block = heard[start : start + fit]
        head = ["", *("mission" if v.mission else v.label for v in block)]
        rows = [[_whose(case, c), *(_cell(c.cells[v.id]) for v in block)] for c in row.conditions]
        yield from paper.columns(head, rows)
        yield ""
    silent = ", ".join(v.label for v in board.viewpoints if v not in heard)
    if silent:
        yield from [
            *paper.wrapped(f"No statement held on any part of these conditions: {silent}").split("\n"),
            "",
        ]
    yield from (line for c in row.asserted for line in _words(case, c))


def _holds(found: Cell) -> bool:
    """Whether anything is held on a part of the condition: what leaves it open is held all the same."""
    return found.value is not Truth.UNKNOWN or bool(found.claims or found.proposals or found.held)


def _cell(found: Cell) -> str:
    """As on the board; ".." where nothing is held on any part of the condition."""
    from truceline.cli import boards

    return boards.cell(found) if _holds(found) else boards.NOTHING


def _whose(case: Case, condition: Condition) -> str:
    return condition.whose(partial(name, case))


def _words(case: Case, condition: Condition) -> list[str]:
    read = spoken(condition.formula, case.agreement, partial(name, case)) if condition.formula else ""
    told = condition.words or read
    formula = f" = {read}" if read and read != told else ""
    author = " (which duties are meant: the case author's reading)" if condition.mapping == "author" else ""
    source = "" if condition.claim else " (no source cited: the case author's reading)"
    return paper.wrapped(f"{_whose(case, condition)}: {told}{formula}{author}{source}").split("\n")


def name(case: Case, holder: str) -> str:
    """An actor by its name, by its id where the case's list lacks it."""
    actor = case.lexicon.actors.get(holder)
    return actor.name if actor else holder
