"""What stood once and stands no longer: readings that were replaced and the case's own files, so that a past day can be shown.

Each piece is compressed and held once under the digest that the journal names: a reading's claim lines under the digest of its entry, a
file under that of its bytes. ``text`` is the text that it quotes (a file: itself), by which an erasure reaches it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

from truceline.evidence import digest
from truceline.files.paths import OF_A_CASE
from truceline.ledger.database import Database
from truceline.ledger.entry import BY, EntryKind
from truceline.ledger.fault import Fault
from truceline.ledger.journal import Journal

LARGEST = 4_000_000
"""No file of a case is read beyond this many bytes (``files.yaml``): a larger one is no file that a board could rest on."""

_INSERT = """INSERT INTO ledger_kept (digest, text, data) SELECT %s, %s, %s
WHERE NOT EXISTS (SELECT 1 FROM ledger_kept WHERE digest = %s)"""
_LINES = """SELECT line FROM ledger_claim WHERE document = %s
ORDER BY start, "end", kind, json_extract(line, '$.ordinal')"""
_LAST = """SELECT json_extract(payload, '$.path'), json_extract(payload, '$.sha256') FROM ledger_entry
WHERE kind = 'file' AND payload IS NOT NULL ORDER BY number"""
_ERASED = "SELECT 1 FROM ledger_entry WHERE kind = 'erasure' AND json_extract(payload, '$.text') = %s"


def keep(database: Database, key: str, text: str, data: bytes) -> None:
    """Hold *data* under its digest, once."""
    database.run(_INSERT, [key, text, zlib.compress(data, 6), key])


def keep_reading(database: Database, path: str, but: str = "") -> None:
    """Keep the claim lines held of a document before they go; none where its reading is *but*, which takes its own place."""
    query = "SELECT r.claims, d.text FROM ledger_document d JOIN ledger_reading r ON r.document = d.path WHERE d.path = %s"
    for claims, text in database.rows(query, [path]):
        lines = [] if claims == but else [line for (line,) in database.rows(_LINES, [path])]
        if lines:
            keep(database, claims, text, "\n".join(lines).encode())


def forget(database: Database, text: str) -> None:
    """Take away what quotes a text that is being erased; needs the erasure's entry."""
    database.run("DELETE FROM ledger_kept WHERE text = %s", [text])


def take_files(journal: Journal, case: Path) -> int:
    """Enter and keep each of the case's files that is not as the journal last held it; how many. Needs a transaction."""
    held: dict[str, str] = dict(journal.database.rows(_LAST))
    made = 0
    for name in OF_A_CASE:
        data = _data(case / name)
        key = digest(data)
        if data and held.get(name) != key and journal.database.value(_ERASED, [key]) is None:
            journal.append(EntryKind.FILE, {"path": name, "sha256": key}, BY)
            keep(journal.database, key, key, data)
            made += 1
    return made


def _data(path: Path) -> bytes:
    """The file's bytes; none of one that is not there or that nobody could load."""
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def faults(database: Database) -> Iterator[Fault]:
    """Each piece that does not fit its digest, and each file that the journal names and that is not kept."""
    found = set()
    for key, data in database.each("SELECT digest, data FROM ledger_kept ORDER BY digest"):
        found.add(key)
        if _digest(data) != key:
            yield Fault(f"kept {key[:12]}", "it does not fit its digest: it was changed")
    for name, key in database.rows(_LAST):
        if key not in found and database.value(_ERASED, [key]) is None:
            yield Fault(f"kept {name}", f"the journal names its version {key[:12]}, and it is absent")


def _digest(data: bytes) -> str:
    try:
        return digest(zlib.decompress(data))
    except zlib.error:
        return ""
