"""An answer in the terminal: each line with the document and the characters that it rests on, the same as JSON or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline import __version__
from truceline.cli import exits, paper, stops
from truceline.cli.arguments import day_of, opened
from truceline.files import screen

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.reporting.answers.answer import Answer
    from truceline.reporting.model import Line, Row, Section, Table
    from truceline.reporting.sections.page import Page

MOST = 4
"""How many places a line names; the rest is counted."""


def told(
    case_dir: Path, as_of: date | None, as_json: bool, made: Callable[[Page], Answer], *, as_csv: bool = False
) -> int:
    """Open the case, work out the answer for the day, print it; code 3 where a source was left out."""
    from truceline.reporting.sections.page import Page, day_before

    case = opened(case_dir)
    day = day_of(case, as_of)
    answer = made(Page(case, day, day_before(day)))
    if as_json:
        paper.data(answer.data())
    elif as_csv:
        paper.utf8()
        click.echo(sheet(answer), nl=False)
    else:
        click.echo("\n".join(text(answer)))
    stops.mind_outdated(case_dir)
    return exits.LEFT_OUT if paper.left_out(case.left_out) else exits.COMPLETE


def text(answer: Answer) -> Iterator[str]:
    """The answer as lines that fit the screen; a single place is never broken."""
    case, day = answer.page.case, answer.page.as_of
    yield paper.wrapped(
        f"{case.settings.name}: {answer.title.lower()}, as known on {day}. Only checked statements count."
    )
    for section in answer.sections:
        yield ""
        yield from _section(case, section)


def _section(case: Case, section: Section) -> Iterator[str]:
    yield from paper.wrapped(section.title).split("\n") if section.lines or section.tables else ()
    for line in section.lines:
        yield from _line(case, line)
    for table in section.tables:
        yield from _table(case, table)
    for line in section.notes:
        yield from _line(case, line)
    if section.is_empty and section.empty:
        yield from paper.wrapped(f"{section.title}: {section.empty}").split("\n")


def _line(case: Case, line: Line) -> Iterator[str]:
    from truceline.reporting.answers.answer import passage_of

    told = f"{line.label}: {line.text}" if line.label else line.text
    passages = tuple(p for r in line.runs if (p := passage_of(r)))
    yield from _hung(told, places(case, line.claims, passages))


def _table(case: Case, table: Table) -> Iterator[str]:
    yield from paper.wrapped(table.caption, "  ").split("\n")
    for row in table.rows:
        yield from _hung(_row(table, row), places(case, _claims(row)), "    ")
    for line in table.notes:
        yield from _line(case, line)


def _row(table: Table, row: Row) -> str:
    cells = (
        f"{c.label}{f' ({c.note})' if c.note else ''}: {x.value}{f' ({x.words})' if x.words else ''}"
        for c, x in zip(table.columns, row.cells, strict=True)
        if x.value not in ("", "-")
    )
    return " | ".join((row.head.text, *cells))


def _claims(row: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*row.head.claims, *(c for cell in row.cells for c in cell.claims))))


def _hung(told: str, place: str, indent: str = "  ") -> Iterator[str]:
    """A paragraph with its place at its end, on a line of its own where it does not fit."""
    found = paper.wrapped(told, indent + "  ").split("\n") if told else [""]
    found[0] = f"{indent}{found[0].strip()}"
    if place and len(found[-1]) + len(place) + 2 <= screen.width():
        found[-1] = f"{found[-1]}  {place}"
    elif place:
        found += paper.wrapped(place, f"{indent}  ").split("\n")
    yield from found


def places(case: Case, claims: Iterable[str], passages: tuple[str, ...] = ()) -> str:
    """``[sources/07.txt:312-345]``; of a statement that the agreement file cites, the source that it names."""
    known = [case.by_id[c] for c in claims if c in case.by_id]
    found = list(dict.fromkeys((*passages, *(_place(r) for r in known))))
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return f"[{'; '.join(found[:MOST])}{more}]" if found else ""


def _place(reading: Any) -> str:
    if reading.authored:
        return f"agreement.yaml: {reading.document.outlet or 'its source'}"
    return f"{reading.document.path}:{reading.claim.start}-{reading.claim.end}"


def sheet(answer: Answer) -> str:
    """The statements as CSV, a row each, with the hash of the file, the version of the rules and the day of the run."""
    rows = list(answer.data()["statements"].values())
    run = {"truceline": __version__, "run": date.today().isoformat(), "as_of": answer.page.as_of.isoformat()}
    out = io.StringIO()
    heads = [*(rows[0] if rows else {"id": ""}), *run]
    writer = csv.DictWriter(out, heads, lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: _plain(v) for k, v in {**r, **run}.items()} for r in rows)
    return out.getvalue()


def _plain(value: Any) -> str:
    """A cell as text; one that a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, list):
        value = "; ".join(str(v) for v in value)
    elif isinstance(value, dict):
        value = "; ".join(f"{k}={v}" for k, v in value.items() if v not in (None, "", (), []))
    found = str(value)
    return f"'{found}" if found.startswith(("=", "+", "-", "@")) else found
