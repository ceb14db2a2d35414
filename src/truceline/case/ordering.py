"""In which order the statements of one cell are told: by the day of which they speak, then as they stand in the text.

Neither an id, which is a digest, nor a name decides who is told first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from truceline.case.reading import Reading
from truceline.evidence import DateError, Figure, Interval, Target, dates
from truceline.status import Board, Cell, Changes, Moved, Node, Row

Place = tuple[bool, date, str, int, str]


def in_order(claims: Iterable[str], readings: Mapping[str, Reading], matter: str = "") -> tuple[str, ...]:
    """The claims by day and place; those that do not speak of ``matter``, by which an amount was reckoned, behind the others."""
    return tuple(sorted(claims, key=lambda c: _place(c, readings, matter)))


def _place(claim: str, readings: Mapping[str, Reading], matter: str) -> Place:
    reading = readings.get(claim)
    if reading is None:
        return True, date.max, "", 0, claim
    beside = bool(matter) and matter not in reading.linked(Target.PROVISION)
    return beside, _day(reading), reading.document.path, reading.claim.start, claim


def _day(reading: Reading) -> date:
    """The last day of which it speaks, where that is before it became known, else that."""
    known = reading.document.known_from or date.max
    own = _spoken_of(reading).latest
    return min(own, known) if own else known


def _spoken_of(reading: Reading) -> Interval:
    payload = reading.claim.payload
    if not isinstance(payload, Figure):
        return reading.claim.about
    try:
        return dates.parse(payload.as_of) if payload.as_of else Interval()
    except DateError:
        return Interval()


def placed(board: Board, readings: Mapping[str, Reading]) -> Board:
    """The board with the statements of each cell of a provision in order."""
    return replace(board, rows=tuple(_row(row, readings) for row in board.rows))


def _row(row: Row, readings: Mapping[str, Reading]) -> Row:
    if all(len(cell.claims) < 2 for cell in row.cells.values()):
        return row
    matter = row.provision.id
    return replace(row, cells={view: _cell(cell, readings, matter) for view, cell in row.cells.items()})


def _cell(cell: Cell, readings: Mapping[str, Reading], matter: str) -> Cell:
    return cell if len(cell.claims) < 2 else replace(cell, claims=in_order(cell.claims, readings, matter))


def placed_changes(found: Changes, readings: Mapping[str, Reading]) -> Changes:
    """The changes between two days with the statements of each cell of a provision in order."""
    moved, added, clocks = (
        tuple(_moved(m, readings) for m in cells) for cells in (found.moved, found.added, found.clocks)
    )
    return replace(found, moved=moved, added=added, clocks=clocks)


def _moved(cell: Moved, readings: Mapping[str, Reading]) -> Moved:
    if cell.holder:
        return cell
    before = cell.before and _cell(cell.before, readings, cell.matter)
    return replace(cell, before=before, after=_cell(cell.after, readings, cell.matter))


def placed_node(node: Node, readings: Mapping[str, Reading], matter: str = "") -> Node:
    """The answer with the statements under each of its steps in order; steps that are no plain statement stay where they are."""
    children = [placed_node(child, readings, matter) for child in node.children]
    leaves = [n for n, child in enumerate(children) if child.claim and child.label == "stated"]
    told = {children[n].claim or "": children[n] for n in leaves}
    for n, claim in zip(leaves, in_order(told, readings, matter), strict=False):
        children[n] = told[claim]
    return replace(node, children=tuple(children))
