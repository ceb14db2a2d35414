"""``truceline voices``: who is heard and who never, what each source is made of, which are one, which contradict themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from truceline.cli import answers
from truceline.cli.arguments import as_of_option, case_argument, json_option

EPILOG = "\b\nExample:\n  truceline voices gaza-2025 --as-of 2026-02-20"


@click.command("voices", short_help="Who is heard, who never, and what sources are made of.", epilog=EPILOG)
@case_argument
@as_of_option
@json_option
@click.option(
    "--ceasefire",
    default="any",
    metavar="ID",
    help="Only documents on that ceasefire. Default: all that are held.",
)
def command(case_dir: Path, as_of: date | None, as_json: bool, ceasefire: str) -> int:
    """Voices in CASE: sides with their speakers, speakers that nobody names, voices that are missing.

    For each document its share of the outlet's own words, its headline and loaded words; which documents tell one story, and
    where one does not fit with itself. Features and places, never a verdict on an outlet.
    """
    from truceline.reporting.answers import voices

    return answers.told(case_dir, as_of, as_json, lambda page: voices.voices(page, ceasefire))
