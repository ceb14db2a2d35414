"""Taking one source after the other into the ledger: unchanged, read anew, or left out with one reason."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from truceline.counting import headline_differences
from truceline.evidence import Document, Text, digest
from truceline.files import FileProblem, sidecar
from truceline.ledger.ledger import Ledger
from truceline.ledger.left_out import GONE, NO_SOURCES, TAKEN, LeftOut
from truceline.ledger.reader import Reads, Result, fingerprint, read_many
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


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A source that waits for its reading; ``copy`` is the hash of its folded text."""

    document: Document
    text: Text
    key: str
    copy: str


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

    def take(self, sources: Iterable[Source], jobs: int = 1) -> None:
        """Hold the sources as they are now, read by ``jobs`` processes. What the reader itself lacks, such as its model, is raised: no
        source is at fault.
        """
        waiting: deque[_Prepared] = deque()

        def pairs() -> Iterator[tuple[Text, Document]]:
            for source in sources:
                if (made := self._prepared(source)) is not None:
                    waiting.append(made)
                    yield made.text, made.document

        for claims in read_many(self.reader, pairs(), jobs):
            self._hold(waiting.popleft(), claims)

    def _prepared(self, source: Source) -> _Prepared | None:
        """A source that has to be read, None where nothing is left to do for it."""
        try:
            data, about = source.data(), source.about_data()
        except OSError as error:
            self.leave_out(source.path, f"the file cannot be read: {error.strerror}")
            return None
        key = f"{self._basis[:_BASIS]}.{seen(data, about)}"
        try:
            if self._known(source.path, key):
                return None
            text = self._text(source.path, data)
            made = _Prepared(self._document(source, data), text, key, folded(text.body))
        except _Refused as refusal:
            self.leave_out(source.path, str(refusal), key, refusal.copy)
            return None
        self._first[made.copy] = source.path
        return made

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

    def _hold(self, made: _Prepared, claims: Result) -> None:
        path = made.document.path
        try:
            if isinstance(claims, Exception):
                raise _Refused(_stopped(f"{type(claims).__name__}: {claims}"))
            try:
                self.ledger.replace_reading(made.document, made.text, self.reader.version, claims, made.key)
            except ValueError as error:
                raise _Refused(_stopped(str(error))) from error
        except _Refused as refusal:
            self._first.pop(made.copy, None)
            self.leave_out(path, str(refusal), made.key)
            return
        told = (str(difference) for difference in headline_differences(made.text, claims))
        self.notes += [LeftOut(path, note) for note in (*made.text.notes, *told)]
        self.read += 1


def _stopped(what: str) -> str:
    """Whatever one article does to a reader: it is left out, so that the others are still read."""
    return f"the reader stopped on it ({what}); nothing of it is held, please report it"
