"""How a verb stops: where, what, what was expected, what to do next; in one line and without a traceback.

Also what lets nothing of a case be signed or go out: a ledger that does not hold, a folder that is no longer what was read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper

if TYPE_CHECKING:
    from collections.abc import Iterable

    from truceline.review import Obstacle

NAMED = 3
"""How many changed sources are named before the rest is counted."""


class Stop(click.ClickException):
    """A verb stops with a message and an exit code; USAGE where nothing else is said."""

    def __init__(self, message: str, code: int = exits.USAGE) -> None:
        super().__init__(message)
        self.code = code


def refused(what: str, obstacles: Iterable[Obstacle]) -> int:
    """Print what is not done and why, each obstacle with the command that helps; gives the exit code."""
    click.echo(what, err=True)
    for obstacle in obstacles:
        click.echo(paper.wrapped(f"- {obstacle.words}", "  "), err=True)
        click.echo(f"    {obstacle.command}", err=True)
    return exits.REFUSED


def faulty(case_dir: Path) -> tuple[Obstacle, ...]:
    """The first fault of the ledger, as an obstacle; none where it holds, or where nothing was built yet."""
    from truceline.case.store import LEDGER
    from truceline.files import FileProblem
    from truceline.ledger import Ledger
    from truceline.review import Obstacle

    if not (case_dir / LEDGER).is_file():
        return ()
    try:
        with Ledger.open(case_dir) as ledger:
            found = [str(fault) for fault in ledger.verify()]
    except FileProblem as problem:
        found = [str(problem)]
    if not found:
        return ()
    more = f" ({len(found) - 1} more)" if len(found) > 1 else ""
    return (Obstacle(f"The ledger does not hold: {found[0]}{more}", f"truceline verify {case_dir}"),)


def outdated(case_dir: Path) -> tuple[Obstacle, ...]:
    """That sources changed since the last build, as an obstacle; none where the folder is what was read."""
    from truceline.ledger import stale
    from truceline.review import Obstacle

    paths = stale(case_dir)
    if not paths:
        return ()
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    words = f"{_changed(paths)}: {', '.join(paths[:NAMED])}{more}."
    return (Obstacle(words, f"truceline build {case_dir}"),)


def mind_outdated(case_dir: Path) -> int:
    """One line to the error stream where sources changed since the last build; how many they are, for no exit code."""
    from truceline.ledger import stale

    if paths := stale(case_dir):
        click.echo(f"Look at: {_changed(paths)}. Next: truceline build {case_dir}", err=True)
    return len(paths)


def _changed(paths: tuple[str, ...]) -> str:
    return f"{paper.plural(len(paths), 'source')} changed since the last build"


def told(error: Exception) -> int:
    """Print what happened to the error stream, and give the exit code."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        click.echo("Stopped. What was done before is kept.", err=True)
        return exits.UNEXPECTED
    if isinstance(error, click.UsageError):
        return _usage(error)
    if isinstance(error, Stop):
        click.echo(f"truceline: {error.message}", err=True)
        return error.code
    if isinstance(error, click.ClickException):
        click.echo(f"truceline: {error.format_message()}", err=True)
        return error.exit_code
    return _other(error)


def _usage(error: click.UsageError) -> int:
    click.echo(f"truceline: {error.format_message()}", err=True)
    if error.ctx is not None:
        click.echo(f"  See: {error.ctx.command_path} --help", err=True)
    return exits.USAGE


def _other(error: Exception) -> int:
    from truceline.files import FileProblem

    if isinstance(error, FileProblem):
        click.echo(str(error), err=True)
        return exits.USAGE
    if isinstance(error, BrokenPipeError):
        sys.stderr.close()  # the reader of a pipe has gone: nobody to tell
        return exits.COMPLETE
    if isinstance(error, OSError) and error.filename:
        click.echo(
            f"truceline: {error.filename}: {error.strerror or error}. Nothing was changed there.", err=True
        )
        return exits.USAGE
    import sqlite3

    if isinstance(error, sqlite3.Error) or isinstance(error.__cause__, sqlite3.Error):
        click.echo(f"truceline: SQLite cannot use the ledger: {error}. Next: truceline verify CASE", err=True)
        return exits.USAGE
    what = f"{type(error).__name__}: {error}".strip(": ")
    click.echo(f"truceline: unexpected: {what}", err=True)
    click.echo(
        "  This is a fault of Truceline, not of your files. TRUCELINE_DEBUG=1 shows where; please report it.",
        err=True,
    )
    return exits.UNEXPECTED
