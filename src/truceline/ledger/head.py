"""``.truceline/head``: number and digest of the last entry outside the database, so that a cut tail is noticed.

It is written after the entries are on disk, so it may lag behind the journal (a kill, a power cut) but never run ahead.
Where it does run ahead, entries are missing: it is then left as it is, as evidence.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from truceline.ledger.database import Database
from truceline.ledger.fault import Fault

NAME = "head"
EMPTY_DIGEST = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry: its number (0 for none) and its digest."""

    number: int = 0
    digest: str = EMPTY_DIGEST


def of(database: Database) -> Head:
    """The head as the database holds it."""
    rows = database.rows("SELECT number, digest FROM ledger_head WHERE id = 1")
    return Head(*rows[0]) if rows else Head()


def read(folder: Path) -> Head | None:
    """The head as the file holds it; None where it is absent or says nothing that can be read."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return Head(int(found["number"]), str(found["digest"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(folder: Path, head: Head) -> None:
    """Put *head* into the file at once or not at all."""
    part = folder / f"{NAME}.{secrets.token_hex(4)}"
    part.write_text(json.dumps({"number": head.number, "digest": head.digest}) + "\n", encoding="utf-8")
    part.replace(folder / NAME)


def advance(folder: Path, database: Database) -> None:
    """Bring the file up to the database, unless the two contradict each other."""
    from django.db import DatabaseError

    try:
        if next(faults(folder, database), None) is None:
            write(folder, of(database))
    except DatabaseError:
        return  # the file is damaged: `verify` says so, and the head stays as it was


def faults(folder: Path, database: Database) -> Iterator[Fault]:
    """What the file says against the journal."""
    where, held = f"file .truceline/{NAME}", read(folder)
    if held is None:
        yield Fault(
            where,
            "it is absent or cannot be read, so nobody can tell whether the last entries are still there",
        )
        return
    if held.number == 0:
        return
    found = database.value("SELECT digest FROM ledger_entry WHERE number = %s", [held.number])
    if found is None:
        last = database.value("SELECT max(number) FROM ledger_entry") or 0
        yield Fault(where, f"it knows entry {held.number}, the journal ends at {last}: entries were removed")
    elif found != held.digest:
        yield Fault(
            where, f"its digest of entry {held.number} is not the journal's: the journal was rewritten"
        )
