"""Runs scenarios/*.yaml: statements in, expected cells out. The form is told in scenarios/README.md."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from truceline.agreement import model
from truceline.evidence import (
    Basis,
    Evidence,
    Figure,
    Finding,
    Interval,
    MemoryIndex,
    Rung,
    Truth,
    Viewpoint,
    dates,
)
from truceline.status import Board, Cell, board

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.yaml"))
SAYS = {"done": Truth.MET, "not done": Truth.NOT_MET, "nothing": Truth.UNKNOWN}
Story = Mapping[str, Any]


def source(entry: Story) -> model.Source:
    return model.Source(date=dates.parse(str(entry.get("at", ""))))


def provision(name: str, entry: Story) -> model.Provision:
    clocks = tuple(
        model.Clock(
            starts=c.get("starts"),
            anchor=c.get("anchor"),
            after=c.get("after"),
            offset=timedelta(days=c["days"]) if "days" in c else None,
        )
        for c in entry.get("clocks", ())
    )
    targets = tuple(
        model.Target(
            t["counts"], t.get("low"), t.get("high"), per=t.get("a", ""), by=t.get("by", ""), source=source(t)
        )
        for t in entry.get("owed", ())
    )
    asserted = tuple(model.Assertion(a["by"], "", a["after"], source(a)) for a in entry.get("asserted", ()))
    return model.Provision(
        name,
        entry["name"],
        model.Deed(entry["kind"]),
        (entry["bearer"],),
        text=entry.get("text", "public"),
        condition=entry.get("condition", ""),
        targets=targets,
        clocks=clocks,
        asserted=asserted,
    )


def agreement(story: Story) -> model.Agreement:
    gates = {
        gate: model.Gate(
            gate,
            gate,
            asserted=tuple(
                model.AssertedFormula(
                    f["by"],
                    dates.parse(str(f["at"])),
                    f.get("formula", ""),
                    f.get("words", ""),
                    f.get("mapping", "stated"),
                )
                for f in asserted
            ),
        )
        for gate, asserted in story.get("gates", {}).items()
    }
    anchors = {
        anchor: model.Anchor(
            anchor, "", tuple(model.AnchorValue(None, dates.day(v["day"]), (v["by"],)) for v in values)
        )
        for anchor, values in story.get("anchors", {}).items()
    }
    provisions = {name: provision(name, entry) for name, entry in story["duties"].items()}
    return model.Agreement("scenario", {}, anchors=anchors, provisions=provisions, gates=gates)


def figure(entry: Story) -> Figure:
    per = entry.get("a", "")
    basis = Basis.RATE if per else Basis.TOTAL
    return Figure(
        entry["counts"], entry.get("low"), entry.get("high"), entry.get("word", ""), basis=basis, per=per
    )


def row(entry: Story) -> Evidence:
    told = figure(entry["figure"]) if "figure" in entry else None
    return Evidence(
        matter=entry["about"],
        holder=entry["by"],
        truth=SAYS[entry.get("says", "nothing")],
        known=entry["known"],
        claim=entry["id"],
        on=Interval(),
        measure=told.counts if told else "",
        general=entry.get("general", False),
        checked=entry.get("checked", True),
        figure=told,
        why=entry.get("why", ""),
        possible=entry.get("possible"),
    )


def finding(entry: Story) -> Finding:
    says, rung = SAYS[entry["says"]], Rung(entry["rung"])
    return Finding(entry["id"], entry["about"], entry["role"], says, rung, entry["at"], tuple(entry["cites"]))


def viewpoints(story: Story) -> list[Viewpoint]:
    given = story.get("viewpoints") or {s["by"]: [s["by"]] for s in story["statements"]}
    return [
        Viewpoint(
            v, v, frozenset() if holders == "mission" else frozenset(holders), mission=holders == "mission"
        )
        for v, holders in given.items()
    ]


def on(story: Story, day: date) -> Board:
    rows = MemoryIndex(row(entry) for entry in story["statements"])
    return board(
        agreement(story), rows, viewpoints(story), day, [finding(f) for f in story.get("findings", ())]
    )


def days(story: Story) -> Iterator[tuple[date, Story]]:
    if "as_of" in story:
        yield story["as_of"], story["expect"]
    else:
        yield from story["expect"].items()


def differences(cell: Cell, expected: Any, where: str) -> Iterator[str]:
    wanted = expected if isinstance(expected, Mapping) else {"cell": expected}
    tail = cell.reason.value if cell.value is Truth.UNKNOWN else cell.ground and cell.ground.value
    held = {
        "cell": f"{cell.value.word.replace('_', ' ')} {tail}",
        "unchecked": cell.with_proposals.word.replace("_", " "),
        "reason": cell.reason.value,
        "life": cell.life.value,
        **{
            name: sorted(getattr(cell, name))
            for name in ("claims", "proposals", "held", "superseded", "beside", "also")
        },
    }
    for name, value in wanted.items():
        if name == "open":
            continue
        value = sorted(value) if isinstance(value, list) else value
        if held[name] != value:
            yield f"{where}, {name}: expected {value}, held {held[name]}"


def of_gate(made: Board, gate: str, expected: Story, day: date) -> Iterator[str]:
    found = next(g for g in made.gates if g.gate.id == gate)
    conditions = {c.holder: c for c in found.conditions}
    for holder, accounts in expected.items():
        for viewpoint, wanted in accounts.items():
            where = f"{day}, condition of {holder} as stated by {viewpoint}"
            yield from differences(conditions[holder].cells[viewpoint], wanted, where)
            if isinstance(wanted, Mapping) and "open" in wanted:
                opened = [part.matter for part in conditions[holder].open_parts[viewpoint]]
                if opened != wanted["open"]:
                    yield f"{where}, open: expected {wanted['open']}, held {opened}"


def of_day(story: Story, day: date, expected: Story) -> Iterator[str]:
    made = on(story, day)
    for matter, cells in expected.items():
        if matter in story.get("gates", {}):
            yield from of_gate(made, matter, cells, day)
            continue
        for viewpoint, wanted in cells.items():
            cell = made.row(matter).cells.get(viewpoint)
            if cell is not None:
                yield from differences(cell, wanted, f"{day}, {matter} as stated by {viewpoint}")
            elif wanted != "unknown no_statement":
                yield f"{day}, {matter}: no account of {viewpoint}"
    if "loops" in story and [list(loop.ids) for loop in made.loops] != story["loops"]:
        yield f"circles: expected {story['loops']}, held {[loop.ids for loop in made.loops]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_scenario_holds(path):
    story = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = [line for day, expected in days(story) for line in of_day(story, day, expected)]
    for day, gates in story.get("absent", {}).items():
        for gate, holders in gates.items():
            held = {c.holder for g in on(story, day).gates if g.gate.id == gate for c in g.conditions}
            found += [f"{day}, {gate}: {holder}'s condition leaked" for holder in held & set(holders)]
    assert found == [], story["title"]


def test_there_are_scenarios():
    assert len(FILES) >= 12
