"""What persons put right: as gold for a reader, and as a share by part."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper
from truceline.cli.protected import guard
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case


def write(case: Case, path: Path, *, everything: bool, names: bool, by: str) -> int:
    """Write the corrections as gold, a line each; says that the file stays inside, and enters in the journal that it was made."""
    from truceline.evidence import digest
    from truceline.ledger import Ledger
    from truceline.review import gold

    guard(case)
    if path.exists():
        raise Stop(f"{path} is there already. Give another name.", exits.REFUSED)
    items = list(gold(case, everything=everything, names=names))
    if not items:
        click.echo("Nothing was put right so far, so there is no gold. No file was written.")
        return exits.COMPLETE
    data = "".join(f"{json.dumps(i, ensure_ascii=False)}\n" for i in items).encode("utf-8")
    path.write_bytes(data)
    with Ledger.open(case.path) as ledger:
        ledger.export(by, path.name, digest(data))
    click.echo("\n".join(_written(case, path, items, everything=everything, names=names)))
    return exits.COMPLETE


def _written(
    case: Case, path: Path, items: list[dict[str, Any]], *, everything: bool, names: bool
) -> list[str]:
    """What the file holds, and that it stays inside."""
    rejected = sum(i["verdict"] == "rejected" for i in items)
    who = "Names of reviewers and their notes are in it." if names else "No reviewer is named in it."
    lines = [
        paper.then(str(path), "Gold"),
        paper.row("Holds", f"{paper.plural(len(items), 'item')}, {rejected} of them no statement"),
        paper.row("Stays inside", f"it holds text of sources. {who}"),
    ]
    if not everything:
        lines.append(paper.row("Not in it", "what was accepted as read; --all adds it"))
    if case.settings.confidential:
        lines.append(paper.row("Never in it", "the sources under `confidential` in case.yaml"))
    return lines


def summary(case: Case) -> int:
    """Print how much of what was read had to be changed, by part."""
    from truceline.evidence import Verdict
    from truceline.review import shares

    found = shares(case)
    if not found[-1].judged:
        click.echo("No machine reading has a verdict so far.")
        click.echo(paper.then(f"truceline review {case.path}", "Next"))
        return exits.COMPLETE
    left = sum(r.state == Verdict.OPEN for r in case.readings)
    click.echo(
        f"Of what the machine read and a person judged, this had to be changed ({left} left open, not counted):"
    )
    for share in found:
        part = f"{share.share:.0%}" if share.share is not None else "-"
        click.echo(f"  {share.part:<16} {share.changed:>6,} of {share.judged:>6,} {part:>6}")
    click.echo(
        paper.wrapped(
            "Value and date: of figures. Not a statement, anything: of all; the others: of what was said."
        )
    )
    return exits.COMPLETE
