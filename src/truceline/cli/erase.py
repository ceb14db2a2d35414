"""``truceline erase``: a source goes for good, with its words, what was read from them and the verdicts on that."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import case_argument
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.ledger.traces import Traces

EPILOG = """\b
Examples:
  truceline erase my-case sources/interviews/03.txt --reason "at the source's request" --by "data officer"
  truceline erase my-case sources/interviews/03.txt --reason "order of a court" --by "data officer" --yes
"""
NAMED = 5
"""How many files are named one by one."""


@click.command(
    "erase", short_help="Take a source out for good, with all that was read from it.", epilog=EPILOG
)
@case_argument
@click.argument("path", metavar="SOURCE")
@click.option(
    "--reason", metavar="WORDS", required=True, help="On which ground. It is kept for good: name nobody."
)
@click.option(
    "--by", metavar="NAME", envvar="TRUCELINE_BY", required=True, help="Who erases: a role or initials."
)
@click.option("--yes", is_flag=True, help="Do not ask. Needed where no terminal is there to ask.")
def command(case_dir: Path, path: str, reason: str, by: str, yes: bool) -> int:
    """Erase a SOURCE of CASE by its path in it: its files, its text in the ledger, every statement read from it and every verdict on
    these. It cannot be undone.

    That something was erased stays in the journal, with the reason and who did it, and `truceline verify` still holds. Shown before
    it asks: what goes, and what may hold the same words elsewhere and is yours to look at (findings, reports, other files).
    """
    from truceline.ledger import Ledger, reviews

    with Ledger.open(case_dir) as ledger:
        try:
            found = ledger.traces(path)
        except LookupError as missing:
            raise Stop(
                f"{missing}. As `truceline build {case_dir}` names its sources: {_near(case_dir, path)}"
            ) from missing
        click.echo("\n".join(_told(case_dir, path, found)))
        if not yes and not _confirmed(path):
            click.echo("Nothing was erased.")
            return exits.COMPLETE
        shipped = reviews.without(
            case_dir, found.claims
        )  # before the ledger: cut short here, nothing comes back
        ledger.erase_source(path, reason.strip(), by.strip())
    files = _files(case_dir, path)
    for file in files:
        file.unlink()
    click.echo("\n".join(_done(case_dir, path, found, by, len(files), shipped)))
    return exits.COMPLETE


def _near(case_dir: Path, path: str) -> str:
    from truceline.case import open_case
    from truceline.files import nearest

    known = [d.path for d in open_case(case_dir).documents]
    near = nearest(path, known)
    return f"did you mean {near}?" if near else f"for example {known[0]}" if known else "it holds none"


def _confirmed(path: str) -> bool:
    """Whether a person types the path; refused where nobody can be asked."""
    if not sys.stdin.isatty():
        raise Stop("nobody is there to ask; --yes erases without asking.", exits.REFUSED)
    return bool(
        click.prompt("Type its path to erase it, Enter to leave it", default="", show_default=False) == path
    )


def _told(case_dir: Path, path: str, found: Traces) -> Iterator[str]:
    versions, verdicts = len(found.documents), len(found.verdicts)
    yield paper.row("To erase", f"{path}: {paper.plural(versions, 'version')}, {paper.plural(len(found.claims), 'statement')} "
                                f"read from it, {paper.plural(verdicts, 'verdict')}")  # fmt: skip
    for file in _files(case_dir, path):
        yield paper.row("", file.relative_to(case_dir).as_posix())
    for twin in _twins(case_dir, path):
        yield paper.row(
            "",
            f"{twin}: the same file. It goes from the ledger too, but not from the folder: remove it by hand",
        )
    yield "Yours to look at; they stay:"
    for entry in found.findings:
        yield paper.wrapped(f"finding of entry {entry} rests on it: truceline find {case_dir} --list", "  ")
    yield from _elsewhere(case_dir, path, found)
    yield paper.wrapped("copies, backups, the history of a repository, and what was sent to others", "  ")


def _twins(case_dir: Path, path: str) -> Iterator[str]:
    """Other sources of the case with the very same bytes."""
    from truceline.ledger.sources import Source, discover

    data = {s.path: s.data() for s in discover(case_dir) if isinstance(s, Source)}
    yield from (other for other, held in data.items() if other != path and held == data.get(path))


def _done(case_dir: Path, path: str, found: Traces, by: str, files: int, shipped: int) -> Iterator[str]:
    lines = f", {paper.plural(shipped, 'line')} of reviews.jsonl" if shipped else ""
    entries = paper.plural(len(found.entries), "entry", "entries")
    yield paper.row("Erased", f"{path}: {entries} of the journal, {paper.plural(files, 'file')}{lines}")
    yield paper.row("Kept", f"that {by} erased it, and the reason")
    yield paper.then(f"truceline build {case_dir}", "Next")


def _elsewhere(case_dir: Path, path: str, found: Traces) -> Iterator[str]:
    """Files of the case that name the source or one of its statements."""
    marks = [path.encode(), *(claim.encode() for claim in found.claims)]
    own = {*_files(case_dir, path)}
    looked = (
        f for f in sorted(case_dir.rglob("*")) if f.is_file() and f not in own and ".truceline" not in f.parts
    )
    held = [
        f.relative_to(case_dir).as_posix()
        for f in looked
        if any(m in data for data in _data(f) for m in marks)
    ]
    for name in held[:NAMED]:
        yield paper.wrapped(f"{name} names it", "  ")
    if len(held) > NAMED:
        yield paper.wrapped(
            f"and {len(held) - NAMED} more files, most of them in {Path(held[-1]).parent}", "  "
        )


def _data(file: Path) -> Iterator[bytes]:
    """The bytes of a file, and of what a workbook or a Word document packs."""
    yield file.read_bytes()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def _files(case_dir: Path, path: str) -> list[Path]:
    """The source's own files that are there: itself, and its sidecar where that is of no other document; of a part of a larger file none, as the others are in it too."""
    from truceline.files import inside, sidecar

    if "#" in path:
        return []
    beside = sidecar.beside(path).as_posix()
    stem = inside(case_dir, path).with_suffix("")
    alone = (
        sum(f.with_suffix("") == stem for f in stem.parent.glob("*") if f.suffix not in (".yaml", ".yml"))
        <= 1
    )
    names = (path, beside) if alone else (path,)
    return [found for name in names if (found := inside(case_dir, name)).is_file()]
