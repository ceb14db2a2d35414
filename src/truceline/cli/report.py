"""``truceline report``: the daily report as HTML, XLSX and JSON (frames A to D and H)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, outputs, paper, stops
from truceline.cli.arguments import as_of_option, case_argument, day_of, opened
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.reporting import Report

EPILOG = """\b
Examples:
  truceline report gaza-2025 --as-of 2025-12-24
  truceline report gaza-2025 --format html --out ~/outbox
  truceline report gaza-2025 --format docx          as a Word document
  truceline report gaza-2025 --public               of a signed report: signed content only
"""
WHAT = {".html": "Report", ".xlsx": "Sheet", ".json": "Data", ".docx": "Document"}


@click.command("report", short_help="The daily report as HTML, XLSX and JSON.", epilog=EPILOG)
@case_argument
@as_of_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write. Default: CASE/reports.",
)
@click.option(
    "--public",
    is_flag=True,
    help="The version for release: signed content only, no unchecked reading, no reviewer.",
)
@click.option(
    "--format",
    "written",
    metavar="html,xlsx,json,docx",
    default="html,xlsx,json",
    show_default=True,
    help="Which forms.",
)
@click.option(
    "--by",
    metavar="ROLE",
    default="duty officer",
    envvar="TRUCELINE_BY",
    help="Who lets a public version go out.",
)
def command(case_dir: Path, as_of: date | None, out: Path | None, public: bool, written: str, by: str) -> int:
    """Write the report of CASE for a day. It is a draft until `truceline sign` signs it.

    A file that holds one unchecked reading ends in -NOT-CHECKED. Each is one file that needs no network. Exit code 3
    where a source was left out (the report lists it), 4 where --public is asked of a report that nobody signed, of a
    ledger that does not hold, or after sources changed since the last build.
    """
    from truceline import reporting

    forms = outputs.forms(written)
    if public and (found := stops.faulty(case_dir)):
        return stops.refused("Nothing goes out.", found)
    case = opened(case_dir)
    day = day_of(case, as_of)
    if public and (found := stops.outdated(case_dir)):
        return stops.refused(f"Nothing goes out of the report of {day}.", found)
    made = reporting.report(case, day)
    if public:
        made = _public(case, made, day)
    paths = outputs.write(made, forms, out or case_dir / outputs.FOLDER)
    if public:
        _record(case_dir, paths, by, day)
    for path in paths:
        click.echo(
            paper.row(
                WHAT[path.suffix],
                str(path),
            )
        )
    if not public:
        stops.mind_outdated(case_dir)
    return exits.LEFT_OUT if paper.left_out(case.left_out) else exits.COMPLETE


def _public(case: Case, made: Report, day: date) -> Report:
    from truceline import reporting
    from truceline.cli.protected import guard

    case_dir = case.path
    guard(case)
    apart = reporting.report(case.released(), day) if case.settings.confidential else None
    try:
        return reporting.public(made, apart)
    except reporting.NotSigned as refused:
        raise Stop(
            f'the report of {day} is not signed, and only signed content goes out. Next: truceline sign {case_dir} --as-of {day} --by "NAME"',
            exits.REFUSED,
        ) from refused


def _record(case_dir: Path, paths: list[Path], by: str, day: date) -> None:
    """Enter in the journal that a public file was made."""
    from truceline.evidence import digest
    from truceline.ledger import Ledger

    with Ledger.open(case_dir) as ledger:
        for path in paths:
            ledger.export(by, path.name, digest(path.read_bytes()), "public", day)
