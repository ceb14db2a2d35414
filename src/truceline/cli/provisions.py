"""``truceline provisions``: the duties of an agreement as a sheet, and back into agreement.yaml with all that it does not change."""

from __future__ import annotations

import difflib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import case_argument
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.agreement import Agreement
    from truceline.agreement.sheet import Known, Taken
    from truceline.reporting.provisions import Returned

EPILOG = """\b
Examples:
  truceline provisions my-case --xlsx duties.xlsx     the sheet
  truceline provisions my-case --from duties.xlsx     shows what it would change, and asks
"""
FILE = "agreement.yaml"


@click.command("provisions", short_help="The duties as a sheet, and back.", epilog=EPILOG)
@case_argument
@click.option(
    "--xlsx", "out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write the sheet."
)
@click.option(
    "--from",
    "sheet",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Read a filled-in sheet.",
)
@click.option("--yes", is_flag=True, help="With --from: write without asking.")
def command(case_dir: Path, out: Path | None, sheet: Path | None, yes: bool) -> int:
    """Write the provisions of CASE as a workbook, or read one back into agreement.yaml.

    Reading back changes the keys whose cells were changed and adds new rows; comments and everything else stay as they
    are. A cell that cannot be used is named (C7), and nothing is written then. No file is written over by --xlsx.
    """
    if (out is None) == (sheet is None):
        raise Stop(
            f"say --xlsx FILE to write the sheet, or --from FILE to read one: truceline provisions {case_dir} --xlsx duties.xlsx"
        )
    agreement, known = _case(case_dir)
    if out is not None:
        return _write(case_dir, out, agreement, known)
    assert sheet is not None
    return _take(case_dir, sheet, agreement, known, yes)


def _case(case_dir: Path) -> tuple[Agreement, Known]:
    """The agreement, and the names that a row may point to. Raises FileProblem."""
    from truceline import agreement as agreements
    from truceline.actors import Lexicon
    from truceline.actors import load as load_actors
    from truceline.agreement import issues, sheet

    lexicon = Lexicon.builtin().merged(load_actors(case_dir / "actors.yaml"))
    made = agreements.load(case_dir / FILE, lexicon=lexicon)
    return made, sheet.known(made, lexicon.actors, issues.load(case_dir / "issues.yaml"))


def _write(case_dir: Path, out: Path, agreement: Agreement, known: Known) -> int:
    from truceline.agreement import sheet
    from truceline.files import yaml
    from truceline.reporting import provisions

    path = out if out.suffix.lower() == ".xlsx" else out.with_name(f"{out.name}.xlsx")
    if path.exists():
        raise Stop(
            f"{path} is there already, and somebody may have filled it in. Give another name.", exits.REFUSED
        )
    entries = sheet.entries(yaml.parse(agreement.text, FILE))
    title = next(iter(agreement.title.values()), agreement.id)
    path.write_bytes(provisions.render(agreement.id, title, entries, known))
    click.echo(paper.then(str(path), "Sheet"))
    click.echo(paper.row("Holds", paper.plural(len(entries), "provision")))
    click.echo(paper.then(f"truceline provisions {case_dir} --from {path}", "Next"))
    return exits.COMPLETE


def _take(case_dir: Path, path: Path, agreement: Agreement, known: Known, yes: bool) -> int:
    from truceline.agreement.sheet import take

    returned = _rows(path, agreement)
    try:
        taken = take(agreement.text, returned.rows, known, path.name)
    except ValueError as problem:
        raise Stop(f"{case_dir / FILE}: {problem}. Nothing was changed.") from problem
    if slips := [*returned.problems, *taken.problems]:
        for slip in slips:
            click.echo(str(slip), err=True)
        raise Stop(f"{paper.plural(len(slips), 'cell')} of {path} cannot be used. Nothing was changed.")
    _missing(taken)
    if taken.text == agreement.text:
        click.echo(f"{path} says what {FILE} says. Nothing was changed.")
        return exits.COMPLETE
    _loads(taken.text, agreement)
    click.echo("\n".join(_shown(agreement.text, taken)))
    if not yes and not _asked(case_dir / FILE):
        return exits.REFUSED
    _replace(case_dir / FILE, taken.text)
    click.echo(paper.then(f"truceline check {case_dir}", "Next"))
    return exits.COMPLETE


def _rows(path: Path, agreement: Agreement) -> Returned:
    from truceline.reporting import provisions

    if not path.is_file():
        raise Stop(f"{path}: there is no such file.")
    try:
        return provisions.rows(path.read_bytes(), agreement.id, path.name)
    except provisions.NotProvisions as problem:
        raise Stop(f"{path}: {problem} Nothing was changed.") from problem


def _missing(taken: Taken) -> None:
    if taken.missing:
        what = paper.plural(len(taken.missing), "provision")
        told = f"{what} of {FILE} not in the sheet, and left as they are: {', '.join(taken.missing)}"
        click.echo(paper.row("Look at", told), err=True)


def _shown(before: str, taken: Taken) -> Iterator[str]:
    """The lines that change, as they are and as they would be, then what that is in words."""
    lines = difflib.unified_diff(
        before.splitlines(), taken.text.splitlines(), FILE, f"{FILE} then", "", "", 1, ""
    )
    yield from lines
    yield ""
    for id_, headings in taken.changed.items():
        yield paper.row("Changes", f"{id_}: {', '.join(headings)}")
    if taken.new:
        yield paper.row("Adds", ", ".join(taken.new))


def _loads(text: str, before: Agreement) -> None:
    """Raises FileProblem where the text would not load any more; nothing was written then."""
    from truceline import agreement as agreements

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        path.write_bytes(text.encode("utf-8"))
        then = agreements.load(path)
    assert set(before.provisions) <= set(then.provisions), "a provision got lost"


def _asked(path: Path) -> bool:
    """Whether a person agrees; without a terminal nobody can."""
    if sys.stdin.isatty():
        return click.confirm(f"Write this into {path}?", default=False)
    click.echo(f"Nothing was written: add --yes to write this into {path}.", err=True)
    return False


def _replace(path: Path, text: str) -> None:
    """All or nothing: the file is never half written."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)
    click.echo(paper.row("Written", str(path)))
