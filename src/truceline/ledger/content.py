"""The digest of what a ledger holds: equal for equal content, whatever was killed, rebuilt or entered twice on the way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from truceline.ledger.database import Database

_DOCUMENTS = """SELECT d.path, e.payload, d.text, d.extractor, r.reader, r.claims FROM ledger_document d
JOIN ledger_entry e ON e.number = d.entry JOIN ledger_reading r ON r.document = d.path ORDER BY d.path"""
_REVIEWS = """SELECT claim, seen, verdict, "by", corrections, note FROM review_v1
WHERE entry IN (SELECT max(entry) FROM review_v1 GROUP BY claim) ORDER BY claim"""


def content_digest(database: Database) -> str:
    """SHA-256 over documents in path order, their claims, each claim's last review, findings and what is left out.

    Times of recording and numbers of entries are left out. Claims enter by the digest of their reading, which
    ``verify`` compares with the rows.
    """
    made = hashlib.sha256()
    for row in _rows(database):
        made.update(json.dumps(row, ensure_ascii=False).encode("utf-8"))
        made.update(b"\n")
    return made.hexdigest()


def _rows(database: Database) -> Iterator[tuple[Any, ...]]:
    yield from (("document", *row) for row in database.each(_DOCUMENTS))
    yield from (("review", *row) for row in database.each(_REVIEWS))
    yield from (("finding", *row) for row in database.each("SELECT line FROM finding_v1 ORDER BY line"))
    yield from (
        ("left out", *row) for row in database.each("SELECT path, reason FROM left_out_v1 ORDER BY path")
    )
