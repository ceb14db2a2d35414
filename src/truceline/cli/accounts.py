"""``truceline accounts``: what is owed, handed over and received, by each account's own figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from truceline.cli import answers
from truceline.cli.arguments import as_of_option, case_argument, json_option

EPILOG = """\b
Examples:
  truceline accounts gaza-2025 --as-of 2025-12-24
  truceline accounts gaza-2025 --of exchange --json
  truceline accounts gaza-2025 --of p16
"""


@click.command(
    "accounts", short_help="What is owed, handed over and received, by whose figures.", epilog=EPILOG
)
@case_argument
@as_of_option
@json_option
@click.option("--of", default="", metavar="ID", help="One account, or one provision. Default: every account.")
def command(case_dir: Path, as_of: date | None, as_json: bool, of: str) -> int:
    """Accounts of CASE: what each side owes by its number or formula, what the giver says was handed over, what the receiver says came.

    Each viewpoint reckons with its own figures, and none is chosen. Numbers only: no name of a person is ever printed.
    """
    from truceline.reporting.answers import accounts

    return answers.told(case_dir, as_of, as_json, lambda page: accounts.accounts(page, of))
