"""``truceline review``: check what the machine read, one key a reading (frame F)."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper, sitting
from truceline.cli.arguments import as_of_option, case_argument, day_of, opened
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case

EPILOG = """\b
Examples:
  truceline review gaza-2025 --by AB               at the terminal; ? shows the keys
  truceline review gaza-2025 --keys keys.txt       from a file of keystrokes: each newline is an Enter
  truceline review gaza-2025 --export reviews.jsonl   every verdict on record, a line each
"""


@click.command("review", short_help="Check what the machine read, one key a reading.", epilog=EPILOG)
@case_argument
@as_of_option
@click.option(
    "--by",
    metavar="ROLE",
    default="duty officer",
    envvar="TRUCELINE_BY",
    show_default=True,
    help="Your role or initials.",
)
@click.option("--keys", metavar="FILE|-", help="Take the keystrokes from a file, or from the standard input.")
@click.option(
    "--all", "everything", is_flag=True, help="Add the readings that touch nothing on the page, last."
)
@click.option(
    "--export", metavar="FILE", type=click.Path(path_type=Path), help="Write all verdicts to FILE and stop."
)
def command(
    case_dir: Path, as_of: date | None, by: str, keys: str | None, everything: bool, export: Path | None
) -> int:
    """Check the machine readings of CASE: first those that change the board, then figures and positions, then doubt.

    You confirm what was said, not whether it is true. Every verdict is kept at once; z takes it back. Repeats, other
    ceasefires and topics outside the scope are counted, not queued.
    """
    from truceline.review import queue

    case = opened(case_dir)
    day = day_of(case, as_of)
    if export is not None:
        from truceline.cli.verdicts import write

        click.echo(f"{paper.plural(write(case, export), 'verdict')} written to {export}")
        return exits.COMPLETE
    waiting = queue(case, day, everything=everything)
    if not waiting.cards:
        click.echo(f"Nothing waits for the report of {day}. Not queued: {waiting.aside}.")
        return exits.COMPLETE
    script = _script(keys)
    done = (
        sitting.by_hand(case, waiting, by) if script is None else sitting.by_script(case, waiting, by, script)
    )
    click.echo("\n".join(sitting.told(done)))
    click.echo("\n".join(_after(case, day, waiting.aside)))
    return exits.COMPLETE


def _script(keys: str | None) -> str | None:
    """The keystrokes of a file or of a standard input that is no terminal; None where a person types."""
    if keys is None and sys.stdin.isatty():
        return None
    if keys in (None, "-"):
        return sys.stdin.buffer.read().decode("utf-8", "replace").replace("\r\n", "\n")
    path = Path(str(keys))
    if not path.is_file():
        raise Stop(f"{keys}: there is no such file of keystrokes.")
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _after(case: Case, day: date, aside: str) -> list[str]:
    """What still stands on the page after the sitting, and what comes next."""
    from truceline.case import open_case
    from truceline.review import standing

    left = len(standing(open_case(case.path), day))
    if left:
        touch = "1 unchecked reading touches" if left == 1 else f"{left} unchecked readings touch"
        command = f"truceline review {case.path} --as-of {day}"
        told = f"{touch} the page of {day}"
    else:
        command = f'truceline sign {case.path} --as-of {day} --by "YOUR NAME"'
        told = f"no unchecked reading touches the page of {day}"
    return [paper.row("Not queued", aside), paper.row("Not checked", told), paper.then(command, "Next")]
