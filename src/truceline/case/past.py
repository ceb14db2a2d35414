"""The documents, texts and readings of a past day, as the journal had them in force; and, path by path, what is no longer held of it."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from truceline.case import rows
from truceline.case.recorded import Recorded
from truceline.evidence import Claim, Document, Text, lines


@dataclass(frozen=True, slots=True)
class NotShown:
    """Something that the case held on the day and that cannot be shown, by its path ("" for the journal), and why."""

    path: str
    what: str

    def __str__(self) -> str:
        """One line, the path first."""
        return f"{self.path or 'the journal'}: {self.what}"

    def line(self) -> dict[str, str]:
        """As ``--json`` carries it."""
        return {"path": self.path, "what": self.what}


@dataclass(slots=True)
class Past:
    """What stood on the day, filled path by path; ``not_shown`` says what could not be."""

    connection: sqlite3.Connection
    recorded: Recorded
    documents: list[Document] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    not_shown: list[NotShown] = field(default_factory=list)

    def fill(self) -> Past:
        """Fill in every document that was in force; gives itself."""
        for path, row in sorted(self.recorded.then.documents.items()):
            self._document(path, row)
        for path, reading in sorted(self.recorded.then.erased.items()):
            self._miss(
                path, f"its text was erased by law or for safety since; {_readings(reading)} not shown"
            )
        for number, kind in sorted(self.recorded.blank.items()):
            if kind not in ("document", "reading", "left_out"):
                self._miss("", f"entry {number} ({kind}) was erased since; what it held is not shown")
        self.claims.sort(key=lambda c: (c.document, c.start, c.end, c.kind.value, c.id))
        return self

    def files(self) -> Mapping[str, bytes]:
        """The case's own files as they were last entered by the end of the day, by name, as far as they are held."""
        found = {name: _kept(self.connection, key) for name, key in self.recorded.then.files.items()}
        return {name: data for name, data in found.items() if data is not None}

    def _document(self, path: str, row: Mapping[str, Any]) -> None:
        string = _one(self.connection, "SELECT string FROM text_v1 WHERE sha256 = ?", row["text_sha256"])
        reading = self.recorded.then.readings.get(path, {})
        if string is None:
            self._miss(path, f"its text of then is not held; {_readings(reading)} not shown")
            return
        self.documents.append(rows.document(row))
        self.texts.append(Text(path, string, row["extractor"], row["text_sha256"]))
        self.claims += map(lines.parse, map(json.loads, self._lines(path, reading)))

    def _lines(self, path: str, then: Mapping[str, Any]) -> Iterator[str]:
        now = self.recorded.now.readings.get(path, {})
        if then and now.get("claims") == then["claims"]:
            yield from self._today(path)
        elif not then.get("count"):
            return
        elif (kept := _kept(self.connection, then["claims"])) is not None:
            yield from kept.decode("utf-8").split("\n")
        elif now.get("text") == then["text"]:
            told = "it was read anew after that day, the same text by another reader; today's readings stand for those of then"
            self._miss(path, told)
            yield from self._today(path)
        else:
            what = "was changed" if path in self.recorded.now.documents else "was taken out of the case"
            self._miss(path, f"it {what} after that day; its text is shown, {_readings(then)} not held")

    def _today(self, path: str) -> Iterator[str]:
        query = "SELECT line FROM claim_v1 WHERE document = ?"
        return (line for (line,) in self.connection.execute(query, (path,)))

    def _miss(self, path: str, what: str) -> None:
        self.not_shown.append(NotShown(path, what))


def _readings(reading: Mapping[str, Any]) -> str:
    count = int(reading.get("count") or 0)
    return f"{count} {'reading' if count == 1 else 'readings'} of it {'is' if count == 1 else 'are'}"


def _kept(connection: sqlite3.Connection, key: str) -> bytes | None:
    data = _one(connection, "SELECT data FROM kept_v1 WHERE digest = ?", key)
    return None if data is None else zlib.decompress(data)


def _one(connection: sqlite3.Connection, query: str, key: str) -> Any:
    row = connection.execute(query, (key,)).fetchone()
    return None if row is None else row[0]
