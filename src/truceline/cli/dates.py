"""``truceline dates``: what falls due when, by whose count, what is past, and what has no day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper, stops
from truceline.cli.arguments import as_of_option, case_argument, day_of, json_option, opened
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.status import Calendar, Dated

EPILOG = """\b
Examples:
  truceline dates gaza-2025 --as-of 2025-10-12
  truceline dates gaza-2025 --viewpoint hamas       by the start dates that this side goes by
  truceline dates gaza-2025 --ics deadlines.ics     for a calendar program
"""


@click.command("dates", short_help="What falls due when, by whose count.", epilog=EPILOG)
@case_argument
@as_of_option
@json_option
@click.option(
    "--ics", metavar="FILE", type=click.Path(path_type=Path), help="Also write them as an iCalendar file."
)
@click.option("--viewpoint", metavar="ID", help="Only the deadlines that this viewpoint goes by.")
@click.option(
    "--pick",
    type=click.Choice(["each", "earliest", "latest"]),
    default="each",
    show_default=True,
    help="Where a clock has several start dates held: every deadline, or the earliest or latest alone.",
)
def command(
    case_dir: Path, as_of: date | None, as_json: bool, ics: Path | None, viewpoint: str | None, pick: str
) -> int:
    """The deadlines of CASE as known on a day: ahead, past, waiting for something, and how many duties carry none.

    Sides count from different start dates: each deadline says by whom it is counted, and none is chosen. Exit code 3 where a
    source was left out, 4 where FILE is not a calendar that this program wrote.
    """
    from truceline.status import Pick

    case = opened(case_dir)
    day = day_of(case, as_of)
    found = _of(case.calendar(day, Pick(pick)), viewpoint)
    if ics is not None:
        _write(case, found, ics)
    if as_json:
        paper.data(_line(found))
    else:
        from truceline.cli.agenda import Agenda

        click.echo("\n".join(Agenda(case, found).lines()))
        if ics is not None:
            click.echo(paper.row("Calendar", str(ics)))
    stops.mind_outdated(case_dir)
    return exits.LEFT_OUT if paper.left_out(case.left_out) else exits.COMPLETE


def _of(found: Calendar, viewpoint: str | None) -> Calendar:
    known = [v.id for v in found.viewpoints if not v.mission]
    if viewpoint is None:
        return found
    if viewpoint not in known:
        raise Stop(
            f"there is no viewpoint '{viewpoint}' that counts days on {found.as_of}; there are {', '.join(known)}."
        )
    return found.of(viewpoint)


def _write(case: Case, found: Calendar, path: Path) -> None:
    """Write the file, over none but one of ours."""
    from truceline.cli.agenda import Agenda
    from truceline.reporting import ical

    if path.exists() and not path.read_bytes().startswith(ical.BEGIN.encode()):
        raise Stop(
            f"{path} is no calendar that Truceline wrote; it was left as it is. Name another file.",
            exits.REFUSED,
        )
    settings = case.settings
    stamp = datetime.combine(found.as_of, settings.cut_off, settings.offset)
    written = ical.text(Agenda(case, found).events(), f"{settings.name}: deadlines", stamp)
    path.write_bytes(written.encode("utf-8"))


def _line(found: Calendar) -> dict[str, Any]:
    groups = {
        "ahead": found.ahead,
        "past_open": found.past_open,
        "met": found.met,
        "over": found.over,
        "suspended": found.suspended,
    }
    return {
        "as_of": found.as_of.isoformat(),
        **{name: [_deadline(found, d) for d in dated] for name, dated in groups.items()},
        "waiting": [
            {"id": w.matter, "awaits": w.awaits, "viewpoints": list(w.accounts)} for w in found.waiting
        ],
        "without": list(found.without),
        "duties": found.duties,
    }


def _suspension(dated: Dated) -> dict[str, Any] | None:
    still = dated.suspension if dated.suspended else None
    if still is None:
        return None
    until = str(still.until) if still.until.known else None
    return {"by": still.instrument, "since": str(still.since), "until": until}


def _deadline(found: Calendar, dated: Dated) -> dict[str, Any]:
    deadline, start = dated.deadline, dated.deadline.start
    claims = [*(start.claims if start else ())]
    if deadline.clock.source.claim:
        claims.append(deadline.clock.source.claim.id)
    return {
        "uid": dated.uid(found.agreement),
        "id": deadline.matter,
        "falls": dated.falls.value,
        "due": str(dated.due),
        "lapses": deadline.lapses.isoformat() if deadline.lapses else None,
        "moment": deadline.moment.isoformat() if deadline.moment else None,
        "start": {"of": start.anchor, "day": str(start.day)} if start else None,
        "by": list(deadline.by),
        "viewpoints": list(dated.accounts),
        "suspended": _suspension(dated),
        "values": {v: cell.value.word for v, cell in dated.cells.items()},
        "claims": claims,
    }
