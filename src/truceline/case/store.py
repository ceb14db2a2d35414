"""The ledger as the rooms above it see it: its versioned views, read-only, through sqlite3 (no Django here)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from truceline.case import concluded, recorded, rows
from truceline.case.folder import todays
from truceline.case.past import NotShown, Past
from truceline.evidence import (
    Claim,
    Document,
    Entered,
    Finding,
    Review,
    Text,
    finding,
    lines,
)
from truceline.files import FileProblem, Problem, Where

LEDGER = Path(".truceline") / "ledger.db"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A source that was not read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A report signed: who, when, for which day, and the digest of what was signed."""

    by: str
    at: datetime
    as_of: date
    digest: str


@dataclass(frozen=True, slots=True)
class Held:
    """All that the ledger's views hold of a case; ``entered`` are all findings, those that were withdrawn too.

    Of a past day ``files`` are the case's own as they were then, and ``not_shown`` is what the case held and nobody can show.
    """

    documents: tuple[Document, ...] = ()
    texts: tuple[Text, ...] = ()
    claims: tuple[Claim, ...] = ()
    reviews: tuple[Review, ...] = ()
    findings: tuple[Finding, ...] = ()
    entered: tuple[Entered, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    signatures: tuple[Signature, ...] = ()
    entries: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    not_shown: tuple[NotShown, ...] = ()


def read(case: Path, day: date | None = None, offset: timedelta = timedelta()) -> Held:
    """Everything in the views; an empty Held where nothing was built yet. With ``day`` what the journal held at its end.

    Raises FileProblem (L003) where an older release wrote the ledger, so that it cannot tell what it held.
    """
    path = case / LEDGER
    if not path.is_file():
        return Held() if day is None else Held(not_shown=todays({}))
    with closing(_connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return _all(connection) if day is None else _past(connection, path, day, offset)


def _past(connection: sqlite3.Connection, path: Path, day: date, offset: timedelta) -> Held:
    """What was held at the end of a day, and what of it cannot be shown."""
    try:
        known = recorded.recorded(connection, day, offset)
        past = Past(connection, known).fill()
        files = past.files()
    except sqlite3.OperationalError as error:
        where = Where(f"{path.parent.name}/{path.name}")
        what = "this ledger does not yet tell what it held on a past day"
        raise FileProblem(Problem(where, "L003", what, "truceline build CASE, once")) from error
    return Held(
        documents=tuple(past.documents),
        texts=tuple(past.texts),
        claims=tuple(past.claims),
        reviews=tuple(
            rows.review({"corrections": {}, "note": "", **r})
            for r in recorded.reviews(connection, known.entries)
        ),
        findings=tuple(
            finding.parse(json.loads(line)) for line in recorded.findings(connection, known.entries)
        ),
        entered=concluded.entered(connection, known.last),
        left_out=tuple(LeftOut(*each) for each in sorted(known.then.left_out.items())),
        signatures=tuple(s for s in _signatures(connection) if (s.at + offset).date() <= day),
        entries=known.last,
        files=files,
        not_shown=(*todays(files), *past.not_shown),
    )


def _signatures(connection: sqlite3.Connection) -> tuple[Signature, ...]:
    return tuple(_signature(r) for r in connection.execute("SELECT * FROM signature_v1 ORDER BY entry"))


def _all(connection: sqlite3.Connection) -> Held:
    held = tuple(connection.execute("SELECT * FROM document_v1 ORDER BY path"))
    return Held(
        documents=tuple(rows.document(r) for r in held),
        texts=tuple(Text(r["path"], r["string"], r["extractor"], r["text_sha256"]) for r in held),
        claims=tuple(
            lines.parse(json.loads(r["line"]))
            for r in connection.execute('SELECT line FROM claim_v1 ORDER BY document, start, "end", kind, id')
        ),
        reviews=tuple(rows.review(r) for r in connection.execute("SELECT * FROM review_v1 ORDER BY entry")),
        findings=tuple(
            finding.parse(json.loads(line))
            for (line,) in connection.execute("SELECT line FROM finding_v1 ORDER BY entry")
        ),
        entered=concluded.entered(connection),
        left_out=tuple(
            LeftOut(r["path"], r["reason"])
            for r in connection.execute("SELECT * FROM left_out_v1 ORDER BY path")
        ),
        signatures=_signatures(connection),
        entries=connection.execute("SELECT coalesce(max(entry), 0) FROM journal_v1").fetchone()[0],
    )


def _connect(path: Path) -> sqlite3.Connection:
    """Read-only; ``mode=ro`` fails on a WAL file in a folder that cannot be written, ``immutable`` reads it there."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
    return connection


def _signature(row: Mapping[str, Any]) -> Signature:
    return Signature(
        row["by"], datetime.fromisoformat(row["at"]), date.fromisoformat(row["as_of"]), row["digest"]
    )
