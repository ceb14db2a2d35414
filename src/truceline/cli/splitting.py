"""A file that holds several documents on its way into a case: each becomes a source of its own, with its own sidecar.

Nothing is asked and nothing is overwritten: what is held already, byte for byte, is passed over, so that a feed may be added
again each day.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from truceline.cli import asking, incoming, looking
from truceline.cli.read import BadFile
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.reading import Entry


def holds_several(file: str) -> bool:
    """Whether a file of this name is taken apart."""
    from truceline.reading.intake.table import CONTAINERS, suffix

    return suffix(file) in CONTAINERS


def split(case_dir: Path, file: str, told: dict[str, Any], bad: list[BadFile]) -> Iterator[str]:
    """Lines for each document of a feed or an archive; those that cannot be taken are put into *bad*."""
    from truceline.reading import Unreadable, documents

    if not Path(file).is_file():
        raise Stop(f"{file}: there is no such file. Name a file, or - to paste a text.")
    try:
        for entry in documents(file):
            yield from take(case_dir, entry, file, told, bad)
    except Unreadable as why:
        raise Stop(f"{Path(file).name}: {why}") from why


def take(case_dir: Path, entry: Entry, file: str, told: dict[str, Any], bad: list[BadFile]) -> Iterator[str]:
    """One of them."""
    if entry.reason:
        bad.append(BadFile(entry.document(Path(file).name), entry.reason))
        return
    if held := incoming.same(case_dir, entry.data):
        yield f"Held      {held} is {entry.document(Path(file).name)} already"
        return
    document = _free(case_dir, entry, Path(file).name.split(".")[0])
    try:
        seen = looking.look(document, entry.suffix, entry.charset)
        own = entry.masthead.before(seen.masthead)
        about = asking.sidecar(asking.Silent(case_dir), told, own, seen.language)
        yield from incoming.put(case_dir, document, about, replace=False)
        yield from seen.told(about)
    except Stop as stop:
        bad.append(BadFile(entry.document(Path(file).name), str(stop)))


def _free(case_dir: Path, entry: Entry, stem: str) -> incoming.Incoming:
    """A name under which nothing stands yet: two entries may have one title."""
    made = Path(entry.name(stem))
    number, name = 1, made.name
    while (case_dir / incoming.SOURCES / name).exists() or (case_dir / incoming.SOURCES / name).with_suffix(
        ".yaml"
    ).exists():
        number += 1
        name = f"{made.stem}-{number}{made.suffix}"
    return incoming.Incoming(f"{incoming.SOURCES}/{name}", entry.data)
