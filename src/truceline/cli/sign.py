"""``truceline sign``: a named person answers for the report of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, outputs, paper, stops
from truceline.cli.arguments import as_of_option, case_argument, day_of, opened

if TYPE_CHECKING:
    from truceline.case import Case


@click.command(
    "sign",
    short_help="A named person answers for the report of a day.",
    epilog='\b\nExample:\n  truceline sign my-case --as-of 2025-12-24 --by "A. Berg, duty officer"',
)
@case_argument
@click.option("--by", metavar="NAME", default="", help="Who signs: a name, with the role if you like.")
@as_of_option
def command(case_dir: Path, by: str, as_of: date | None) -> int:
    """Sign the report of CASE for a day, and write it signed.

    Refused (exit code 4) while an unchecked reading stands on the page, while a document that it touches is undated and
    not set aside, or without a name; where the ledger does not hold, sources changed since the last build, or the day
    has not come. Each obstacle is listed with the command that helps. Other waiting readings are only counted. The
    signature goes into the journal with the digest of what was signed.
    """
    if found := stops.faulty(case_dir):
        return stops.refused("Not signed.", found)
    case = opened(case_dir)
    day = day_of(case, as_of)
    from truceline.review import obstacles

    if found := (*stops.outdated(case_dir), *obstacles(case, day, by)):
        return stops.refused(f"Not signed: the report of {day}.", found)
    paths = signed(case, day, by.strip())
    click.echo(f"Signed    the report of {day}, by {by.strip()}")
    for path in paths:
        click.echo(
            paper.row(
                "Report" if path.suffix == ".html" else "Sheet" if path.suffix == ".xlsx" else "Data",
                str(path),
            )
        )
    click.echo(paper.row("Next", f"truceline report {case_dir} --as-of {day} --public"))
    return exits.LEFT_OUT if paper.left_out(case.left_out) else exits.COMPLETE


def signed(case: Case, day: date, by: str) -> list[Path]:
    """Enter the signature with the digest of the report as it was read, then write the report that bears it."""
    from truceline import reporting
    from truceline.case import open_case
    from truceline.ledger import Ledger

    drafted = reporting.report(case, day)
    with Ledger.open(case.path) as ledger:
        name = f"{outputs.FOLDER}/{reporting.name(drafted, 'json')}"
        ledger.sign(by, day, reporting.fingerprint(drafted), name)
    return outputs.write(
        reporting.report(open_case(case.path), day), outputs.FORMS, case.path / outputs.FOLDER
    )
