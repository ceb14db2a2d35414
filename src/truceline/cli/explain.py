"""``truceline explain``: why a duty or a condition stands where it stands, down to the sentences (frame E)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper
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
from truceline.cli.quote import quoted, statement
from truceline.cli.stops import Stop
from truceline.files import screen

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.status import Days, Node
    from truceline.status.explain_anchor import CountsFrom


EPILOG = """\b
Examples:
  truceline explain gaza-2025 p20 --as-of 2025-12-24
  truceline explain gaza-2025 p20 --on 2025-10-20 --as-of 2025-11-30    a past day, by what was said since
  truceline explain gaza-2025 ceasefire_effect
  truceline explain gaza-2025 p20 --html why-p20.html    one page to fold, print and pass on inside the mission
  truceline explain gaza-2025 p20 --json                 for programs, each statement with its words
"""
ENDING = "-NOT-CHECKED"
MARK, SIGHT = b'<meta name="referrer" content="no-referrer">', 2_000
"""What every page of ours holds near its beginning."""


@click.command("explain", short_help="Why it stands there, down to the sentences.", epilog=EPILOG)
@case_argument
@click.argument("matter", metavar="ID")
@as_of_option
@on_option
@recorded_option
@json_option
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it as one HTML file instead, which needs no network.",
)
def command(
    case_dir: Path,
    matter: str,
    as_of: date | None,
    on: date | None,
    recorded: date | None,
    as_json: bool,
    page: Path | None,
) -> int:
    """Why ID stands where it stands: a provision (p20), a condition for a phase (g_1_2) or a statement (its id).

    Of a start date (ceasefire_effect): when it was, according to whom, and which figures count from which day.

    A tree from the text down to the exact words: is it due, is it done and according to whom, what is not counted,
    what would change it. The name of a page that shows an unchecked reading ends in -NOT-CHECKED.
    """
    from truceline.status import Days

    case = opened(case_dir, recorded)
    day = day_of(case, as_of)
    days = Days(day, on_day(case, on, day), recorded)
    if on is not None and (matter in case.by_id or matter in case.agreement.anchors):
        raise Stop(
            f"--on asks what held on a day; '{matter}' is a statement or a start date. Leave --on out."
        )
    if matter in case.by_id and page is None:
        _one(case, matter, day, as_json=as_json)
        return _code(case)
    node = _root(case, matter) if matter in case.by_id else _node(case, matter, days)
    if page is not None:
        click.echo(paper.row("Page", str(_written(case, matter, node, days, page))), err=as_json)
    if as_json:
        paper.data({**days.line(), **paper.not_shown(case), **_plain(case, node)})
    elif page is None:
        _told(case, matter, node, days)
    return _code(case)


def _code(case: Case) -> int:
    return exits.LEFT_OUT if case.not_shown else exits.COMPLETE


def _told(case: Case, matter: str, node: Node, days: Days) -> None:
    from truceline.status import render

    paper.tell_not_shown(case)
    click.echo(render(node, lambda claim: quoted(case, claim), screen.width()))
    click.echo(f"\nSame answer: truceline explain {case.path} {matter}{days.options}")


def _one(case: Case, claim: str, day: date, *, as_json: bool) -> None:
    """One statement: its card, or its words for a program."""
    if as_json:
        paper.data({**statement(case, claim), **(paper.not_shown(case) if case.not_shown else {})})
    else:
        paper.tell_not_shown(case)
        click.echo(_statement(case, claim, day))


def _root(case: Case, claim: str) -> Node:
    from truceline.status import Node

    return Node("Statement", claim=claim, counted=case.by_id[claim].counts)


def _written(case: Case, matter: str, node: Node, days: Days, page: Path) -> Path:
    """Write the page, under a name that says so where it shows an unchecked reading; over no file but a page of ours."""
    from truceline.reporting import html
    from truceline.reporting.why import why

    found = why(case, matter, node, days)
    if found.unchecked and not page.stem.endswith(ENDING):
        page = page.with_name(f"{page.stem}{ENDING}{page.suffix or '.html'}")
    if page.exists() and MARK not in page.read_bytes()[:SIGHT]:
        raise Stop(
            f"{page} is no page that Truceline wrote; it was left as it is. Name another file.", exits.REFUSED
        )
    page.write_text(html.explained(found), encoding="utf-8", newline="\n")
    return page


def _node(case: Case, matter: str, days: Days) -> Node:
    from truceline.case.ordering import placed_node
    from truceline.files import nearest
    from truceline.status import explain
    from truceline.status.explain_anchor import anchor_node
    from truceline.status.withdrawn import with_withdrawn

    day = days.as_of
    known = (*case.agreement.provisions, *case.agreement.gates, *case.agreement.anchors)
    if matter not in known:
        hint = f"did you mean {near}?" if (near := nearest(matter, known)) else f"it has {', '.join(known)}."
        raise Stop(f"{case.path}/agreement.yaml has no provision, condition or start date '{matter}'; {hint}")
    actors, side = case.lexicon.actors, case.lexicon.side

    def name(actor: str) -> str:
        """What the case calls an actor."""
        return actors[actor].name if actor in actors else actor

    if anchor := case.agreement.anchors.get(matter):
        return anchor_node(case.agreement, anchor, day, _counted(case, matter, day), name)
    node = explain(
        case.agreement,
        case.index(),
        case.columns(day),
        day,
        matter,
        case.held.findings,
        side,
        name,
        days.on,
        days.recorded,
    )
    return placed_node(with_withdrawn(node, case.held.entered, matter, day), case.by_id, matter)


def _counted(case: Case, anchor: str, day: date) -> Iterator[CountsFrom]:
    """The checked figures that name the day they count from, for the day on which the ceasefire began."""
    from truceline.counting import series
    from truceline.status.explain_anchor import CountsFrom

    if anchor == case.agreement.effective:
        for found in series(case.readings, day, actors=case.lexicon.actors):
            yield from (CountsFrom(r.base, r.claim) for r in found.rows if r.base.known or r.base.edtf)


def _statement(case: Case, claim: str, day: date) -> str:
    from truceline.review import Consequences
    from truceline.review.cards import Cards
    from truceline.review.drawing import draw

    reading = case.by_id[claim]
    return draw(Cards(case, day, 1).card(reading, 1, Consequences(case, day).of(reading)))


def _plain(case: Case, node: Node) -> dict[str, Any]:
    """The tree for programs; ``statement`` holds the words behind ``claim``, None where a step shows none."""
    return {
        "label": node.label,
        "words": node.words,
        "claim": node.claim,
        "counted": node.counted,
        "statement": statement(case, node.claim) if node.claim else None,
        "children": [_plain(case, child) for child in node.children],
    }
