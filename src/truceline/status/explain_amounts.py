"""How what is owed is reckoned, by whose figures, down to the statements; and what is counted apart under a duty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truceline.agreement.amounts.reckoning import Step, told
from truceline.agreement.model import Provision
from truceline.evidence import wording
from truceline.status.cells import Cell
from truceline.status.explain import Name, Node
from truceline.status.handover import Line, Told, account_of, handover
from truceline.status.standing import Standing


def handover_node(
    standing: Standing, provision: Provision, cells: Iterable[Cell], name: Name = str
) -> Iterator[Node]:
    """For each amount by formula, and each figure under the duty, the account of each viewpoint; none where there is neither.

    A statement is counted here where a cell of the duty rests on it; the others are shown, and give no value.
    """
    by_formula = any(t.formula for t in provision.targets)
    if not by_formula and all(f.provision != provision.id for f in standing.agreement.figures.values()):
        return
    account = account_of(standing.agreement, provision)
    made = handover(
        standing.agreement,
        account,
        standing.index,
        standing.viewpoints,
        standing.as_of,
        standing.side,
        name,
    )
    counted = {claim for cell in cells for claim in cell.claims}
    yield Node("Owed and handed over", children=tuple(_line(standing, line, counted, name) for line in made))


def _line(standing: Standing, line: Line, counted: set[str], name: Name) -> Node:
    by = f", as read by {name(line.by)}" if line.by else ""
    rule = f"owed: {line.rule}{by}" if line.rule else "not owed in this count"
    read = (_stated(line.claim, counted),) if line.claim else ()
    accounts = tuple(_account(standing, line, found, counted) for found in line.accounts)
    return Node(line.counts, rule, children=(*read, *accounts))


def _account(standing: Standing, line: Line, found: Told, counted: set[str]) -> Node:
    parts = []
    if line.rule:
        parts.append(f"owed {_owed(standing, found)}")
    day = f" by {wording.day(found.done_on, standing.as_of)}" if found.done_on else ""
    parts.append(f"stated as done: {told(found.done.amount)}{day}")
    claims = dict.fromkeys((*found.owed.evidence(), *found.done.claims))
    leaves = tuple(_stated(claim, counted) for claim in claims)
    return Node(f"by the figures of {found.viewpoint.label}", "; ".join(parts), children=leaves)


def _owed(standing: Standing, found: Told) -> str:
    """``270 by 3 Nov = 15 for each of 18 deceased Israelis returned``; where nothing is held, what it needs."""
    step: Step = found.owed
    if step.amount is None:
        return f"{step.value}: it needs {'; '.join(step.missing)}"
    if not step.parts:
        return step.value
    return f"{step.value} by {wording.day(found.day, standing.as_of)} = {step.words}"


def _stated(claim: str, counted: set[str]) -> Node:
    return Node("stated", claim=claim, counted=claim in counted)
