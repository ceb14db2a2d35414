"""What the journal held on a past day, for audit: the third axis of dates (design.md, "Dates: three axes").

Documents count from the day on which they were first entered, reviews and findings from the day of their own entry, and what was undone
later stood until then. Texts and proposals are today's: a reading is derived and can be made anew, so it has no past of its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from datetime import date as Day  # noqa: N812 - a field below is called so
from typing import Any


@dataclass(frozen=True, slots=True)
class Recorded:
    """The journal up to the end of a day: paths of documents first entered by then, entry numbers of reviews and findings in force."""

    paths: frozenset[str]
    entries: frozenset[int]
    last: int


def recorded(connection: sqlite3.Connection, day: Day, offset: timedelta = timedelta()) -> Recorded:
    """What was held at the end of ``day`` in a time zone ``offset`` from UTC. Raises sqlite3.OperationalError on a ledger that
    an older release wrote and none has built since.
    """
    end = datetime.combine(day + timedelta(days=1), time(), UTC) - offset
    rows = connection.execute("SELECT entry, at, kind, payload FROM entry_v1 ORDER BY entry").fetchall()
    held = [r for r in rows if datetime.fromisoformat(r["at"]) < end]
    undone = {_payload(r).get("entry") for r in held if r["kind"] == "undo"}
    kept = (r["entry"] for r in held if r["kind"] in ("review", "finding") and r["entry"] not in undone)
    return Recorded(frozenset(_paths(held)), frozenset(kept), max((r["entry"] for r in held), default=0))


def _paths(held: list[sqlite3.Row]) -> Iterator[str]:
    return (_payload(r)["path"] for r in held if r["kind"] == "document" and "path" in _payload(r))


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
