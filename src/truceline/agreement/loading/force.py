"""Mandates: what texts give a force to do, what actors want of it, and what is promised to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.agreement.loading.zones import bounds
from truceline.agreement.model import Mandate, Pledge, Wish
from truceline.agreement.source import Source
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Claim, Kind, Position, Stance, Step, Target
from truceline.files.node import Node
from truceline.files.record import Record

STANCES: Mapping[str, Stance] = {
    "want": Stance.DEMAND,
    "accept": Stance.ACCEPT,
    "conditional": Stance.CONDITIONAL,
    "reject": Stance.REJECT,
    "first": Stance.DEMAND,
    "not first": Stance.CONDITIONAL,
    "offer": Stance.OFFER,
    "silent": Stance.SILENT,
}
IN_TEXT = ("must", "help", "may", "assist", "coordinate", "ensure", "later", "silent")
WISH = (*KEYS, "stances", "condition", "note")


def mandate(node: Node, statements: Statements) -> Mandate:
    """The matrix of one force."""
    record = Record(node, statements.problems, ("force", "issue", "functions", "texts", "wishes", "note"))
    issue = record.text("issue")
    names = {key: value.text() for key, value in record.pairs("functions")}
    texts = {
        key: Record(n, statements.problems, ("functions", "character", "basis", "src"))
        for key, n in record.pairs("texts")
    }
    return Mandate(
        force=record.required("force"),
        functions=tuple(names),
        names=names,
        texts={k: {f: n.choice(IN_TEXT) for f, n in r.pairs("functions")} for k, r in texts.items()},
        characters={k: r.text("character") for k, r in texts.items() if r.text("character")},
        basis={k: r.text("basis") for k, r in texts.items() if r.text("basis")},
        wishes=tuple(w for n in record.nodes("wishes") for w in _wishes(n, names, issue, statements)),
    )


def _wishes(node: Node, names: Mapping[str, str], issue: str, statements: Statements) -> list[Wish]:
    """A row is one person's words on one day: a wish for each function that it speaks of; silence is no statement."""
    record = Record(node, statements.problems, WISH)
    rows = [(function, n.choice(STANCES)) for function, n in record.pairs("stances")]
    actor, condition = record.required("by"), record.text("condition")
    holder = statements.names([actor])
    spoken = [(function, stance) for function, stance in rows if stance != "silent"]
    payloads = [Position(holder, names.get(f, f), STANCES[s], condition) for f, s in spoken]
    known = len(statements.claims)
    source = statements.cite(record, Kind.POSITION, payloads, [(Target.ISSUE, issue)] if issue else [])
    claims = statements.claims[known:]
    return [
        Wish(
            actor,
            record.interval("at"),
            function,
            stance,
            _of(source, claims, spoken, function),
            condition,
            record.text("note"),
        )
        for function, stance in rows
    ]


def _of(source: Source, claims: Sequence[Claim], spoken: Sequence[tuple[str, str]], function: str) -> Source:
    """The source with the claim that speaks of this function."""
    place = next((i for i, (f, _) in enumerate(spoken) if f == function), len(claims))
    return replace(source, claim=claims[place] if place < len(claims) else None)


def pledge(node: Node, statements: Statements) -> Pledge:
    """What is promised or aimed at; ``for`` names whose promise it is, ``by`` who says so."""
    record = Record(
        node, statements.problems, (*KEYS, "for", "unit", "low", "high", "exact", "status", "note", "issue")
    )
    low, high = bounds(record)
    whose = record.texts("for") or record.texts("by")
    unit = record.required("unit")
    payload = Step("pledge", statements.names(whose), unit)
    issue = record.text("issue")
    source = statements.cite(
        record, Kind.STEP, [payload], [(Target.ISSUE, issue)] if issue else [], record.interval("at")
    )
    return Pledge(whose, unit, low, high, record.text("status", "pledged"), record.interval("at"), source)
