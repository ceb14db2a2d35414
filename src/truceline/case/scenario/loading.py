"""scenarios/*.yaml read; every slip is told at its line (docs/scenarios.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from truceline.agreement.loading.zones import bounds
from truceline.agreement.model import Agreement
from truceline.case.scenario import given
from truceline.case.scenario.given import known as _known
from truceline.case.scenario.model import Expected, Owed, Said, Scenario
from truceline.evidence import (
    Basis,
    Compliance,
    Figure,
    Hedge,
    Incident,
    Payload,
    Polarity,
    Position,
    Stance,
    State,
)
from truceline.files import Problems, nearest, yaml
from truceline.files.node import Node, Shape
from truceline.files.record import Record
from truceline.status import Life, Reason

SCHEMA = "scenarios/0.1"
KEYS = ("name", "on", "as_of", "says", "expect", "agreement", "dates", "owed", "left", "found", "wishes", "pledges", "mandate", "promised")  # fmt: skip
SAID = ("by", "at", "about", "says", "on", "state", "kept", "broken", "incident", "stance", "counts", "low", "high", "exact", "unit", "per",
        "base", "approximator", "basis", "denied", "hedge", "checked", "general")  # fmt: skip
VALUES = {"met": "met", "not met": "not_met", "contested": "contested", "unknown": "unknown"}
_CROSS = re.compile(r"^(?P<whose>\S+) by (?P<viewpoint>\S+)$")


def load(path: Path, agreement: Agreement) -> tuple[Scenario, ...]:
    """The scenarios of one file. Raises FileProblem with every slip: an unknown provision, gate, value or key."""
    problems = Problems()
    top = Record(yaml.parse(yaml.read(path, path.name), path.name), problems, ("schema", "scenarios"))
    with problems:
        if (schema := top.required("schema")) not in ("", SCHEMA):
            raise top.node["schema"].problem("A001", "this schema is not known", SCHEMA, got=f"'{schema}'")
    made = []
    for node in top.nodes("scenarios"):
        with problems:
            made.append(_scenario(node, agreement, problems))
    problems.finish()
    return tuple(made)


def _scenario(node: Node, agreement: Agreement, problems: Problems) -> Scenario:
    record = Record(node, problems, KEYS)
    expected = record.node.get("expect")
    on = _day(record.node["on"])
    return Scenario(
        name=record.required("name"),
        on=on,
        as_of=_known_by(record.node.get("as_of"), on),
        says=tuple(_said(n, agreement, problems) for n in record.nodes("says")),
        expect=tuple(_expected(expected, agreement)) if expected else (),
        agreement=record.flag("agreement"),
        dates={key: value.texts() for key, value in record.pairs("dates")},
        owed=tuple(_amounts(record.pairs("owed"), agreement)),
        left=tuple(_amounts(record.pairs("left"), agreement)),
        **_beside(record, agreement, problems),
        where=node.where,
    )


def _beside(record: Record, agreement: Agreement, problems: Problems) -> dict[str, Any]:
    """What is given beside statements, and expected beside the board."""
    mandate, promised = record.node.get("mandate"), record.node.get("promised")
    nodes = {key: tuple(enumerate(record.nodes(key))) for key in ("found", "wishes", "pledges")}
    return {
        "found": tuple(given.finding(n, k, agreement, problems) for k, n in nodes["found"]),
        "wishes": tuple(w for k, n in nodes["wishes"] for w in given.wishes(n, k, agreement, problems)),
        "pledges": tuple(given.pledge(n, k, problems) for k, n in nodes["pledges"]),
        "mandate": tuple(given.in_mandate(mandate, agreement)) if mandate else (),
        "promised": tuple(given.promised(promised)) if promised else (),
    }


def _amounts(pairs: Iterable[tuple[str, Node]], agreement: Agreement) -> Iterator[Owed]:
    """Rows of ``p16: {hamas: 300, israel: nothing held}``."""
    for matter, columns in pairs:
        _known(matter, columns, (*agreement.provisions, *agreement.figures))
        for viewpoint, amount in columns.items():
            yield Owed(matter, viewpoint, amount.text(), amount.where)


def _day(node: Node) -> date:
    found = node.interval()
    if not found.is_day or found.earliest is None:
        raise node.problem("F010", "a scenario stands on one day", "a day", "2025-12-24", f"'{node.text()}'")
    return found.earliest


def _known_by(node: Node | None, on: date) -> date:
    """The day by which the statements were known: that of the board where none is written, and never an earlier one."""
    if node is None:
        return on
    found = _day(node)
    if found < on:
        raise node.problem(
            "F010", f"what held on {on} cannot be told by what was known before", "the day of `on` or a later one", f"{on}", f"'{found}'"
        )  # fmt: skip
    return found


def _said(node: Node, agreement: Agreement, problems: Problems) -> Said:
    record = Record(node, problems, SAID)
    about = record.texts("about")
    for id_ in about:
        _known(id_, node["about"], agreement.provisions)
    return Said(
        by=record.texts("by"),
        at=record.interval("at"),
        about=about,
        words=record.text("says")
        or record.text("state")
        or record.text("counts")
        or record.text("incident")
        or "said",
        payload=_payload(record, about),
        on=record.interval("on"),
        polarity=Polarity.DENIED if record.flag("denied") else Polarity.AFFIRMED,
        hedge=Hedge(record.choice("hedge", tuple(Hedge), "")),
        checked=record.flag("checked", default=True),
    )


def _payload(record: Record, about: tuple[str, ...]) -> Payload | None:
    """What is said, by the key that says it: a state, kept or broken, an incident, a stance, or a number of what is counted."""
    thing, by = ", ".join(about), ", ".join(record.texts("by"))
    if state := record.text("state"):
        return State(thing, state, by)
    if record.flag("kept") or record.flag("broken"):
        return Compliance(by, thing, "met" if record.flag("kept") else "breached", record.flag("general"))
    if incident := record.text("incident"):
        return Incident(incident)
    if stance := record.choice("stance", tuple(Stance), ""):
        return Position(by, thing, Stance(stance))
    if not (counts := record.text("counts")):
        return None
    low, high = bounds(record)
    per = record.text("per")
    basis = Basis(record.choice("basis", tuple(Basis), Basis.RATE if per else Basis.TOTAL))
    return Figure(
        counts, low, high, record.text("approximator"), record.text("unit"), basis, per, record.text("base"), record.text("on")
    )  # fmt: skip


def _expected(node: Node, agreement: Agreement) -> Iterator[Expected]:
    """Rows of ``p20: {hamas: not met, israel: "unknown, units_differ"}``; a gate's columns are ``"hamas by israel"``."""
    for matter, columns in node.items():
        _known(matter, columns, (*agreement.provisions, *agreement.gates))
        for column, cell in columns.items():
            crossed = _CROSS.match(column)
            if matter in agreement.gates and crossed is None:
                example = '"norland by sudland": unknown'
                raise cell.problem(
                    "F010",
                    "a condition needs two names",
                    "whose condition by whose account",
                    example,
                    f"'{column}'",
                )
            whose, viewpoint = (crossed["whose"], crossed["viewpoint"]) if crossed else ("", column)
            value, reason, life = _cell(cell)
            yield Expected(matter, viewpoint, value, reason, life, whose, cell.where)


def _cell(node: Node) -> tuple[str, str, str]:
    """``not met``; with a code of why, ``unknown, units_differ``; with where its clock stands, ``unknown, due``."""
    words = node.texts() if node.shape is Shape.LIST else tuple(w.strip() for w in node.text().split(","))
    value = reason = life = ""
    for word in words:
        if word in VALUES:
            value = VALUES[word]
        elif word in tuple(Reason):
            reason = word
        elif word in tuple(Life):
            life = word
        else:
            known = (*VALUES, *Reason, *Life)
            raise node.problem("F010", "this is no value of a cell", f"one of {', '.join(VALUES)}, a reason or a word of its clock",
                               nearest(word, known), f"'{word}'")  # fmt: skip
    return value, reason, life
