"""The sources of a case folder: files under ``sources/`` with their sidecars, and those that are listed but not there.

``sources:`` in ``case.yaml`` is a path or a list of them: a folder is searched like ``sources/``, a file must be there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from truceline.evidence import digest
from truceline.files import FileProblem, inside, sidecar, yaml
from truceline.files.node import Shape
from truceline.ledger.left_out import LeftOut

FOLDER = "sources"
_SIDECARS = (".yaml", ".yml")
_ALONE = "a sidecar without its document; put the document beside it, or remove the sidecar"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the case, by its path in it with forward slashes; ``about`` is the path of its sidecar, "" for none."""

    case: Path
    path: str
    about: str = ""

    def data(self) -> bytes:
        """The bytes as they came."""
        return (self.case / self.path).read_bytes()

    def about_data(self) -> bytes:
        """The sidecar's bytes; empty where there is none."""
        return (self.case / self.about).read_bytes() if self.about else b""


def discover(case_dir: Path) -> list[Source | LeftOut]:
    """What the case holds and what it lists without holding it, in the order of the paths."""
    case = case_dir.resolve()
    listed = list(_listed(case))
    folders = {FOLDER, *(path for path, reason in listed if not reason)}
    files = sorted({path for folder in folders for path in _files(case, folder)})
    documents = [path for path in files if not path.endswith(_SIDECARS)]
    stems = {_stem(path) for path in documents}
    found: dict[str, Source | LeftOut] = {path: _source(case, path) for path in documents}
    for path in files:
        if path.endswith(_SIDECARS) and _stem(path) not in stems:
            found[path] = LeftOut(path, _ALONE)
    for path, reason in listed:
        if reason and path not in found:
            found[path] = LeftOut(path, reason)
    return [found[path] for path in sorted(found)]


def seen(data: bytes, about: bytes) -> str:
    """What a key says of a source's bytes and those of its sidecar: 43 hex digits, so that a key has 64 characters."""
    return digest(f"{digest(data)}|{digest(about)}")[:43]


def _stem(path: str) -> str:
    return PurePosixPath(path).with_suffix("").as_posix()


def _files(case: Path, top: str) -> Iterator[str]:
    """Paths of all files below a folder of the case; links to folders are named, not followed."""
    for folder, inner, names in os.walk(case / top):
        inner[:] = [name for name in inner if not name.startswith(".")]
        links = [name for name in inner if (Path(folder) / name).is_symlink()]
        for name in (*links, *names):
            if not name.startswith("."):
                yield (Path(folder) / name).relative_to(case).as_posix()


def _source(case: Path, path: str) -> Source | LeftOut:
    about = sidecar.beside(path).as_posix()
    try:
        if not inside(case, path).is_file():
            return LeftOut(path, "it is no file; put the document itself here")
        return Source(case, path, about if inside(case, about).is_file() else "")
    except FileProblem as problem:
        return LeftOut(path, str(problem))


def _listed(case: Path) -> Iterator[tuple[str, str]]:
    """Sources that ``case.yaml`` lists under ``sources:``, with the reason to leave them out were they not there;
    no reason for a folder.
    """
    settings = case / "case.yaml"
    if not settings.is_file():
        return
    try:
        node = yaml.load(settings, case).get("sources")
        one = node is not None and node.shape is Shape.SCALAR
        listed = () if node is None else (node,) if one else node.each()
        for each in listed:
            yield _listing(case, each.text(), str(each.where))
    except FileProblem as problem:
        yield "case.yaml", str(problem)


def _listing(case: Path, written: str, where: str) -> tuple[str, str]:
    try:
        found = inside(case, written)
    except FileProblem as problem:
        return written, str(problem)
    path = found.relative_to(case).as_posix()
    if found.is_dir():
        return path, ""
    return path, f"listed at {where}, but there is no such file; add it, or take it off the list"
