"""Every finding that the journal holds, with who withdrew it, when and why: one that was taken back stays on record."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from truceline.evidence import Entered, Withdrawal
from truceline.evidence.finding import parse

_ROWS = """SELECT e.entry, e.at, e.kind, e.payload, j."by" FROM entry_v1 e JOIN journal_v1 j ON j.entry = e.entry
WHERE e.kind IN ('finding', 'undo') AND e.payload IS NOT NULL ORDER BY e.entry"""


def entered(connection: sqlite3.Connection, last: int | None = None) -> tuple[Entered, ...]:
    """The findings in the order of their entries, up to the entry ``last``; none of a ledger that an older release wrote and
    that no build has brought up to date.
    """
    try:
        rows = connection.execute(_ROWS).fetchall()
    except sqlite3.OperationalError:
        return ()
    held = [row for row in rows if last is None or row["entry"] <= last]
    undone: dict[int, Withdrawal] = {}
    for row in held:
        if row["kind"] == "undo":
            told = json.loads(row["payload"])
            when = datetime.fromisoformat(row["at"])
            undone[told["entry"]] = Withdrawal(row["entry"], row["by"], when, told.get("why", ""))
    return tuple(
        Entered(row["entry"], parse(json.loads(row["payload"])), undone.get(row["entry"]))
        for row in held
        if row["kind"] == "finding"
    )
