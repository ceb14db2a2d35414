"""Drafts and the demands set against them."""

from __future__ import annotations

from truceline.agreement.standing import Demand, Draft
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Kind, Position, Stance
from truceline.files.node import Node
from truceline.files.record import Record

ANSWERS = ("answered", "partly", "silent", "contradicted", "no_guarantee", "not_known")


def draft(node: Node, statements: Statements) -> Draft:
    """One draft; its statements belong to its own ceasefire, never to this one."""
    record = Record(node, statements.problems, ("id", "name", "ceasefire", "held", "at", "demands", "note"))
    ours = statements.ceasefire
    statements.ceasefire = record.text("ceasefire") or ours
    demands = tuple(_demand(n, statements) for n in record.nodes("demands"))
    made = Draft(
        record.required("id"),
        record.required("name"),
        statements.ceasefire,
        record.flag("held"),
        record.interval("at"),
        demands,
    )
    statements.ceasefire = ours
    return made


def _demand(node: Node, statements: Statements) -> Demand:
    record = Record(
        node,
        statements.problems,
        (*KEYS, "text", "answer", "basis", "answered_by", "guarantee", "holder", "note"),
    )
    holder, text = record.required("holder"), record.required("text")
    payload = Position(statements.names([holder]), text, Stance.DEMAND)
    source = statements.cite(record, Kind.POSITION, [payload])
    return Demand(
        by=holder,
        text=text,
        answer=record.choice("answer", ANSWERS, "not_known"),
        basis=record.choice("basis", ("text", "said"), "said"),
        answered_by=record.text("answered_by"),
        guarantee=record.text("guarantee"),
        source=source,
    )
