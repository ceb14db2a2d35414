"""What changed in a case folder since its ledger took it: found by hashes, without the reader and without Django."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from truceline.evidence import digest
from truceline.ledger.left_out import NO_SOURCES, LeftOut
from truceline.ledger.sources import Source, discover, seen

_ROWS = """SELECT d.path, e.payload, d.key FROM ledger_document d JOIN ledger_entry e ON e.number = d.entry
UNION ALL SELECT l.path, NULL, l.key FROM ledger_leftout l"""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A source as the ledger took it; ``sha256`` is that of its journal entry, "" where it was left out."""

    sha256: str
    key: str


def stale(case_dir: Path | str) -> tuple[str, ...]:
    """The paths of sources that are new, changed or gone since the last build, in their order; all where none was made.

    A source that was left out and is as it was then is not among them.
    """
    case = Path(case_dir).resolve()
    taken = _taken(case / ".truceline" / "ledger.db")
    found = {source.path: source for source in discover(case)}
    changed = {path for path, source in found.items() if not _same(source, taken.get(path))}
    return tuple(sorted(changed | (taken.keys() - found.keys() - NO_SOURCES)))


def _same(source: Source | LeftOut, taken: _Taken | None) -> bool:
    if taken is None:
        return False
    if isinstance(source, LeftOut):
        return not (taken.sha256 or taken.key)
    try:
        data, about = source.data(), source.about_data()
    except OSError:
        return not (taken.sha256 or taken.key)
    if taken.sha256 and taken.sha256 != digest(data):
        return False
    return taken.key.partition(".")[2] == seen(data, about)


def _taken(file: Path) -> dict[str, _Taken]:
    if not file.is_file():
        return {}
    with closing(_connect(file)) as connection:
        rows = connection.execute(_ROWS).fetchall()
    return {
        path: _Taken(json.loads(payload)["sha256"] if payload else "", key) for path, payload, key in rows
    }


def _connect(file: Path) -> sqlite3.Connection:
    """Read-only, also in a folder that cannot be written (as ``case.store`` does)."""
    try:
        connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection = sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)
    return connection
