"""The documents of a file on disk: itself, or what it holds, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from truceline.reading.intake import bounds, eml
from truceline.reading.intake.entry import Entry
from truceline.reading.intake.table import CONTAINERS, FORMATS, opener, suffix
from truceline.reading.intake.unreadable import Unreadable


def documents(path: Path | str) -> Iterator[Entry]:
    """Each document of the file; the file itself under an empty mark. Raises OSError and Unreadable.

    Only one entry is held at a time, so that an archive of any size takes no more memory than its largest page.
    """
    kind = suffix(str(path))
    if kind in CONTAINERS:
        with Path(path).open("rb") as stream:
            yield from opener(kind)(stream, str(path))
        return
    with Path(path).open("rb") as stream:
        data = stream.read(bounds.LARGEST + 1)
    bounds.refuse_large(len(data))
    yield Entry("", kind, data)
    if kind == ".eml":
        yield from attached(data)


def attached(data: bytes) -> Iterator[Entry]:
    """The attachments of an e-mail; those of a kind that is not read come with their reason. Nothing in them is run."""
    try:
        message = eml.parsed(data)
    except Unreadable:
        return  # the reading of the mail itself says so
    about = eml.masthead(message)
    for name, inside in eml.attachments(message):
        kind = suffix(name)
        reason = "" if kind in FORMATS else f"attachments of the kind '{kind or 'no suffix'}' are not read"
        yield Entry(name, kind, b"" if reason else inside, about, reason=reason)
