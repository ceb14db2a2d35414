"""How a verb stops: where, what, what was expected, what to do next; in one line and without a traceback."""

from __future__ import annotations

import sys

import click

from truceline.cli import exits


class Stop(click.ClickException):
    """A verb stops with a message and an exit code; USAGE where nothing else is said."""

    def __init__(self, message: str, code: int = exits.USAGE) -> None:
        super().__init__(message)
        self.code = code


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
    what = f"{type(error).__name__}: {error}".strip(": ")
    click.echo(f"truceline: unexpected: {what}", err=True)
    click.echo(
        "  This is a fault of Truceline, not of your files. TRUCELINE_DEBUG=1 shows where; please report it.",
        err=True,
    )
    return exits.UNEXPECTED
