"""``truceline review``: check what the machine read, one key a reading (frame F)."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper, sitting
from truceline.cli.arguments import as_of_option, case_argument, day_of, opened
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.review import Queue

EPILOG = """\b
Examples:
  truceline review gaza-2025 --by AB                    at the terminal; ? shows the keys
  truceline review gaza-2025 --keys keys.txt            from keystrokes: each newline is an Enter
  truceline review gaza-2025 --export queue.xlsx        today's cards as a sheet for a colleague
  truceline review gaza-2025 --import queue-NOT-CHECKED.xlsx --by "C. Ode"
  truceline review gaza-2025 --find "trucks Rafah"      queued or not; --card ID brings one up
  truceline review gaza-2025 --summary                  how much of it had to be changed
  truceline review gaza-2025 --gold corrections.jsonl   what was put right, to train a reader with
  truceline review gaza-2025 --export reviews.jsonl     every verdict on record, a line each
"""
SOMEBODY = "duty officer"
LIMIT = 40
"""How many cards a reviewer is asked for on one day, unless he asks for more (docs/decisions/0084)."""
_file = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options ask for; of ``export``, ``back``, ``gold``, ``summary`` and ``find`` at most one."""

    case_dir: Path
    as_of: date | None = None
    by: str | None = None
    keys: str | None = None
    everything: bool = False
    limit: int = LIMIT
    card: tuple[str, ...] = ()
    find: str | None = None
    export: Path | None = None
    back: Path | None = None
    gold: Path | None = None
    names: bool = False
    summary: bool = False

    @property
    def errands(self) -> list[str]:
        """The options that do something else than a sitting."""
        told = {"--find": self.find, "--export": self.export, "--import": self.back, "--gold": self.gold}
        return [k for k, v in told.items() if v is not None] + (["--summary"] if self.summary else [])


@click.command("review", short_help="Check what the machine read, one key a reading.", epilog=EPILOG)
@case_argument
@as_of_option
@click.option(
    "--by", metavar="NAME", envvar="TRUCELINE_BY", help=f"Your role, initials or name. [default: {SOMEBODY}]"
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1),
    default=LIMIT,
    show_default=True,
    help="At most N cards a day.",
)
@click.option(
    "--all", "everything", is_flag=True, help="No limit; readings that touch nothing on the page come last."
)
@click.option("--keys", metavar="FILE|-", help="Take the keystrokes from a file, or from the standard input.")
@click.option("--find", metavar="WORDS", help="List the readings with these words, queued or not, and stop.")
@click.option(
    "--card", metavar="ID", multiple=True, help="Bring up this reading; may be given several times."
)
@click.option(
    "--export", metavar="FILE", type=_file, help="FILE.xlsx: the queue to fill in. FILE.jsonl: all verdicts."
)
@click.option("--import", "back", metavar="FILE", type=_file, help="Read a filled-in queue back; needs --by.")
@click.option(
    "--gold",
    metavar="FILE",
    type=_file,
    help="Write what was put right, to train a reader with (JSON lines).",
)
@click.option("--with-names", "names", is_flag=True, help="With --gold: also who judged, and the notes.")
@click.option("--summary", is_flag=True, help="Tell how much of what was read had to be changed, by part.")
def command(**asked: object) -> int:
    """Check the machine readings of CASE: first those that change the board, then figures and positions, then doubt.

    You confirm what was said, not whether it is true. Every verdict is kept at once; z takes it back. Repeats, other
    ceasefires and topics outside the scope are counted, not queued; --find finds them.
    """
    told = Asked(**asked)  # type: ignore[arg-type]
    if len(told.errands) > 1:
        raise Stop(f"{' and '.join(told.errands)} are different errands: one at a time.")
    case = opened(told.case_dir)
    return _errand(case, told) if told.errands else _sitting(case, told)


def _errand(case: Case, told: Asked) -> int:
    from truceline.cli import corrections, queue_sheet, searching, verdicts

    day = day_of(case, told.as_of)
    if told.find is not None:
        return searching.listed(case, day, told.find)
    if told.back is not None:
        return queue_sheet.take_in(case, day, told.back, told.by or "")
    if told.gold is not None:
        return corrections.write(
            case, told.gold, everything=told.everything, names=told.names, by=told.by or SOMEBODY
        )
    if told.summary:
        return corrections.summary(case)
    assert told.export is not None
    if told.export.suffix.lower() == ".xlsx":
        limit = None if told.everything else told.limit
        return queue_sheet.write(case, day, told.export, limit, told.by or SOMEBODY)
    if told.export.suffix.lower() in (".xls", ".ods", ".csv"):
        raise Stop(f"--export {told.export}: the queue goes out as .xlsx, the verdicts as .jsonl.")
    click.echo(f"{paper.plural(verdicts.write(case, told.export), 'verdict')} written to {told.export}")
    return exits.COMPLETE


def _sitting(case: Case, told: Asked) -> int:
    day, by = day_of(case, told.as_of), told.by or SOMEBODY
    waiting = _waiting(case, day, told, by)
    if not waiting.cards:
        click.echo("\n".join(_nothing(case, day, waiting, told.limit, by)))
        return exits.COMPLETE
    script = _script(told.keys)
    done = (
        sitting.by_hand(case, waiting, by) if script is None else sitting.by_script(case, waiting, by, script)
    )
    click.echo("\n".join(sitting.told(done)))
    if waiting.more:
        told_more = f"{paper.plural(waiting.more, 'reading')} beyond today's cards (--all asks for them too)"
        click.echo(paper.row("Not today", told_more))
    click.echo("\n".join(after(case, day, waiting.aside)))
    return exits.COMPLETE


def _waiting(case: Case, day: date, told: Asked, by: str) -> Queue:
    """The cards asked for by id, else the queue of the day less what was settled today."""
    from truceline.review import picked, queue, settled

    if told.card:
        try:
            return picked(case, day, tuple(dict.fromkeys(told.card)))
        except LookupError as unknown:
            raise Stop(f"{unknown}. Next: truceline review {case.path} --find WORDS") from unknown
    limit = None if told.everything else max(0, told.limit - settled(case, by, datetime.now(UTC)))
    return queue(case, day, everything=told.everything, limit=limit)


def _nothing(case: Case, day: date, waiting: Queue, limit: int, by: str) -> list[str]:
    """Why there is no card."""
    if not waiting.more:
        return [paper.wrapped(f"Nothing waits for the report of {day}. Not queued: {waiting.aside}.")]
    many = f"{paper.plural(waiting.more, 'reading')} wait, {waiting.more_touching} touch the page of {day}"
    told = f"The {limit} cards of today are settled ({by}). {many}. To go on today:"
    return [paper.wrapped(told), paper.then(f"truceline review {case.path} --as-of {day} --all", "Next")]


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


def after(case: Case, day: date, aside: str) -> list[str]:
    """What still stands on the page after verdicts were entered, and what comes next."""
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
