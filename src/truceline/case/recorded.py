"""What the journal held on a past day, for audit: the third axis of dates (design.md, "Dates: three axes").

Of each path the document in force at the end of the day counts, with the text and the reading of then; reviews and findings count from
the day of their own entry, and what was undone later stood until then.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from datetime import date as Day  # noqa: N812 - a field below is called so
from typing import Any

_CLOSING = frozenset({"it is no longer in the folder", "it is left out no longer"})
"""Reasons after which a path is left out no more, as the ledger writes them (``ledger.left_out``)."""
Row = Mapping[str, Any]


@dataclass(slots=True)
class State:
    """Path by path what stood after some entries: ``documents`` with their description, ``readings`` with text, digest and count,
    ``left_out`` with the reason, ``files`` of the case with their digest, and documents ``erased`` by law.
    """

    documents: dict[str, Row] = field(default_factory=dict)
    readings: dict[str, Row] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    erased: dict[str, Row] = field(default_factory=dict)

    def take(self, kind: str, row: Row, erased: frozenset[str]) -> None:
        """Take one more entry; ``erased`` are the hashes of texts that law or safety had taken out since."""
        if kind == "file" and "path" in row:
            self.files[row["path"]] = row["sha256"]
        elif kind == "document" and "path" in row:
            self._gone(row["path"])
            self.documents[row["path"]] = row
        elif kind == "reading" and "document" in row:
            self._read(row, erased)
        elif kind == "left_out" and "path" in row:
            self._gone(row["path"])
            if row["reason"] not in _CLOSING:
                self.left_out[row["path"]] = row["reason"]

    def _read(self, row: Row, erased: frozenset[str]) -> None:
        path = row["document"]
        if row.get("text") in erased:
            self._gone(path)
            self.erased[path] = row
        else:
            self.readings[path] = row

    def _gone(self, path: str) -> None:
        for held in (self.documents, self.readings, self.left_out, self.erased):
            held.pop(path, None)


@dataclass(frozen=True, slots=True)
class Recorded:
    """The journal up to the end of a day: what stood then and what stands ``now``, entry numbers of reviews and findings in force, and
    of ``blank`` ones of any kind, erased since.
    """

    then: State
    now: State
    entries: frozenset[int]
    last: int
    blank: Mapping[int, str]

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the documents held on the day."""
        return frozenset(self.then.documents)


def recorded(connection: sqlite3.Connection, day: Day, offset: timedelta = timedelta()) -> Recorded:
    """What was held at the end of ``day`` in a time zone ``offset`` from UTC. Raises sqlite3.OperationalError on a ledger that
    an older release wrote and none has built since.
    """
    end = datetime.combine(day + timedelta(days=1), time(), UTC) - offset
    rows = connection.execute("SELECT entry, at, kind, payload FROM entry_v1 ORDER BY entry").fetchall()
    held = [r for r in rows if datetime.fromisoformat(r["at"]) < end]
    undone = {_payload(r).get("entry") for r in held if r["kind"] == "undo"}
    kept = (r["entry"] for r in held if r["kind"] in ("review", "finding") and r["entry"] not in undone)
    erased = frozenset(t for r in rows if r["kind"] == "erasure" and (t := _payload(r).get("text")))
    return Recorded(
        then=_state(held, erased),
        now=_state(rows, erased),
        entries=frozenset(kept),
        last=max((r["entry"] for r in held), default=0),
        blank={r["entry"]: r["kind"] for r in held if r["payload"] is None},
    )


def _state(rows: Iterable[sqlite3.Row], erased: frozenset[str]) -> State:
    made = State()
    for row in rows:
        if row["kind"] in ("document", "reading", "left_out", "file"):
            made.take(row["kind"], _payload(row), erased)
    return made


def _payload(row: sqlite3.Row) -> dict[str, Any]:
    """The payload; of an erased one nothing is left."""
    found: dict[str, Any] = json.loads(row["payload"] or "{}")
    return found


def reviews(connection: sqlite3.Connection, entries: frozenset[int]) -> Iterator[dict[str, Any]]:
    """The payloads of the reviews among those entries, undone since or not, in the order in which they were entered."""
    for row in connection.execute("SELECT entry, payload FROM entry_v1 WHERE kind = 'review' ORDER BY entry"):
        if row["entry"] in entries and row["payload"]:
            yield json.loads(row["payload"])


def findings(connection: sqlite3.Connection, entries: frozenset[int]) -> Iterator[str]:
    """The lines of the findings among those entries."""
    for row in connection.execute(
        "SELECT entry, payload FROM entry_v1 WHERE kind = 'finding' ORDER BY entry"
    ):
        if row["entry"] in entries and row["payload"]:
            yield row["payload"]
