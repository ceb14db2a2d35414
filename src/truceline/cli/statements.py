"""``truceline statements``: who said what, through whom, when, in which characters of which document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from truceline.cli import answers
from truceline.cli.arguments import Day, as_of_option, case_argument, json_option
from truceline.cli.stops import Stop

KINDS = ("statement", "figure", "incident", "position", "step", "compliance", "state", "condition", "term")
MODES = ("direct", "mixed", "indirect", "own")
TONES = ("absolute", "giving", "first", "guarantee")
EPILOG = """\b
Examples:
  truceline statements gaza-2025 --by hamas --about force
  truceline statements gaza-2025 --about p20 --as-of 2025-12-24     closed or open, and when it should have been
  truceline statements gaza-2025 --mode own                          what outlets say in their own words
  truceline statements gaza-2025 --absolute --ceasefire any          red lines, of every ceasefire that is held
  truceline statements gaza-2025 --timeline                          documents by date, certain and uncertain
  truceline statements gaza-2025 --csv > statements.csv              to cite: exact places, hashes, versions
"""


@click.command("statements", short_help="Who said what, through whom, in which characters.", epilog=EPILOG)
@case_argument
@as_of_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print a row a statement, with hashes and versions.")
@click.option(
    "--by",
    default="",
    metavar="WHO",
    help="An actor's id or name, or words by which a text names the speaker.",
)
@click.option(
    "--about", default="", metavar="WHAT", help="Issues, provisions or words, parted by commas: one must fit."
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    metavar="KIND",
    help="figure, position, state, term, condition ...: one sort of assertion.",
)
@click.option(
    "--mode",
    type=click.Choice(MODES),
    metavar="MODE",
    help="direct, mixed, indirect, or own for the outlet's own words.",
)
@click.option("--since", type=Day(), metavar="DATE", help="Known from that day on.")
@click.option(
    "--tone",
    type=click.Choice(TONES),
    metavar="TONE",
    help="absolute, giving, first (what comes first) or guarantee: found by words.",
)
@click.option("--absolute", is_flag=True, help="The same as --tone absolute.")
@click.option(
    "--ceasefire", default="", metavar="ID", help="Of another ceasefire; 'any' for all that are held."
)
@click.option(
    "--proposals", is_flag=True, help="Machine readings that nobody has checked, too; each says so."
)
@click.option(
    "--timeline",
    is_flag=True,
    help="By date instead: when each document may be of, and the days that it names.",
)
def command(
    case_dir: Path,
    as_of: date | None,
    as_json: bool,
    as_csv: bool,
    by: str,
    about: str,
    kind: str | None,
    mode: str | None,
    since: date | None,
    tone: str | None,
    absolute: bool,
    ceasefire: str,
    proposals: bool,
    timeline: bool,
) -> int:
    """Who said what in CASE: speaker, carriers, day, exact words, and where they stand.

    Only checked statements of this ceasefire, unless asked otherwise. What nobody said is told as "No statement held".
    """
    from truceline.case.register import Wanted
    from truceline.evidence import Kind
    from truceline.positions.tones import Tone
    from truceline.reporting.answers import statements
    from truceline.reporting.answers import timeline as dated

    if as_csv and as_json:
        raise Stop("--csv and --json are two forms of the same: ask for one.")
    sounds = "absolute" if absolute else tone
    wanted = Wanted(
        by=by,
        about=tuple(a.strip() for a in about.split(",") if a.strip()),
        kinds=(Kind(kind),) if kind else (),
        mode=mode or "",
        since=since,
        tone=Tone(sounds) if sounds else None,
        ceasefire=ceasefire,
        proposals=proposals,
    )
    make = dated.timeline if timeline else statements.statements
    return answers.told(case_dir, as_of, as_json, lambda page: make(page, wanted), as_csv=as_csv)
