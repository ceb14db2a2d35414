"""An EvidenceIndex over a table in SQLite: of a duty only those rows are read that may matter on the day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from truceline.agreement.model import Agreement
from truceline.case.table import columns, schema
from truceline.case.table.span import Span
from truceline.evidence import Evidence
from truceline.status.faces import MUTE, Faces

PORTION = 50_000  # rows sorted and written at a time, so that filling needs little memory
Line = tuple[str, str, bool, str, str]


class Touched(NamedTuple):
    """What a change of rows touches, as ``Keeper.refresh`` takes it: the matters spoken on, and whose rows they are."""

    matters: frozenset[str]
    holders: frozenset[str]


class EvidenceTable:
    """The rows of a case in one file; open it with ``EvidenceTable.open``, close it or use it as a context manager.

    It is derived: whoever loses it fills it again from the case. One connection, for one thread.
    """

    def __init__(self, connection: sqlite3.Connection, faces: Faces) -> None:
        self._connection = connection
        self._faces = faces

    @classmethod
    def open(cls, path: Path | str, agreement: Agreement) -> Self:
        """The table in the file, made where there is none, and sorted by what this agreement owes.

        Where what is owed has changed, the rows of those duties are sorted anew. Raises sqlite3.DatabaseError where the file is
        none of SQLite's.
        """
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        made = cls(connection, Faces(agreement))
        made._bring_up()
        return made

    def _bring_up(self) -> None:
        if self._value("PRAGMA user_version") != schema.VERSION:
            self._connection.executescript(
                f"BEGIN; {schema.DROPPED} {schema.TABLES} PRAGMA user_version = {schema.VERSION}; COMMIT"
            )
        held = self._connection.execute("SELECT matter, digest FROM sorted").fetchall()
        changed = [matter for matter, digest in held if digest != self._faces.digest(matter)]
        if changed:
            with self._transaction():
                for matter in changed:
                    self._sort_anew(matter)

    def _sort_anew(self, matter: str) -> None:
        rows = tuple(self.rows(matter))
        self._connection.execute(schema.DROP_ROWS, [matter])
        self._connection.execute(schema.DROP_HEADS, [matter])
        self._connection.execute(schema.DROP_LINES, [matter])
        self._connection.execute("DELETE FROM sorted WHERE matter = ?", [matter])
        lines: dict[Line, int] = {}
        self._write(rows, lines)
        self._head(lines.values())

    def rows(self, matter: str) -> list[Evidence]:
        """All rows on the matter, checked or not."""
        return self._read(schema.ROWS, {"matter": matter}, matter)

    def candidates(self, matter: str, as_of: date) -> list[Evidence]:
        """The rows that may matter on the day: see CandidateIndex."""
        return self._read(schema.CANDIDATES, {"matter": matter, "day": as_of.toordinal()}, matter)

    def rows_of(self, matter: str, holder: str) -> list[Evidence]:
        """The holder's rows on the matter."""
        return self._read(schema.ROWS_OF, {"matter": matter, "holder": holder}, matter)

    def telling(self, matter: str, holder: str) -> list[Evidence]:
        """The holder's checked rows that may show something."""
        return self._read(schema.TELLING, {"matter": matter, "holder": holder}, matter)

    def waiting(self, matter: str, as_of: date) -> frozenset[str]:
        """The holders of which an unchecked row was known by the day."""
        values = {"matter": matter, "day": as_of.toordinal()}
        return frozenset(holder for (holder,) in self._connection.execute(schema.WAITING, values))

    def unchecked(self, matter: str, holder: str, as_of: date) -> Iterator[str]:
        """The claims of the holder on the matter that were known by the day and that nobody checked."""
        values = {"matter": matter, "holder": holder, "day": as_of.toordinal()}
        return (claim for (claim,) in self._connection.execute(schema.UNCHECKED, values))

    def matters(self) -> Iterator[str]:
        """Every matter that has a row, in alphabetical order."""
        return (matter for (matter,) in self._connection.execute(schema.MATTERS))

    def __len__(self) -> int:
        return int(self._value("SELECT count(*) FROM evidence"))

    def add(self, rows: Iterable[Evidence]) -> Touched:
        """Write further rows, all or none, and give what they touch."""
        lines: dict[Line, int] = {}
        coming = iter(rows)
        with self._transaction():
            while portion := tuple(islice(coming, PORTION)):
                self._write(portion, lines)
            self._head(lines.values())
        return Touched(frozenset(line[0] for line in lines), frozenset(line[1] for line in lines))

    def put(self, claim: str, rows: Iterable[Evidence]) -> Touched:
        """Hold these rows for a claim in place of those held, as after a review; gives what both touch."""
        coming = tuple(rows)
        with self._transaction():
            before = self._connection.execute(schema.OF_CLAIM, [claim]).fetchall()
            self._connection.execute(schema.DROP_CLAIM, [claim])
            self._connection.executemany(schema.NARROW, [(line,) for line, *_ in before])
            lines: dict[Line, int] = {}
            self._write(coming, lines)
            self._head({*lines.values(), *(line for line, *_ in before)})
        matters = {matter for _, matter, _ in before} | {row.matter for row in coming}
        holders = {holder for *_, holder in before} | {row.holder for row in coming}
        return Touched(frozenset(matters), frozenset(holders))

    def _write(self, rows: Sequence[Evidence], lines: dict[Line, int]) -> None:
        """Write rows in the order of the table, which a large portion needs; ``lines`` are those met before."""
        last = int(self._value("SELECT value FROM counter WHERE name = 'rows'") or 0)
        made, spans = [], dict[int, Span]()
        for last, row in enumerate(rows, start=last + 1):  # noqa: B020 - counted on from the last one
            line = self._line(row, lines)
            span = Span.of(row)
            spans[line] = spans[line].joined(span) if line in spans else span
            made.append((line, span.top, span.newest, last, columns.entered(row), *columns.of_row(row)))
        made.sort(key=lambda values: values[:4])
        self._connection.executemany(schema.ADD, made)
        self._connection.executemany(schema.WIDEN, [(*span.values, line) for line, span in spans.items()])
        matters = sorted({row.matter for row in rows})
        self._connection.executemany(schema.SORTED, [(m, self._faces.digest(m)) for m in matters])
        self._connection.execute("INSERT OR REPLACE INTO counter VALUES ('rows', ?)", [last])

    def _head(self, lines: Iterable[int]) -> None:
        """Lay the rows of each line's latest day beside those of the other lines of its matter."""
        values = [(line,) for line in lines]
        self._connection.executemany(schema.DROP_HEAD, values)
        self._connection.executemany(schema.ADD_HEAD, values)

    def _line(self, row: Evidence, lines: dict[Line, int]) -> int:
        face = self._faces.of(row)
        key = (row.matter, row.holder, row.checked, row.measure, face)
        if key not in lines:
            found = self._value(schema.FIND_LINE, key)
            values = (*key, face.endswith(MUTE))
            lines[key] = found or int(self._connection.execute(schema.ADD_LINE, values).lastrowid or 0)
        return lines[key]

    def _read(self, sql: str, values: dict[str, Any], matter: str) -> list[Evidence]:
        return columns.to_rows(matter, self._connection.execute(sql, values))

    def _value(self, sql: str, values: Iterable[Any] = ()) -> Any:
        row = self._connection.execute(sql, tuple(values)).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Close, whatever happened."""
        self.close()
