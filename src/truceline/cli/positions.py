"""``truceline positions``: who stands where on what, in whose words, what moved, and what must come first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from truceline.cli import answers
from truceline.cli.arguments import as_of_option, case_argument, json_option

TONES = ("absolute", "giving", "first", "guarantee")
EPILOG = """\b
Examples:
  truceline positions gaza-2025 --as-of 2026-02-20                   holder, issue, day, stance
  truceline positions gaza-2025 --issue force --holder hamas         what moved, and in which words
  truceline positions gaza-2025 --issue force,mandate                mandate, numbers, pledges, how it stands
  truceline positions gaza-2025 --show first --ceasefire any         what must come first, for whom
"""


@click.command("positions", short_help="Who stands where, what moved, what must come first.", epilog=EPILOG)
@case_argument
@as_of_option
@json_option
@click.option("--issue", default="", metavar="WHAT", help="Issues, provisions or words, parted by commas.")
@click.option("--holder", default="", metavar="SIDE", help="The side whose positions are asked for.")
@click.option(
    "--show",
    type=click.Choice(TONES),
    metavar="WHICH",
    help="absolute, giving (accepts, offers, is flexible), first (what comes first) or guarantee.",
)
@click.option(
    "--ceasefire", default="", metavar="ID", help="Of another ceasefire; 'any' for all that are held."
)
@click.option(
    "--proposals", is_flag=True, help="Machine readings that nobody has checked, too; each says so."
)
def command(
    case_dir: Path,
    as_of: date | None,
    as_json: bool,
    issue: str,
    holder: str,
    show: str | None,
    ceasefire: str,
    proposals: bool,
) -> int:
    """Positions in CASE: holder, issue, day, stance and condition, each in its speaker's words, and what moved.

    What another side says of a holder is told as such and moves nothing. For the issue of a force: its mandate text by text,
    what is pledged, and how it stands.
    """
    from truceline.positions.tones import Tone
    from truceline.reporting.answers import positions

    asked = positions.Asked(
        issues=tuple(i.strip() for i in issue.split(",") if i.strip()),
        holder=holder,
        tone=Tone(show) if show else None,
        ceasefire=ceasefire,
        proposals=proposals,
    )
    return answers.told(case_dir, as_of, as_json, lambda page: positions.positions(page, asked))
