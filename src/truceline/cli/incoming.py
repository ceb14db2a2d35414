"""A document on its way into a case folder: named, checked to be new, then written beside its sidecar."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.files.sidecar import Sidecar

SOURCES = "sources"
SIDECARS = (".yaml", ".yml")
_UNFIT = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Incoming:
    """``path`` within the case, the bytes, and whether the file stands there already."""

    path: str
    data: bytes
    inside: bool = False

    @property
    def name(self) -> str:
        """The file's name."""
        return Path(self.path).name


def from_file(case_dir: Path, file: str, name: str | None) -> Incoming:
    """A file by its path; one given as it stands in the case ("sources/05.txt") is that one."""
    held = case_dir / file
    path = held if not Path(file).is_file() and held.is_file() else Path(file)
    if not path.is_file():
        raise Stop(f"{file}: there is no such file. Name a file, or - to paste a text.")
    if path.suffix.lower() in SIDECARS:
        raise Stop(f"{file} is a sidecar, not a document: name the document that it describes.")
    place = path.resolve()
    if place.is_relative_to((case_dir / SOURCES).resolve()):
        return Incoming(place.relative_to(case_dir.resolve()).as_posix(), path.read_bytes(), inside=True)
    return Incoming(f"{SOURCES}/{_UNFIT.sub('-', name or path.name)}", path.read_bytes())


def pasted(name: str | None, when: date) -> Incoming:
    """A text from the standard input, named by its first words unless a name is given."""
    if sys.stdin.isatty():
        click.echo("Paste the text, then Ctrl-D on a line of its own (Windows: Ctrl-Z and Enter).", err=True)
    data = sys.stdin.buffer.read()
    words = re.findall(r"\w+", data.decode("utf-8", "replace"))[:6]
    made = name or f"{when}-{'-'.join(words).lower()[:50]}"
    made = _UNFIT.sub("-", made).strip("-.")
    return Incoming(
        f"{SOURCES}/{made if Path(made).suffix in ('.txt', '.html', '.htm') else made + '.txt'}", data
    )


def put(case_dir: Path, document: Incoming, about: Sidecar, *, replace: bool) -> Iterator[str]:
    """Write the document and its sidecar; refuses to overwrite, or to add a text twice."""
    from truceline.files import inside, sidecar

    target = inside(case_dir, document.path)
    described = sidecar.beside(target)
    if not replace:
        _free(case_dir, document, target, described)
    if not document.inside:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(document.data)
    sidecar.write(described, about, replace=True)
    yield f"Added     {document.path}   {about.outlet or 'outlet not known'}, published {about.published}"
    if about.published.latest is None:
        yield f"          no last day of publication: it counts from {about.retrieved}, the day you got it, and is marked so"


def _free(case_dir: Path, document: Incoming, target: Path, described: Path) -> None:
    """Refuse where something stands there, or where the same bytes are held under another name."""
    if (target.exists() and not document.inside) or described.exists():
        raise Stop(
            f"{document.path} is in the case already; --replace writes it anew, --name gives another name.",
            exits.REFUSED,
        )
    if held := same(case_dir, document.data, target):
        raise Stop(f"{document.name} is the same as {held}, byte for byte. Nothing was added.", exits.REFUSED)


def same(case_dir: Path, data: bytes, but: Path | None = None) -> str:
    """The path in the case of a file of the very same bytes; "" where there is none."""
    for other in sorted((case_dir / SOURCES).rglob("*")):
        alike = other.is_file() and other != but and other.stat().st_size == len(data)
        if alike and other.read_bytes() == data:
            return other.relative_to(case_dir).as_posix()
    return ""
