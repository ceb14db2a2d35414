"""The ledger as the rooms above it see it: its versioned views, read-only, through sqlite3 (no Django here)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from truceline.case import concluded, recorded
from truceline.evidence import (
    Claim,
    Document,
    Entered,
    Finding,
    Interval,
    Review,
    Text,
    Verdict,
    dates,
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
    """All that the ledger's views hold of a case; ``entered`` are all findings, those that were withdrawn too."""

    documents: tuple[Document, ...] = ()
    texts: tuple[Text, ...] = ()
    claims: tuple[Claim, ...] = ()
    reviews: tuple[Review, ...] = ()
    findings: tuple[Finding, ...] = ()
    entered: tuple[Entered, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    signatures: tuple[Signature, ...] = ()
    entries: int = 0


def read(case: Path, day: date | None = None, offset: timedelta = timedelta()) -> Held:
    """Everything in the views; an empty Held where nothing was built yet. With ``day`` what the journal held at its end.

    Raises FileProblem (L003) where an older release wrote the ledger, so that it cannot tell what it held.
    """
    path = case / LEDGER
    if not path.is_file():
        return Held()
    with closing(_connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return _all(connection) if day is None else _past(connection, path, day, offset)


def _past(connection: sqlite3.Connection, path: Path, day: date, offset: timedelta) -> Held:
    """What was held at the end of a day, over today's texts and proposals."""
    try:
        past = recorded.recorded(connection, day, offset)
    except sqlite3.OperationalError as error:
        where = Where(f"{path.parent.name}/{path.name}")
        what = "this ledger does not yet tell what it held on a past day"
        raise FileProblem(Problem(where, "L003", what, "truceline build CASE, once")) from error
    now = _all(connection)
    return replace(
        now,
        documents=tuple(d for d in now.documents if d.path in past.paths),
        texts=tuple(t for t in now.texts if t.document in past.paths),
        claims=tuple(c for c in now.claims if c.document in past.paths),
        reviews=tuple(
            _review({**r, "corrections": json.dumps(r.get("corrections") or {})})
            for r in recorded.reviews(connection, past.entries)
        ),
        findings=tuple(
            finding.parse(json.loads(line)) for line in recorded.findings(connection, past.entries)
        ),
        entered=concluded.entered(connection, past.last),
        left_out=tuple(x for x in now.left_out if x.path in past.paths),
        signatures=tuple(s for s in now.signatures if (s.at + offset).date() <= day),
        entries=past.last,
    )


def _all(connection: sqlite3.Connection) -> Held:
    rows = tuple(connection.execute("SELECT * FROM document_v1 ORDER BY path"))
    return Held(
        documents=tuple(_document(r) for r in rows),
        texts=tuple(Text(r["path"], r["string"], r["extractor"], r["text_sha256"]) for r in rows),
        claims=tuple(
            lines.parse(json.loads(r["line"]))
            for r in connection.execute('SELECT line FROM claim_v1 ORDER BY document, start, "end", kind, id')
        ),
        reviews=tuple(_review(r) for r in connection.execute("SELECT * FROM review_v1 ORDER BY entry")),
        findings=tuple(
            finding.parse(json.loads(line))
            for (line,) in connection.execute("SELECT line FROM finding_v1 ORDER BY entry")
        ),
        entered=concluded.entered(connection),
        left_out=tuple(
            LeftOut(r["path"], r["reason"])
            for r in connection.execute("SELECT * FROM left_out_v1 ORDER BY path")
        ),
        signatures=tuple(
            _signature(r) for r in connection.execute("SELECT * FROM signature_v1 ORDER BY entry")
        ),
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


def _document(row: Mapping[str, Any]) -> Document:
    published = Interval(
        _day(row["published_from"]),
        _day(row["published_to"]),
        row["published_edtf"] or "",
        row["published_evidence"] or "",
    )
    return Document(
        path=row["path"],
        sha256=row["sha256"],
        outlet=row["outlet"] or "",
        address=row["address"] or "",
        published=published,
        retrieved=_day(row["retrieved"]),
        language=row["language"] or "en",
        ceasefire=row["ceasefire"] or "",
        relay=tuple(json.loads(row["relay"] or "[]")),
    )


def _day(text: str | None) -> date | None:
    return dates.parse(text).earliest if text else None


def _review(row: Mapping[str, Any]) -> Review:
    return Review(
        claim=row["claim"],
        seen=row["seen"],
        verdict=Verdict(row["verdict"]),
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
        corrections=json.loads(row["corrections"] or "{}"),
        note=row["note"] or "",
    )


def _signature(row: Mapping[str, Any]) -> Signature:
    return Signature(
        row["by"], datetime.fromisoformat(row["at"]), date.fromisoformat(row["as_of"]), row["digest"]
    )
