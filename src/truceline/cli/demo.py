"""``truceline demo``: a worked example, built, reported and shown, without a network (frame G)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import opened
from truceline.cli.examples import DEFAULT, copy, find
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.agreement.check.sarif import Found
    from truceline.case import Case
    from truceline.ledger import BuildResult


@click.command(
    "demo",
    short_help="A worked example: built, reported, shown.",
    epilog="\b\nExample:\n  truceline demo --to /tmp/gaza-2025",
)
@click.option("--example", metavar="NAME", default=DEFAULT, show_default=True, help="Which example.")
@click.option(
    "--to",
    "target",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to put it. Default: its name, here.",
)
def command(example: str, target: Path | None) -> int:
    """Put a worked example into a folder, read it, and write its report. Run it again: nothing of yours is lost."""
    source = find(example)
    made = target or Path(source.name)
    _place(source, made)
    from truceline.cli.progress import Progress
    from truceline.ledger import build

    result = build(made, progress=Progress("reading"))
    case = opened(made)
    for line in (*_read(case, result), *_written(case), *_next(case)):
        click.echo(line)
    return exits.LEFT_OUT if paper.left_out(result.left_out) else exits.COMPLETE


def _place(source: Path, made: Path) -> None:
    """Copy the example, or go on with the copy that is there; never write over anything else."""
    if (made / "case.yaml").is_file():
        if (made / "agreement.yaml").read_bytes() != (source / "agreement.yaml").read_bytes():
            raise Stop(
                f"{made} holds another case, or an older or changed copy: name another folder with --to.",
                exits.REFUSED,
            )
        click.echo(f"{made} is here already: it is brought up to date, your verdicts are kept.")
        return
    if made.exists() and (not made.is_dir() or any(made.iterdir())):
        raise Stop(f"{made} exists and is no case folder: name another folder with --to.", exits.REFUSED)
    copy(source, made)


def _read(case: Case, result: BuildResult) -> list[str]:
    from truceline.cli.build import told
    from truceline.cli.check import LABEL, contents, counted

    other = sum(not r.this_case for r in case.readings)
    outside = sum(r.this_case and not r.in_scope for r in case.readings)
    read, left = told(result)
    aside = f"        other ceasefire: {paper.plural(other, 'statement')}        outside scope: {paper.plural(outside, 'statement')}"
    written = f"{len(case.documents)} dispatches written for Truceline; no network is used"
    return [
        f"Example case: {case.settings.name} ({written})",
        paper.row("  agreement", f"{contents(case.agreement)}; {counted(_open_ends(case))}", LABEL),
        read,
        left + aside,
        f"  checked     {_checked(case)}",
    ]


def _open_ends(case: Case) -> list[Found]:
    """What the agreement leaves open, as ``truceline check`` counts it."""
    from truceline.agreement.check import check

    return list(check(case.agreement, case.lexicon, issues=case.issues))


def _checked(case: Case) -> str:
    from truceline.review import standing

    done = sum(r.checked for r in case.readings)
    waiting = sum(r.waiting for r in case.readings)
    touch = len(standing(case, case.settings.today))
    wait = f"{paper.plural(waiting, 'machine reading')} {'waits' if waiting == 1 else 'wait'}"
    return f"{done} by the authors of the example; {wait}, {touch} {'touches' if touch == 1 else 'touch'} the report"


def _written(case: Case) -> list[str]:
    """Write the report of the case's day and name its files."""
    from truceline import reporting
    from truceline.cli import outputs

    made = reporting.report(case, case.settings.today)
    paths = {p.suffix: p for p in outputs.write(made, outputs.FORMS, case.path / outputs.FOLDER)}
    return [
        f"Report   {paths['.html']}     open it in any browser",
        f"Sheet    {paths['.xlsx']}     figures, board, statements, review list",
    ]


def _next(case: Case) -> list[str]:
    from truceline.review import standing
    from truceline.review.signing import minutes

    day, folder = case.settings.today, case.path
    touch = len(standing(case, day))
    rows = [
        (f"truceline status {folder} --as-of {day}", "what stands where"),
        (f"truceline explain {folder} {_matter(case)} --as-of {day}", "why"),
        ("truceline new my-case", "your own"),
    ]
    if touch:
        rows.insert(
            2, (f"truceline review {folder}", f"check the {paper.plural(touch, 'reading')}, {minutes(touch)}")
        )
    wide = max(len(command) for command, _ in rows)
    return [
        f"{'Next' if i == 0 else '':<9}{command:<{wide}}  {words}" for i, (command, words) in enumerate(rows)
    ]


def _matter(case: Case) -> str:
    """A provision worth explaining: the one on which most is held."""
    rows = case.board(case.settings.today).rows
    held = {r.provision.id: sum(bool(c.claims or c.proposals) for c in r.cells.values()) for r in rows}
    return max(held, key=lambda i: held[i]) if held else "p01"
