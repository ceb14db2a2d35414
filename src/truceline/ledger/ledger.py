"""The ledger of one case, opened: everything that is written goes through here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from truceline.evidence import Claim, Document, Finding, Review, Text
from truceline.ledger import erasure, findings, head, kept, reviews, schema, verifying
from truceline.ledger.content import content_digest
from truceline.ledger.database import Database
from truceline.ledger.entry import UNDOABLE, EntryKind
from truceline.ledger.fault import Fault
from truceline.ledger.journal import Journal
from truceline.ledger.left_out import LeftOuts
from truceline.ledger.loop import outside_loop
from truceline.ledger.readings import Readings
from truceline.ledger.traces import Traces, traces

FOLDER = ".truceline"
FILE = "ledger.db"


class Ledger:
    """Open it with ``Ledger.open``, close it or use it as a context manager; each thread may use the same one."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self.database = database
        self.journal = Journal(database)
        self.readings = Readings(database, self.journal)
        self.left_out = LeftOuts(database, self.journal)

    @classmethod
    @outside_loop
    def open(cls, case_dir: Path | str) -> Ledger:
        """The ledger of a case folder, made where there is none. Raises NotADirectoryError where there is no such folder."""
        case = Path(case_dir).resolve()
        if not case.is_dir():
            raise NotADirectoryError(f"{case_dir} is no case folder; `truceline new {case.name}` makes one")
        folder = case / FOLDER
        if not (folder / FILE).exists():
            folder.mkdir(exist_ok=True)
            if head.read(folder) is None:
                head.write(folder, head.Head())  # from now on, an absent head is a fault
        return cls(folder, schema.prepare(folder / FILE))

    @outside_loop
    def append(
        self, kind: EntryKind | str, payload: Mapping[str, Any], by: str, at: datetime | None = None
    ) -> int:
        """Append one entry that survives a power cut, and give its number; raises ValueError for a kind that is none."""
        with self._lasting():
            return self.journal.append(EntryKind(kind), payload, by, at)

    def review(self, review: Review) -> int:
        """Enter a person's verdict; the last one that is not undone counts for its claim."""
        return self.review_all([review])[0]

    @outside_loop
    def review_all(self, made: Iterable[Review]) -> list[int]:
        """Enter verdicts that belong together, all or none, and give their numbers."""
        with self._lasting():
            return self.journal.append_all([(EntryKind.REVIEW, reviews.payload(r), r.by) for r in made])

    @outside_loop
    def find(self, finding: Finding) -> int:
        """Enter what a role concluded; one at a time, for there is no way to conclude in bulk. Raises as ``findings.enter``."""
        with self._lasting():
            return findings.enter(self.journal, finding)

    @outside_loop
    def withdraw(self, entry: int, by: str, why: str, at: datetime | None = None) -> int:
        """Take a finding back, with who and why; it stays on record. Raises as ``findings.withdraw``."""
        with self._lasting():
            return findings.withdraw(self.journal, entry, by, why, at)

    def undo(self, entry: int, by: str, at: datetime | None = None) -> int:
        """Take a review or a finding back: both stay on record. Raises LookupError or ValueError where that cannot be."""
        return self.undo_all([entry], by, at)[0]

    @outside_loop
    def undo_all(self, entries: Sequence[int], by: str, at: datetime | None = None) -> list[int]:
        """Take several back, all or none; raises as ``undo``."""
        with self._lasting():
            undone = self.journal.undone()
            for entry in entries:
                kind = self.journal.entry(entry).kind
                if kind not in UNDOABLE:
                    raise ValueError(
                        f"entry {entry} is a {kind}; only a review or a finding can be taken back"
                    )
                if entry in undone:
                    raise ValueError(f"entry {entry} was taken back before")
            return self.journal.append_all([(EntryKind.UNDO, {"entry": e}, by) for e in entries], at)

    @outside_loop
    def taken_back(self) -> list[Review]:
        """The verdicts that were undone, in the order in which they were entered."""
        undone = self.journal.undone()
        entries = self.journal.entries(EntryKind.REVIEW)
        return [reviews.parse(json.loads(e.payload)) for e in entries if e.number in undone and e.payload]

    def sign(self, by: str, as_of: date, digest: str, path: str) -> int:
        """Enter that a person signed the report at *path* (its SHA-256: *digest*) on what was known on a day."""
        return self.append(
            EntryKind.SIGNATURE, {"as_of": as_of.isoformat(), "digest": digest, "path": path}, by
        )

    def export(
        self, by: str, path: str, digest: str, tier: str = "internal", as_of: date | None = None
    ) -> int:
        """Enter that a file left the case, for which release tier."""
        day = as_of.isoformat() if as_of else None
        return self.append(EntryKind.EXPORT, {"as_of": day, "digest": digest, "path": path, "tier": tier}, by)

    @outside_loop
    def erase(self, entry: int, reason: str, by: str, at: datetime | None = None) -> int:
        """Erase an entry's payload (with a document: its text and proposals), also from the file's free pages.

        Raises as ``erasure.erase``. The source file is the case folder's own and stays: remove it by hand.
        """
        with self._lasting():
            made = erasure.erase(self.journal, self.readings, entry, reason, by, at)
        self.database.run("VACUUM")
        self.database.checkpoint()
        return made

    @outside_loop
    def traces(self, path: str) -> Traces:
        """What the ledger holds of the source at *path*; raises LookupError where there is nothing."""
        return traces(self.journal, path)

    @outside_loop
    def erase_source(self, path: str, reason: str, by: str, at: datetime | None = None) -> Traces:
        """Erase every version of a source, what was read from it and the verdicts on that, all or nothing; gives what went.

        Findings that cite it stay: their words are a role's own. Raises LookupError where there is nothing.
        """
        with self._lasting():
            found = traces(self.journal, path)
            for entry in found.entries:
                erasure.erase(self.journal, self.readings, entry, reason, by, at)
        self.database.run("VACUUM")
        self.database.checkpoint()
        return found

    @outside_loop
    def replace_reading(
        self, document: Document, text: Text, reader_version: str, claims: Sequence[Claim], key: str = ""
    ) -> None:
        """Hold a document and its proposals, all or nothing. Raises ValueError where a claim does not fit the text."""
        with self.database.transaction():
            self.readings.replace(document, text, reader_version, claims, key)
            self.left_out.drop(document.path)

    @outside_loop
    def verify(self) -> list[Fault]:
        """Every fault, with its place; nothing is repaired."""
        return verifying.verify(self.folder, self.database)

    @outside_loop
    def reinstall(self, by: str, reason: str) -> int:
        """Lay triggers, views and head file anew, after what was wrong has been entered in the journal as a correction."""
        found = [str(fault) for fault in self.verify()]
        made = self.append(EntryKind.CORRECTION, {"reason": reason, "faults": found}, by)
        schema.install(self.database)
        head.write(self.folder, head.of(self.database))
        return made

    @outside_loop
    def content_digest(self) -> str:
        """Equal for equal content, whatever happened on the way (``content.py``)."""
        return content_digest(self.database)

    @outside_loop
    def close(self) -> None:
        """Bring everything to disk, the head file last, and close this thread's connection."""
        self.settle()
        self.database.close()

    def settle(self) -> None:
        """Bring everything to disk, then the head file up to it."""
        self.database.checkpoint()
        head.advance(self.folder, self.database)

    @contextmanager
    def _lasting(self) -> Iterator[None]:
        """What a person does: it lasts, and the journal first enters the files of the case by which it was done."""
        with self.database.durable():
            kept.take_files(self.journal, self.folder.parent)
            yield
        head.advance(self.folder, self.database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Close, whatever happened."""
        self.close()
