"""``truceline figures``: numbers side by side, each with its counter, and what can be compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from truceline.cli import answers
from truceline.cli.arguments import as_of_option, case_argument, json_option

EPILOG = """\b
Examples:
  truceline figures gaza-2025 --of violations --as-of 2025-12-24
  truceline figures gaza-2025 --of trucks --json
"""


@click.command("figures", short_help="Numbers side by side, and what can be compared.", epilog=EPILOG)
@case_argument
@as_of_option
@json_option
@click.option(
    "--of", default="", metavar="WHAT", help="What is counted: violations, killed, trucks, troops ..."
)
def command(case_dir: Path, as_of: date | None, as_json: bool, of: str) -> int:
    """Figures of CASE side by side: bound, counter, definition, start, day, through whom. Nothing is added up.

    Below: which of them can stand beside each other and why, worked out here without a verdict.
    """
    from truceline.reporting.answers import figures

    return answers.told(case_dir, as_of, as_json, lambda page: figures.figures(page, of))
