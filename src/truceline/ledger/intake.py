"""Taking one source after the other into the ledger: unchanged, read anew, or left out with one reason."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from truceline.counting import headline_differences
from truceline.evidence import Document, Text, digest
from truceline.files import FileProblem, sidecar
from truceline.ledger.ledger import Ledger
from truceline.ledger.left_out import GONE, NO_SOURCES, TAKEN, LeftOut
from truceline.ledger.reader import Reads, fingerprint
from truceline.ledger.readings import folded
from truceline.ledger.sources import Source, seen
from truceline.ledger.standing import standing

_FORMAT = "3"
"""Part of each key: raise it where this module would take the same source in another way."""
_BASIS = 20
"""How much of its digest stands before the dot of a key; after it stands what was seen of the source (``sources.seen``)."""


class _Refused(Exception):  # noqa: N818 - a source that is refused is no error of the program
    """A source is left out for a reason; ``copy`` is the hash of its folded text where it is a copy of another."""

    def __init__(self, reason: str, copy: str = "") -> None:
        super().__init__(reason)
        self.copy = copy


class Intake:
    """One run over the sources, in the order of their paths: of two copies of an article, the first is held."""

    def __init__(self, ledger: Ledger, case: Path, reader: Reads) -> None:
        self.ledger = ledger
        self.case = case
        self.reader = reader
        self.read = self.unchanged = 0
        self.notes: list[LeftOut] = []
        self._basis = digest(f"{_FORMAT}|{fingerprint(reader, case)}")
        self._first: dict[str, str] = {}
        self._held: dict[str, tuple[str, str]] = {}
        self._left = ledger.left_out.all()

    def clear(self, found: Iterable[Source | LeftOut]) -> None:
        """Take away what stands for sources that are no longer there; the journal says so and keeps their entries."""
        paths = {source.path for source in found}
        query = "SELECT path, key, folded FROM ledger_document ORDER BY path"
        self._held = {path: (key, copy) for path, key, copy in self.ledger.database.rows(query)}
        with self.ledger.database.transaction():
            stood = standing(self.ledger.journal)
            documents = self._held.keys() | {path for path, last in stood.items() if last.document}
            for path in sorted((documents | self._left.keys() | stood.keys()) - paths - NO_SOURCES):
                self.ledger.readings.remove(path)
                self.ledger.left_out.drop(path)
                self.ledger.left_out.enter(path, GONE if path in documents else TAKEN)

    def leave_out(self, path: str, reason: str, key: str = "", copy: str = "") -> None:
        """Hold nothing of *path*, and say why."""
        with self.ledger.database.transaction():
            self.ledger.readings.remove(path)
            self.ledger.left_out.put(path, reason, key, copy)

    def take(self, source: Source) -> None:
        """Hold the source as it is now. What the reader itself lacks, such as its model, is raised: no source is at fault."""
        try:
            data, about = source.data(), source.about_data()
        except OSError as error:
            self.leave_out(source.path, f"the file cannot be read: {error.strerror}")
            return
        key = f"{self._basis[:_BASIS]}.{seen(data, about)}"
        try:
            if not self._known(source.path, key):
                text = self._text(source.path, data)
                self._hold(self._document(source, data), text, key)
        except _Refused as refusal:
            self.leave_out(source.path, str(refusal), key, refusal.copy)

    def _known(self, path: str, key: str) -> bool:
        """Whether the last build saw the very same and nothing has to be done; raises _Refused for a copy."""
        if path in self._held and self._held[path][0] == key:
            copy = self._held[path][1]
            self._no_copy(copy)
            self._first[copy] = path
            self.unchanged += 1
            return True
        left = self._left.get(path)
        if left is None or left.key != key:
            return False
        if left.folded:
            self._no_copy(left.folded)
        return not left.folded

    def _no_copy(self, copy: str) -> None:
        if copy in self._first:
            raise _Refused(f"the same article as {self._first[copy]}, which is held instead", copy)

    def _text(self, path: str, data: bytes) -> Text:
        from truceline.reading import Unreadable, extract

        try:
            text = extract(data, path)
        except Unreadable as error:
            raise _Refused(str(error)) from error
        self._no_copy(folded(text.body))
        if self.ledger.readings.erased(text.sha256):
            raise _Refused("its text was erased from the ledger for good; remove the file from the folder")
        return text

    def _document(self, source: Source, data: bytes) -> Document:
        try:
            fields = sidecar.load(source.about, self.case).fields if source.about else {}
        except FileProblem as problem:
            raise _Refused(str(problem)) from problem
        return Document(path=source.path, sha256=digest(data), **fields)

    def _hold(self, document: Document, text: Text, key: str) -> None:
        version = self.reader.version
        try:
            claims = self.reader.read(text, document)
        except Exception as error:
            raise _Refused(_stopped(f"{type(error).__name__}: {error}")) from error
        try:
            self.ledger.replace_reading(document, text, version, claims, key)
        except ValueError as error:
            raise _Refused(_stopped(str(error))) from error
        self._first[folded(text.body)] = document.path
        told = (str(difference) for difference in headline_differences(text, claims))
        self.notes += [LeftOut(document.path, note) for note in (*text.notes, *told)]
        self.read += 1


def _stopped(what: str) -> str:
    """Whatever one article does to a reader: it is left out, so that the others are still read."""
    return f"the reader stopped on it ({what}); nothing of it is held, please report it"
