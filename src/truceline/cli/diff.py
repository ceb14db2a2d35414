"""``truceline diff``: what is otherwise than on an earlier day, and because of which statements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper, stops
from truceline.cli.arguments import Day, case_argument, json_option, opened
from truceline.cli.quote import statement

if TYPE_CHECKING:
    from truceline.agreement.model import Assertion
    from truceline.case import Case
    from truceline.positions import NewlyHeld
    from truceline.status import Changes, Condition, Dated

EPILOG = """\b
Examples:
  truceline diff gaza-2025 2025-12-09 2025-12-24
  truceline diff gaza-2025 2025-12-09 2025-12-24 --json    for programs, each statement with its words
"""


@click.command("diff", short_help="What changed between two days, and because of whom.", epilog=EPILOG)
@case_argument
@click.argument("one", metavar="DATE", type=Day())
@click.argument("other", metavar="DATE", type=Day())
@json_option
def command(case_dir: Path, one: date, other: date, as_json: bool) -> int:
    """What changed in CASE between two days, each as could be known on it, and because of which statements.

    Cells of the board that hold something else, those that hold the same on further statements, what was newly said of the conditions
    for a phase, deadlines that passed under each start date held, and new texts. Exit code 3 where a source was left out.
    """
    case = opened(case_dir)
    found = case.changes(one, other)
    if as_json:
        paper.data(_line(case, found))
    else:
        from truceline.cli.changes import ChangesPage

        click.echo("\n".join(ChangesPage(case, found).lines()))
    stops.mind_outdated(case_dir)
    return exits.LEFT_OUT if paper.left_out(case.left_out) else exits.COMPLETE


def _line(case: Case, found: Changes) -> dict[str, Any]:
    """The changes with the words of each statement that they name."""
    from truceline.positions import between

    held = tuple(between(case.readings, found.earlier, found.later, actors=case.lexicon.actors))
    groups = {"moved": found.moved, "added": found.added, "clocks": found.clocks}
    return {
        "from": found.earlier.isoformat(),
        "to": found.later.isoformat(),
        **{name: [cell.line() for cell in cells] for name, cells in groups.items()},
        "asserted": [_asserted(gate, c) for gate, c in found.asserted],
        "declared": [_declared(gate, d) for gate, d in found.declared],
        "passed": [_passed(d) for d in found.passed],
        "positions": [_held(h) for h in held],
        "texts": list(found.texts),
        "statements": [statement(case, claim) for claim in sorted(_named(found, held))],
    }


def _named(found: Changes, held: Iterable[NewlyHeld]) -> set[str]:
    """Every statement behind one of the changes."""
    cells = (*found.moved, *found.added, *found.clocks)
    named = {c for cell in cells for c in (*cell.new, *cell.gone)} | found.claims
    named |= {said.source.claim.id for _, said in found.declared if said.source.claim}
    named |= {c for d in found.passed for c in d.deadline.claims}
    return named | {s.claim for h in held for s in (*h.new, *h.before)}


def _asserted(gate: str, condition: Condition) -> dict[str, Any]:
    told = {name: getattr(condition, name) for name in ("holder", "formula", "words", "claim")}
    return {"id": gate, **told, "at": str(condition.at)}


def _declared(gate: str, said: Assertion) -> dict[str, Any]:
    claim = said.source.claim
    return {"id": gate, "by": said.by, "text": said.text, "claim": claim.id if claim else None}


def _passed(dated: Dated) -> dict[str, Any]:
    deadline = dated.deadline
    told = {"by": list(deadline.by), "claims": list(deadline.claims)}
    return {"id": deadline.matter, "falls": dated.falls.value, "due": str(dated.due), **told}


def _held(held: NewlyHeld) -> dict[str, Any]:
    new, before = [s.claim for s in held.new], [s.claim for s in held.before]
    return {"holder": held.line.holder, "issue": held.line.issue, "new": new, "before": before}
