"""What a scenario expects of the accounts: how much is owed, and how much is left open, by whose figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from truceline.agreement.amounts.reckoning import told
from truceline.case import viewpoints
from truceline.case.case import Case
from truceline.case.scenario.model import Difference, Owed, Scenario
from truceline.case.settings import Column
from truceline.evidence import EvidenceIndex
from truceline.status.handover import Told, account_of, handover

NO_ACCOUNT = "no account of this viewpoint in this line"


def amounts(case: Case, scenario: Scenario, index: EvidenceIndex) -> Iterator[Difference]:
    """Each amount that differs."""
    for expected in scenario.owed:
        yield from _one(case, scenario, index, expected, "owed", lambda found: found.owed.value)
    for expected in scenario.left:
        yield from _one(case, scenario, index, expected, "left open", lambda found: told(found.left))


def _one(
    case: Case,
    scenario: Scenario,
    index: EvidenceIndex,
    expected: Owed,
    what: str,
    amount: Callable[[Told], str],
) -> Iterator[Difference]:
    found = _account(case, scenario, index, expected)
    got = amount(found) if found else NO_ACCOUNT
    if got != expected.amount:
        told_of = f"{what} under {expected.matter} by the figures of {expected.viewpoint}"
        yield Difference(told_of, expected.amount, got, expected.where)


def _account(case: Case, scenario: Scenario, index: EvidenceIndex, expected: Owed) -> Told | None:
    figure = case.agreement.figures.get(expected.matter)
    provision = case.agreement.provisions.get(figure.provision if figure else expected.matter)
    if provision is None:
        return None
    columns = {c.id: c for c in case.settings.viewpoints}
    wanted = columns.get(expected.viewpoint, Column(expected.viewpoint))
    view = viewpoints.viewpoint(wanted, case.lexicon)
    account = account_of(case.agreement, provision)
    made = handover(case.agreement, account, index, [view], scenario.on, case.lexicon.side)
    lines = (line for line in made if line.id == expected.matter)
    return next((t for line in lines for t in line.accounts if t.viewpoint.id == view.id), None)
