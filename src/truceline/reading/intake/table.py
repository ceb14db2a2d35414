"""The table of formats: which suffix is read by which extractor. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from truceline.reading.intake.entry import Entry
from truceline.reading.intake.found import Found

FORMATS: Mapping[str, str] = {
    ".txt": "txt", ".text": "txt", ".md": "txt",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".eml": "eml",
}  # fmt: skip
"""Suffix -> the module whose ``read(data, path)`` gives the Found of the one document in the file."""

CONTAINERS: Mapping[str, str] = {
    ".rss": "feed", ".atom": "feed", ".xml": "feed", ".rdf": "feed",
    ".warc": "warc", ".warc.gz": "warc",
}  # fmt: skip
"""Suffix -> the module whose ``entries(stream, path)`` gives the documents of a file that holds several."""


def suffix(path: str) -> str:
    """The kind of a file by its name, in small letters; ``.warc.gz`` is one suffix."""
    name = PurePosixPath(path.replace("\\", "/")).name.lower()
    return ".warc.gz" if name.endswith(".warc.gz") else PurePosixPath(name).suffix


def reader(kind: str) -> Callable[..., Found]:
    """The extractor of a suffix of FORMATS; its libraries are loaded by the first file that needs them."""
    found: Any = import_module(f"truceline.reading.intake.{FORMATS[kind]}")
    return found.read  # type: ignore[no-any-return]


def opener(kind: str) -> Callable[[BinaryIO, str], Iterator[Entry]]:
    """What takes the documents out of a file of a suffix of CONTAINERS."""
    found: Any = import_module(f"truceline.reading.intake.{CONTAINERS[kind]}")
    return found.entries  # type: ignore[no-any-return]
