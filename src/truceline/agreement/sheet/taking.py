"""Rows that came back: what they change in agreement.yaml, and what of them cannot be used, named by its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from truceline.agreement.loading.provisions import PROVISION
from truceline.agreement.sheet.columns import COLUMNS, Column, plain, read, whole
from truceline.agreement.sheet.known import Known
from truceline.agreement.sheet.slip import Slip
from truceline.files import Problem, Where, yaml
from truceline.files.amending import amended
from truceline.files.node import Node, Shape

LIST = "provisions"
_ID = re.compile(r"[^\W\d][\w.-]*$")
_HEADINGS = {c.key: c.heading for c in COLUMNS}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file: its cells by heading, and the place of each ("C7"). A column that the file lacks has no cell."""

    cells: Mapping[str, str]
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet makes of an agreement: the ``text`` then, ids that changed with the headings, new ones, those it lacks, slips.

    Where there is a slip the text is the one that stood before.
    """

    text: str
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def take(text: str, rows: Sequence[Row], known: Known, sheet: str) -> Taken:
    """What the rows change in the text of agreement.yaml; ``sheet`` is the name of their file, for the slips."""
    held = {n["id"].text(): n for n in entries(yaml.parse(text, "agreement.yaml"))}
    taking = _Taking(held, known.with_provisions(r.cells.get("id", "") for r in rows), sheet)
    for row in rows:
        taking.take(row)
    missing = tuple(id_ for id_ in held if id_ not in taking.seen)
    if taking.problems:
        return Taken(text, missing=missing, problems=tuple(taking.problems))
    made = amended(text, LIST, taking.changes, list(taking.new.values()), PROVISION)
    changed = {id_: tuple(_HEADINGS[k] for k in keys) for id_, keys in taking.changes.items()}
    return Taken(made, changed, tuple(taking.new), missing)


def entries(root: Node) -> tuple[Node, ...]:
    """The provisions of a file."""
    found = root.get(LIST)
    if found is None:
        return ()
    return found.each() if found.shape is Shape.LIST else (found,)


@dataclass(slots=True)
class _Taking:
    held: Mapping[str, Node]
    known: Known
    sheet: str
    seen: dict[str, str] = field(default_factory=dict)
    changes: dict[str, dict[str, str | None]] = field(default_factory=dict)
    new: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Keep what one row changes, or its slips."""
        id_ = row.cells["id"]
        place = row.places["id"]
        if not _ID.match(id_):
            slip = Slip(
                "a row needs an id",
                "a letter, then letters, digits or _",
                "p41",
                f"'{id_}'" if id_ else "nothing",
            )
            self._keep(place, slip)
        elif id_ in self.seen:
            self._keep(place, Slip(f"the id '{id_}' stands twice, first in {self.seen[id_]}", "each id once"))
        else:
            self.seen[id_] = place
            found = dict(self._values(row, self.held.get(id_)))
            if id_ not in self.held:
                self.new[id_] = {key: value for key, value in found.items() if value is not None}
            elif found:
                self.changes[id_] = found

    def _values(self, row: Row, held: Node | None) -> Iterator[tuple[str, str | None]]:
        """The keys that get another value."""
        for column in COLUMNS:
            if held is None and column.needed and not row.cells.get(column.heading):
                self._keep(row.places.get(column.heading, row.places["id"]), _wanting(column))
                continue
            if column.heading not in row.cells:
                continue
            try:
                value = _value(column, row.cells[column.heading], held, self.known)
            except Slip as slip:
                self._keep(row.places[column.heading], slip)
                continue
            if value is not _SAME:
                yield column.key, value

    def _keep(self, place: str, slip: Slip) -> None:
        where = Where(f"{self.sheet}:{place}")
        self.problems.append(Problem(where, "X001", slip.message, slip.expected, slip.example, slip.got))


_SAME = "\x00"
"""No change of a key."""


def _value(column: Column, cell: str, held: Node | None, known: Known) -> str | None:
    """The value to be written, None to take the key out, _SAME to leave it."""
    node = held.get(column.key) if held else None
    if cell == (column.cell(node) if held else column.default) and (held or not column.needed):
        return _SAME
    if node is not None and not whole(column, node):
        raise Slip(
            f"the {column.heading} of this provision holds more than a cell can, so it is not changed from a sheet",
            f"the cell as it was, '{column.cell(node)}', and the change in {node.where}",
        )
    if not cell:
        if column.needed:
            raise _wanting(column)
        if node is not None and (meant := column.emptied(node)):
            raise Slip(
                f"the cell '{column.heading}' is empty, and then {meant}",
                f"'{column.cell(node)}' as it was, or '{column.default}' where that is meant"
                if column.default
                else f"'{column.cell(node)}' as it was, or another; to take it out, do so in {node.where}",
            )
        return None if node is not None else _SAME
    value = column.rendered(cell, known)
    return _SAME if node is not None and read(value) == plain(node) else value


def _wanting(column: Column) -> Slip:
    why = "nobody owes it" if column.key == "bearer" else "a provision needs one"
    return Slip(f"the {column.heading} is empty: {why}", column.told)
