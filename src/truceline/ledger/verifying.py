"""Does the ledger still hold what was entered? Every row is computed again; each fault says where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from truceline.evidence import digest
from truceline.ledger import findings, head, kept, readings, schema, standing
from truceline.ledger.content import content_digest
from truceline.ledger.database import Database
from truceline.ledger.entry import Entry, EntryKind, payload_digest
from truceline.ledger.fault import Fault
from truceline.ledger.journal import Journal

_DOCUMENTS = """SELECT d.path, d.text, d.extractor, e.kind, e.payload FROM ledger_document d
LEFT JOIN ledger_entry e ON e.number = d.entry ORDER BY d.path"""
_READINGS = """SELECT d.path, d.text, t.string, r.reader, r.claims, e.payload FROM ledger_document d
LEFT JOIN ledger_text t ON t.sha256 = d.text LEFT JOIN ledger_reading r ON r.document = d.path
LEFT JOIN ledger_entry e ON e.number = r.entry ORDER BY d.path"""
_CLAIMS = """SELECT id, document, kind, start, "end", line FROM ledger_claim WHERE document = %s"""
_HELD = """SELECT d.path, d.entry, d.text, r.entry FROM ledger_document d
LEFT JOIN ledger_reading r ON r.document = d.path ORDER BY d.path"""
_LEFT_OUT = """SELECT l.path, l.reason, l.entry, e.kind, e.payload FROM ledger_leftout l
LEFT JOIN ledger_entry e ON e.number = l.entry ORDER BY l.path"""
_STRAY = "SELECT id, document FROM ledger_claim WHERE document NOT IN (SELECT path FROM ledger_document)"


def verify(folder: Path, database: Database) -> list[Fault]:
    """Every fault of the ledger in *folder*; none where all is as it was entered."""
    from django.db import DatabaseError

    found: list[Fault] = []
    checks = (schema.faults(database), _chain(database), _head(database), head.faults(folder, database))
    try:
        rows = (_documents(database), _left_out(database), _absent(database), _readings(database))
        for check in (
            *checks,
            _texts(database),
            *rows,
            findings.faults(Journal(database)),
            kept.faults(database),
            _digest(database),
        ):
            found.extend(check)
    except DatabaseError as error:
        found.append(Fault("file .truceline/ledger.db", f"SQLite cannot read it: {error}"))
    return found


def _chain(database: Database) -> Iterator[Fault]:
    erased = _erased(database, "entry")
    number, previous = 0, ""
    for entry in Journal(database).entries():
        where = f"journal entry {entry.number}"
        if entry.number != number + 1:
            gone = (
                f"entry {number + 1} is"
                if entry.number == number + 2
                else f"entries {number + 1} to {entry.number - 1} are"
            )
            yield Fault(where, f"{gone} missing before it: removed")
        elif entry.previous != previous:
            yield Fault(where, "it does not name the digest of the entry before it")
        yield from (Fault(where, what) for what in _entry(entry, erased))
        number, previous = entry.number, entry.digest


def _entry(entry: Entry, erased: frozenset[Any]) -> Iterator[str]:
    if entry.digest != entry.expected_digest:
        yield "its digest does not fit its time, kind or author: it was changed"
    if entry.payload is None or entry.salt is None:
        if entry.payload != entry.salt or entry.number not in erased:
            yield "its payload is gone, and no erasure accounts for it"
    elif payload_digest(entry.salt, entry.payload) != entry.payload_digest:
        yield "its payload does not fit its digest: it was changed"


def _head(database: Database) -> Iterator[Fault]:
    held = head.of(database)
    query = "SELECT number, digest FROM ledger_entry ORDER BY number DESC LIMIT 1"
    last = next((head.Head(*row) for row in database.rows(query)), head.Head())
    if last != held:
        what = f"the journal ends at entry {last.number}, its head knows {held.number}"
        yield Fault("journal head", f"{what}: entries were removed, added or changed past the ledger")


def _texts(database: Database) -> Iterator[Fault]:
    erased = _erased(database, "text")
    for sha256, string in database.each("SELECT sha256, string FROM ledger_text ORDER BY sha256"):
        if string is None and sha256 not in erased:
            yield Fault(f"text {sha256[:12]}", "it is gone, and no erasure accounts for it")
        elif string is not None and digest(string) != sha256:
            names = database.rows("SELECT path FROM ledger_document WHERE text = %s", [sha256])
            where = f"text of {names[0][0]}" if names else f"text {sha256[:12]}"
            yield Fault(where, "its characters do not fit its hash: it was changed")


def _documents(database: Database) -> Iterator[Fault]:
    for path, text, extractor, kind, payload in database.each(_DOCUMENTS):
        row = _json(payload) if kind == EntryKind.DOCUMENT else {}
        if (row.get("path"), row.get("text_sha256"), row.get("extractor")) != (path, text, extractor):
            yield Fault(f"document {path}", "it is not what its journal entry says")
    for claim, path in database.each(_STRAY):
        yield Fault(f"claim {claim}", f"it is of {path}, which is not held")


def _left_out(database: Database) -> Iterator[Fault]:
    erased = _erased(database, "entry")
    for path, reason, number, kind, payload in database.each(_LEFT_OUT):
        if kind == EntryKind.LEFT_OUT and payload is None and number in erased:
            continue
        row = _json(payload) if kind == EntryKind.LEFT_OUT else {}
        if (row.get("path"), row.get("reason")) != (path, reason):
            yield Fault(f"left out {path}", "it is not what its journal entry says")


def _absent(database: Database) -> Iterator[Fault]:
    """From the journal to the rows: what was entered last of each path must be what is held of it."""
    journal = Journal(database)
    held = {path: (entry, text, reading) for path, entry, text, reading in database.each(_HELD)}
    left: dict[str, int] = dict(database.rows("SELECT path, entry FROM ledger_leftout"))
    texts = {text: entry for entry, text, _ in held.values()}
    unnamed = standing.unnamed(journal)
    documents = {path: row[0] for path, row in held.items()}
    for path, last in sorted(standing.standing(journal).items()):
        rows = documents if last.document else left
        where = f"{'document' if last.document else 'left out'} {path}"
        if path in rows and rows[path] != last.number:
            yield Fault(
                where, f"it stands by journal entry {rows[path]}; the last on it is entry {last.number}"
            )
        elif path not in rows and last.number > unnamed and texts.get(last.said, 0) < last.number:
            yield Fault(where, f"journal entry {last.number} holds it, and it is absent: it was removed")
    for path, number in standing.readings(journal).items():
        reading = held[path][2] if path in held else None
        if reading is not None and reading < number:
            what = f"its claims stand by journal entry {reading}; the last reading is entry {number}"
            yield Fault(f"reading of {path}", what)


def _digest(database: Database) -> Iterator[Fault]:
    from django.db import DatabaseError

    try:
        content_digest(database)
    except (DatabaseError, TypeError, ValueError) as error:
        yield Fault("content digest", f"it cannot be worked out from what the views give: {error}")


def _readings(database: Database) -> Iterator[Fault]:
    for path, sha256, string, reader, held, payload in database.each(_READINGS):
        checked = [(row, *_claim(row, sha256, string or "")) for row in database.rows(_CLAIMS, [path])]
        bad = [Fault(f"claim {row[0]} of {path}", what) for row, _, what in checked if what]
        yield from bad
        lines = sorted((order, row[5]) for row, order, _ in checked)
        made = readings.claims_digest(line for _, line in lines)
        if not bad and (made, *_entered(payload)) != (held, held, reader):
            what = "its claims are not those of its journal entry: some were changed, added or removed"
            yield Fault(f"reading of {path}", what)


def _claim(row: tuple[Any, ...], text_sha256: str, string: str) -> tuple[tuple[Any, ...], str]:
    """The claim's place in the order of its text, and what is wrong with its row; "" where nothing is."""
    try:
        claim = readings.parse(row[5])
    except (KeyError, TypeError, ValueError):
        return (), "its line is no claim line"
    if (claim.id, claim.kind.value, claim.start, claim.end) != (row[0], row[2], row[3], row[4]):
        return (), "its id, kind or span is not that of its line"
    return readings.order(claim), readings.misfit(claim, row[1], text_sha256, string)


def _entered(payload: str | None) -> tuple[Any, Any]:
    row = _json(payload)
    return row.get("claims"), row.get("reader")


def _json(payload: str | None) -> dict[str, Any]:
    """What a payload says; nothing where it is none any more, which the chain has told."""
    try:
        row = json.loads(payload or "{}")
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}


def _erased(database: Database, name: str) -> frozenset[Any]:
    found = (_json(e.payload).get(name) for e in Journal(database).entries(EntryKind.ERASURE))
    return frozenset(value for value in found if value)
