"""A scenario run: its statements become accepted claims, go through the same linking and status as any other, and are compared."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.case import viewpoints
from truceline.case.case import Case
from truceline.case.scenario.amounts import amounts
from truceline.case.scenario.force import force
from truceline.case.scenario.model import Difference, Expected, Said, Scenario
from truceline.case.scenario.slips import slips
from truceline.case.settings import Column
from truceline.evidence import (
    Attribution,
    Claim,
    Compliance,
    Document,
    Evidence,
    Figure,
    Incident,
    Kind,
    Link,
    MemoryIndex,
    Position,
    State,
    Target,
    Viewpoint,
    digest,
)
from truceline.linking import Linker, evidence
from truceline.status import Board, Cell, board

KINDS = {
    Figure: Kind.FIGURE,
    State: Kind.STATE,
    Compliance: Kind.COMPLIANCE,
    Incident: Kind.INCIDENT,
    Position: Kind.POSITION,
}


def run(case: Case, scenario: Scenario) -> tuple[Difference, ...]:
    """Where the board differs from what the scenario expects; empty where it holds. Where words of the scenario are heard by
    nothing in the case, these alone are told.
    """
    unheard = tuple(Difference(*slip, scenario.where) for slip in slips(case, scenario))
    if unheard:
        return unheard
    index = _index(case, scenario)
    found = _board(case, scenario, index)
    return (
        *_cells(found, scenario),
        *_dates(found, scenario),
        *amounts(case, scenario, index),
        *force(case, scenario),
    )


def _index(case: Case, scenario: Scenario) -> MemoryIndex:
    rows = [row for k, said in enumerate(scenario.says) for row in _rows(case.linker, said, k)]
    if scenario.agreement:
        rows += [row for reading in case.readings if reading.authored for row in case.rows(reading)]
    return MemoryIndex(rows)


def _board(case: Case, scenario: Scenario, index: MemoryIndex) -> Board:
    return board(
        case.agreement,
        index,
        _columns(case, scenario),
        scenario.as_of,
        scenario.found,
        case.lexicon.side,
        scenario.on,
    )


def _columns(case: Case, scenario: Scenario) -> tuple[Viewpoint, ...]:
    set_ = {c.id: c for c in case.settings.viewpoints}
    wanted = dict.fromkeys(e.viewpoint for e in scenario.expect if e.viewpoint != viewpoints.MISSION.id)
    return (*(viewpoints.viewpoint(set_.get(w, Column(w)), case.lexicon) for w in wanted), viewpoints.MISSION)


def _rows(linker: Linker, said: Said, number: int) -> Iterator[Evidence]:
    """The evidence of one statement, by the same table of kinds and bits as any other."""
    document = Document(f"scenario/{number}", digest(f"{number}{said.words}"), published=said.at)
    claim = Claim(
        text_sha256=document.sha256,
        document=document.path,
        kind=KINDS.get(type(said.payload), Kind.STATEMENT),
        start=0,
        end=len(said.words),
        text=said.words,
        speaker=", ".join(said.by),
        attribution=Attribution.EXPLICIT,
        polarity=said.polarity,
        hedge=said.hedge,
        about=said.on,
        payload=said.payload,
        reader="scenario",
    )
    links = [Link(claim.id, Target.ACTOR, actor, "speaker", "as the scenario says") for actor in said.by]
    links += [Link(claim.id, Target.PROVISION, id_, "about", "as the scenario says") for id_ in said.about]
    yield from evidence(linker, claim, links, document, checked=said.checked, sentence=said.words)


def _cells(found: Board, scenario: Scenario) -> Iterator[Difference]:
    for expected in scenario.expect:
        what = f"{expected.matter} as stated by {expected.viewpoint}"
        if expected.whose:
            what = f"{expected.matter}, condition of {expected.whose}, as stated by {expected.viewpoint}"
        cell = _cell(found, expected)
        absent = (
            "no condition of this holder is known on this day"
            if expected.whose
            else "no such row on this day"
        )
        got = cell.value.word if cell else absent
        wanted = [w for w in (expected.value, expected.reason, expected.life) if w]
        held = [got, cell.reason.value, cell.life.value] if cell else [got]
        if any(w not in held for w in wanted):
            yield Difference(what, ", ".join(wanted), ", ".join(held), expected.where)


def _cell(found: Board, expected: Expected) -> Cell | None:
    if not expected.whose:
        try:
            return found.row(expected.matter).cells[expected.viewpoint]
        except KeyError:
            return None
    for gate in found.gates:
        if gate.gate.id == expected.matter:
            said = [c for c in gate.conditions if c.holder == expected.whose]
            return said[-1].cells.get(expected.viewpoint) if said else None
    return None


def _dates(found: Board, scenario: Scenario) -> Iterator[Difference]:
    for matter, wanted in scenario.dates.items():
        got = tuple(sorted({str(d.due) for d in found.ahead if d.matter == matter}))
        if got != tuple(sorted(wanted)):
            yield Difference(
                f"dates ahead of {matter}",
                ", ".join(wanted) or "none",
                ", ".join(got) or "none",
                scenario.where,
            )
