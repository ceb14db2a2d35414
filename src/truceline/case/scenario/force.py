"""What a scenario expects of a force: its mandate by texts and actors, and what is promised to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.agreement.model import Agreement
from truceline.case.case import Case
from truceline.case.scenario.model import SIDES, Difference, InMandate, Promised, Scenario
from truceline.evidence import wording
from truceline.positions import Matrix, mandate_matrix, pledges
from truceline.positions.heard import named
from truceline.positions.mandate import NOT_MENTIONED
from truceline.positions.pledges import PledgeTable

ABSENT = "not mentioned"


def force(case: Case, scenario: Scenario) -> Iterator[Difference]:
    """Where matrix and account of pledges differ from what is expected."""
    if not (scenario.mandate or scenario.promised):
        return
    agreement = _with(case.agreement, scenario)
    for cell in scenario.mandate:
        got = _word(agreement, case, scenario, cell)
        if got != cell.word:
            what = "of all sides" if cell.column == SIDES else f"as stated by {cell.column}"
            yield Difference(f"mandate of {cell.force}, {cell.function}, {what}", cell.word, got, cell.where)
    held = pledges(agreement, (), scenario.as_of, actors=case.lexicon.actors)
    for row in scenario.promised:
        if (got := _cell(held, case, row)) != row.words:
            whose = ", ".join(row.by) or "all"
            yield Difference(
                f"promised {row.unit}, {row.column.replace('_', ' ')}, {whose}", row.words, got, row.where
            )


def _with(agreement: Agreement, scenario: Scenario) -> Agreement:
    """The agreement with the wishes and pledges of the scenario; its own count only where the scenario says so."""
    own = scenario.agreement
    mandates = tuple(
        replace(m, wishes=(*(m.wishes if own else ()), *(w for f, w in scenario.wishes if f == m.force)))
        for m in agreement.mandates
    )
    promised = (*(agreement.pledges if own else ()), *scenario.pledges)
    return replace(agreement, mandates=mandates, pledges=promised)


def _word(agreement: Agreement, case: Case, scenario: Scenario, cell: InMandate) -> str:
    matrix = mandate_matrix(agreement, scenario.as_of, force=cell.force, actors=case.lexicon.actors)
    if cell.column == SIDES:
        return _together(matrix, cell.function)
    (row,) = [r for r in matrix.rows if r.function == cell.function]
    columns = zip(matrix.columns, row.cells, strict=True)
    own = [(c.day, w.word) for c, w in columns if cell.column in (c.id, c.id.partition("@")[0], c.side)]
    last = max(own, key=lambda x: str(x[0]), default=(None, ABSENT))[1]
    return ABSENT if last == NOT_MENTIONED else last


def _together(matrix: Matrix, function: str) -> str:
    if function in {a.function for a in matrix.overlap}:
        return "agree"
    return "differ" if function in {a.function for a in matrix.conflict} else "open"


def _cell(held: tuple[PledgeTable, ...], case: Case, row: Promised) -> str:
    by = wording.listed([named(b, case.lexicon.actors) for b in row.by])
    unit = row.unit.replace("_", " ")
    found = [r for t in held if t.unit == unit for r in t.rows if r.by == by]
    return found[0].cell(row.column) if found else "nothing held"
