"""What several verbs take: a case folder, a day, a number of processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from truceline.cli.stops import Stop

if TYPE_CHECKING:  # opening a case brings in most rooms: only when a verb does it
    from truceline.case import Case

Made = TypeVar("Made", bound=Callable[..., Any])


class CaseFolder(click.ParamType[Path]):
    """A folder with a case.yaml."""

    name = "case"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The folder; fails with what makes one."""
        path = Path(value)
        if path.name == "case.yaml" and path.is_file():
            path = path.parent
        if not path.is_dir():
            self.fail(
                f"{value} is no folder; 'truceline demo' makes the example, 'truceline new {value}' a case.",
                param,
                ctx,
            )
        if not (path / "case.yaml").is_file():
            self.fail(
                f"{value} holds no case.yaml, so it is no case folder; 'truceline new DIR' makes one.",
                param,
                ctx,
            )
        return path


FIRST, LAST = date(1900, 1, 1), date(2999, 12, 31)
"""The days that may be asked about: far enough from the ends of the calendar that every clock can count from them."""


class Day(click.ParamType[date]):
    """A day of the calendar."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; fails with an example, and outside the years 1900 to 2999."""
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is no day; write it as 2025-12-24.", param, ctx)
        if not FIRST <= day <= LAST:
            told = f"a day from {FIRST} to {LAST} is expected, such as 2025-12-24; is the year right?"
            self.fail(f"'{value}' lies outside the years that Truceline counts in: {told}", param, ctx)
        return day


def case_argument(function: Made) -> Made:
    """The argument CASE."""
    return click.argument("case_dir", metavar="CASE", type=CaseFolder())(function)


def as_of_option(function: Made) -> Made:
    """The option --as-of."""
    told = "The day of the report: what could be known on it. Default: the case's report_date, else today."
    return click.option("--as-of", metavar="DATE", type=Day(), help=told)(function)


def on_option(function: Made) -> Made:
    """The option --on."""
    told = "The day asked about: what held on it by the statements' own times, as far as --as-of could know. Default: the day of --as-of."
    return click.option("--on", metavar="DATE", type=Day(), help=told)(function)


def recorded_option(function: Made) -> Made:
    """The option --recorded."""
    told = "For audit: what the journal held at the end of that day: documents, readings, reviews, findings, the case's files. What it can no longer show is listed (code 3)."
    return click.option("--recorded", metavar="DATE", type=Day(), help=told)(function)


def json_option(function: Made) -> Made:
    """The option --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print the same as JSON, with ids.")(function)


def opened(path: Path, recorded: date | None = None) -> Case:
    """The case of a folder, as its journal stood at the end of ``recorded`` where given. Raises FileProblem with every slip in its files; stops where nothing was built yet."""
    from truceline.case import open_case
    from truceline.case.store import LEDGER

    case = open_case(path, recorded)
    if not (path / LEDGER).is_file():
        raise Stop(f"{path}: nothing was read yet. Next: truceline build {path}")
    return case


def day_of(case: Case, as_of: date | None) -> date:
    """The day asked for, else the case's report_date, else today where the case counts its days."""
    return as_of or case.settings.today


def on_day(case: Case, on: date | None, as_of: date) -> date:
    """The day asked about, else that of the report; stops where it lies after it."""
    if on is not None and on > as_of:
        raise Stop(
            f"--on {on} lies after --as-of {as_of}: what held on a day cannot be told by what was known before it. "
            f"Ask with '--on {on} --as-of {on}' or a later --as-of; what falls due on later days: truceline dates {case.path}"
        )
    return on or as_of


def jobs_option(function: Made) -> Made:
    """The option --jobs."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        metavar="N",
        help="How many processes read side by side; each takes some 300 MB. The result is the same, in the same order.",
    )(function)
