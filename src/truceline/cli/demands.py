"""``truceline demands``: which demand of which side a draft answers, according to whom, and the guarantees that are sought."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from truceline.cli import answers
from truceline.cli.arguments import as_of_option, case_argument, json_option

EPILOG = "\b\nExample:\n  truceline demands gaza-2025 --as-of 2026-02-20"


@click.command("demands", short_help="Demands against a draft, and the guarantees sought.", epilog=EPILOG)
@case_argument
@as_of_option
@json_option
@click.option(
    "--proposals", is_flag=True, help="Machine readings that nobody has checked, too; each says so."
)
def command(case_dir: Path, as_of: date | None, as_json: bool, proposals: bool) -> int:
    """Demands in CASE against the drafts of its agreement file: answered, partly, silent, and on what that rests.

    Under each demand stand the sentences of documents that speak of it; last, who seeks which guarantee from whom.
    """
    from truceline.reporting.answers import demands

    return answers.told(case_dir, as_of, as_json, lambda page: demands.demands(page, proposals))
