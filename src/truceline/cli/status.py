"""``truceline status``: what stands where, according to whom (frame G)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper, stops
from truceline.cli.arguments import (
    as_of_option,
    case_argument,
    day_of,
    json_option,
    on_day,
    on_option,
    opened,
    recorded_option,
)
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.cli.boards import Shown
    from truceline.status import Board

EPILOG = """\b
Examples:
  truceline status gaza-2025 --as-of 2025-12-24
  truceline status gaza-2025 --on 2025-10-20 --as-of 2025-11-30    a past day, by what was said since
  truceline status gaza-2025 --gate g_1_2          whose condition, and whose account of the facts
  truceline status gaza-2025 --json --proposals    for programs, with what unchecked readings would change
"""


@click.command("status", short_help="What stands where, according to whom.", epilog=EPILOG)
@case_argument
@as_of_option
@on_option
@recorded_option
@json_option
@click.option(
    "--proposals",
    is_flag=True,
    help="Also give each value as it would be if all unchecked readings were accepted.",
)
@click.option(
    "--degree",
    is_flag=True,
    help="Also show how far each duty is carried out as stated in that column, 0 to 3: a reading aid, never added up.",
)
@click.option("--all", "everything", is_flag=True, help="Show the provisions on which nothing is held, too.")
@click.option(
    "--gate",
    metavar="ID",
    help="One condition for a phase: whose condition (rows) and whose account (columns).",
)
def command(
    case_dir: Path,
    as_of: date | None,
    on: date | None,
    recorded: date | None,
    as_json: bool,
    proposals: bool,
    degree: bool,
    everything: bool,
    gate: str | None,
) -> int:
    """The board of CASE: each provision under each viewpoint, as known on a day.

    Three days: the one asked about (--on), by when it could be known (--as-of), by when it was entered (--recorded).

    No column sums up the others. Only checked statements give a value; +n counts machine readings beside it. "No
    statement held" (..) is about this collection, not about a party. Exit code 3 where a source was left out, or where something
    that was held on the day of --recorded cannot be shown; it is listed first.
    """
    from truceline.cli.boards import Shown
    from truceline.status import Days

    case = _case(case_dir, recorded)
    day = day_of(case, as_of)
    board = case.board(day, on=on_day(case, on, day))
    if gate is not None and gate not in case.agreement.gates:
        raise Stop(
            f"{case_dir}/agreement.yaml has no condition '{gate}'; it has {', '.join(case.agreement.gates) or 'none'}."
        )
    if as_json:
        days = Days(board.as_of, board.on, recorded)
        paper.data({**days.line(), **paper.not_shown(case), **_line(case, board, gate, proposals)})
    else:
        if recorded is not None:
            click.echo(
                f"For audit: what the journal held at the end of {recorded}, in {case.held.entries} entries."
            )
            paper.tell_not_shown(case)
        click.echo(_text(case, board, gate, Shown(everything, proposals, degree)))
    if not stops.mind_outdated(case_dir) and not case.documents and recorded is None:
        click.echo(f"No document is held yet. Next: truceline add {case_dir} FILE", err=True)
    return exits.LEFT_OUT if paper.left_out(case.left_out) or case.not_shown else exits.COMPLETE


def _case(case_dir: Path, recorded: date | None) -> Case:
    """The case; one without any source has a board before its first build."""
    from truceline.case import open_case
    from truceline.case.store import LEDGER
    from truceline.ledger import stale

    unbuilt = not (case_dir / LEDGER).is_file()
    return open_case(case_dir, recorded) if unbuilt and not stale(case_dir) else opened(case_dir, recorded)


def _line(case: Case, board: Board, gate: str | None, proposals: bool) -> dict[str, object]:
    from truceline.cli import blocks

    line = board.line(proposals=proposals)
    if gate is None:
        return line
    row = next(g for g in board.gates if g.gate.id == gate)
    own = [g for g in line["gates"] if g["id"] == gate]
    return {**line, "gates": own, **blocks.data(case, row, board)}


def _text(case: Case, board: Board, gate: str | None, shown: Shown) -> str:
    from truceline.cli import boards, conditions

    if gate is not None:
        return "\n".join(conditions.one(case, next(g for g in board.gates if g.gate.id == gate), board))
    parts = (
        boards.head(case, board, degrees=shown.degrees),
        [""],
        boards.table(board, shown),
        [""],
        conditions.summary(case, board),
        boards.foot(case, board),
    )
    return "\n".join(line for part in parts for line in part)
