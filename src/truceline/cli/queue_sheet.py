"""The queue as a sheet: written for a colleague, and read back with what he filled in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.evidence import Review
    from truceline.reporting.checklist import Returned, Row
    from truceline.review import Queue

TOLD = 20
"""How many rows that were left out are told in full."""


def write(case: Case, day: date, wanted: Path, limit: int | None, by: str) -> int:
    """Write the queue of a day; its name ends in -NOT-CHECKED, and no file is written over."""
    from truceline.evidence import digest
    from truceline.ledger import Ledger
    from truceline.reporting import checklist
    from truceline.review import queue

    path = wanted.with_name(f"{checklist.name(wanted.stem)}.xlsx")
    if path.exists():
        raise Stop(
            f"{path} is there already, and somebody may have filled it in. Give another name.", exits.REFUSED
        )
    waiting = queue(case, day, limit=limit, everything=limit is None)
    if not waiting.cards:
        click.echo(
            f"Nothing waits for the report of {day}. Not queued: {waiting.aside}. No sheet was written."
        )
        return exits.COMPLETE
    data = checklist.render(case, day, waiting.cards)
    path.write_bytes(data)
    with Ledger.open(case.path) as ledger:
        ledger.export(by, path.name, digest(data), "internal", day)
    click.echo("\n".join(_written(case, path, waiting)))
    return exits.COMPLETE


def _written(case: Case, path: Path, waiting: Queue) -> list[str]:
    """What the sheet holds, what it does not, and how it comes back."""
    lines = [
        paper.then(str(path), "Sheet"),
        paper.row("Holds", f"{paper.plural(len(waiting.cards), 'reading')} to judge"),
    ]
    if waiting.more:
        beyond = f"{paper.plural(waiting.more, 'reading')} beyond the limit (--all takes them)"
        lines.append(paper.row("Not in it", beyond))
    return [
        *lines,
        paper.row("Not queued", waiting.aside),
        paper.row("Stays inside", "it holds text of sources and readings that nobody has checked"),
        paper.then(f'truceline review {case.path} --import {path} --by "NAME"', "Next"),
    ]


def take_in(case: Case, day: date, path: Path, by: str) -> int:
    """Enter what a colleague filled in, under his name. Code 3 where a row was left out; each is told with its reason."""
    from truceline.cli.review import after
    from truceline.ledger import Ledger
    from truceline.reporting import checklist

    rows = _rows(case, path, by)
    with Ledger.open(case.path) as ledger:
        found = checklist.judged(case, rows, by.strip(), datetime.now(UTC), ledger.taken_back())
        if found.reviews:
            ledger.review_all(found.reviews)
    click.echo("\n".join(_told(found, path, len(rows))))
    _left_out(found)
    click.echo("\n".join(after(case, day, _aside(case, day))))
    return exits.LEFT_OUT if found.told else exits.COMPLETE


def _rows(case: Case, path: Path, by: str) -> list[Row]:
    """The rows of the file; stops where nobody is named, or where it is no checklist of this case."""
    from truceline.reporting import checklist

    if not by.strip():
        again = f'truceline review {case.path} --import {path} --by "C. Ode"'
        raise Stop(f"--import needs the name of who judged: {again}")
    if not path.is_file():
        raise Stop(f"{path}: there is no such file.")
    try:
        return checklist.rows(path.read_bytes(), case.id)
    except checklist.NotChecklist as problem:
        raise Stop(f"{path}: {problem} Nothing was entered.") from problem


def _told(found: Returned, path: Path, rows: int) -> list[str]:
    lines = [
        paper.row("Read", f"{paper.plural(rows, 'row')} of {path.name}"),
        paper.row("Entered", f"{paper.plural(len(found.reviews), 'verdict')}{_sorts(found.reviews)}"),
    ]
    if found.as_before:
        lines.append(paper.row("As before", f"{paper.plural(found.as_before, 'row')} on record already"))
    if found.blank:
        lines.append(paper.row("Blank", f"{paper.plural(found.blank, 'row')} without a verdict"))
    if found.unknown:
        lines.append(
            paper.row(
                "Look at", f"not in the case's list of names, kept as written: {', '.join(found.unknown)}"
            )
        )
    return lines


def _sorts(reviews: tuple[Review, ...]) -> str:
    from truceline.cli.sitting import sorts

    listed = sorts(reviews)
    return f" ({listed})" if listed else ""


def _left_out(found: Returned) -> None:
    if found.told:
        click.echo(f"Left out: {paper.plural(len(found.told), 'row')}, nothing of them was entered", err=True)
    for told in found.told[:TOLD]:
        click.echo(paper.wrapped(str(told), "  "), err=True)
    if len(found.told) > TOLD:
        click.echo(f"  ... and {len(found.told) - TOLD} more", err=True)


def _aside(case: Case, day: date) -> str:
    from truceline.review import queue

    return queue(case, day, limit=0).aside
