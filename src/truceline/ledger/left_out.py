"""What a build could not take, each with one reason; a new reason is entered in the journal once."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.ledger.database import Database
from truceline.ledger.entry import BY, EntryKind
from truceline.ledger.journal import Journal
from truceline.ledger.reviews import FILE as REVIEWS

AGREEMENT = "agreement.yaml"
NO_SOURCES = frozenset({AGREEMENT, REVIEWS})
"""Files of the case in which a build may find something wrong, though they are none of its sources."""
GONE = "it is no longer in the folder"
TAKEN = "it is left out no longer"
CLOSING = frozenset({GONE, TAKEN})
"""Reasons of entries after which nothing is left out any more."""

_UPSERT = """INSERT INTO ledger_leftout (path, reason, entry, key, folded) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (path) DO UPDATE SET reason = excluded.reason, entry = excluded.entry, key = excluded.key, folded = excluded.folded"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A source by its path in the case, and what is the matter with it."""

    path: str
    reason: str

    def __str__(self) -> str:
        """One line, the path first; a reason that begins with a place in a file names it itself."""
        return self.reason if self.reason.startswith(f"{self.path}:") else f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last build found: ``key`` of what it looked at, ``folded`` where it is a copy of another text."""

    reason: str
    key: str
    folded: str
    entry: int


class LeftOuts:
    """The table of what is left out now; works within the caller's transaction."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self.database = database
        self.journal = journal

    def all(self) -> dict[str, Remembered]:
        """What is left out, by path."""
        query = "SELECT path, reason, key, folded, entry FROM ledger_leftout ORDER BY path"
        return {path: Remembered(*rest) for path, *rest in self.database.rows(query)}

    def put(self, path: str, reason: str, key: str = "", folded: str = "") -> None:
        """Leave *path* out for *reason*."""
        query = "SELECT reason, key, folded, entry FROM ledger_leftout WHERE path = %s"
        held = next((Remembered(*row) for row in self.database.rows(query, [path])), None)
        if held is not None and (held.reason, held.key, held.folded) == (reason, key, folded):
            return
        entry = held.entry if held is not None and held.reason == reason else self.enter(path, reason)
        self.database.run(_UPSERT, [path, reason, entry, key, folded])

    def enter(self, path: str, reason: str) -> int:
        """Record in the journal that *path* is left out."""
        return self.journal.append(EntryKind.LEFT_OUT, {"path": path, "reason": reason}, BY)

    def withdraw(self, path: str, reason: str = TAKEN) -> None:
        """*path* is left out no longer: the journal says so, so that ``verify`` tells it from a row that somebody removed."""
        if self.database.value("SELECT 1 FROM ledger_leftout WHERE path = %s", [path]):
            self.drop(path)
            self.enter(path, reason)

    def drop(self, path: str) -> None:
        """*path* is left out no longer, as a document entry says."""
        self.database.run("DELETE FROM ledger_leftout WHERE path = %s", [path])
