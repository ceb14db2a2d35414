"""The journal: entries are appended, chained and counted; nothing else happens to it but an erasure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from truceline.ledger import head
from truceline.ledger.database import Database
from truceline.ledger.entry import COLUMNS, Entry, EntryKind, chained

_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_INSERT = f"INSERT INTO ledger_entry ({_NAMES}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"
Line = tuple[EntryKind, Mapping[str, Any], str]


class Journal:
    """Appends within the caller's transaction, which has locked the database: the number it takes is free."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def append(self, kind: EntryKind, payload: Mapping[str, Any], by: str, at: datetime | None = None) -> int:
        """Append one entry and give its number."""
        return self.append_all([(kind, payload, by)], at)[-1]

    def append_all(self, lines: Iterable[Line], at: datetime | None = None) -> list[int]:
        """Append entries in their order and give their numbers."""
        last = head.of(self.database)
        made: list[Entry] = []
        previous = last.digest
        for number, (kind, payload, by) in enumerate(lines, last.number + 1):
            made.append(chained(previous, number, kind, payload, by, at))
            previous = made[-1].digest
        if made:
            self.database.many(_INSERT, ([getattr(entry, name) for name in COLUMNS] for entry in made))
            self.database.run(
                "UPDATE ledger_head SET number = %s, digest = %s WHERE id = 1", [made[-1].number, previous]
            )
        return [entry.number for entry in made]

    def entries(self, kind: EntryKind | None = None) -> Iterable[Entry]:
        """The entries by number, of one kind where it is given."""
        where, values = (" WHERE kind = %s", [str(kind)]) if kind else ("", [])
        query = f"SELECT {_NAMES} FROM ledger_entry{where} ORDER BY number"
        return (Entry(*row) for row in self.database.each(query, values))

    def entry(self, number: int) -> Entry:
        """The entry of that number; raises LookupError where there is none."""
        rows = self.database.rows(f"SELECT {_NAMES} FROM ledger_entry WHERE number = %s", [number])
        if not rows:
            raise LookupError(
                f"the journal has no entry {number}; it ends at {head.of(self.database).number}"
            )
        return Entry(*rows[0])

    def undone(self) -> frozenset[int]:
        """The numbers of entries that were taken back."""
        query = "SELECT json_extract(payload, '$.entry') FROM ledger_entry WHERE kind = 'undo' AND payload IS NOT NULL"
        return frozenset(number for (number,) in self.database.each(query))
