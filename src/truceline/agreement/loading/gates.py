"""Phases and the gates between them: the text's formula, and each holder's own with the day it was said."""

from __future__ import annotations

from truceline.agreement.model import AssertedFormula, Assertion, Gate, Phase
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Condition, Interval, Kind, State, Step, Target
from truceline.files.node import Node
from truceline.files.record import Record

FORMULA = (*KEYS, "formula", "words", "mapping", "note")
ASSERTION = (*KEYS, "text", "after", "act", "note", "issue")


def phase(node: Node, statements: Statements) -> Phase:
    """A stage and what opens it."""
    record = Record(node, statements.problems, ("id", "name", "opens_on", "closes", "announced"))
    return Phase(
        id=record.required("id"),
        name=record.required("name"),
        opens_on=record.text("opens_on"),
        closes=record.text("closes"),
        announced=record.text("announced"),
    )


def gate(node: Node, statements: Statements) -> Gate:
    """The way into a phase."""
    record = Record(
        node,
        statements.problems,
        ("id", "name", "phase", "between", "text_formula", "asserted", "declared", "note"),
    )
    name = record.required("name")
    return Gate(
        id=record.required("id"),
        name=name,
        phase=record.text("phase"),
        between=record.texts("between"),
        text_formula=record.text("text_formula"),
        asserted=tuple(_formula(n, name, statements) for n in record.nodes("asserted")),
        declared=tuple(declaration(n, name, statements) for n in record.nodes("declared")),
        where=node.where,
    )


def _formula(node: Node, name: str, statements: Statements) -> AssertedFormula:
    record = Record(node, statements.problems, FORMULA)
    with statements.problems:
        if record.node.get("at") is None:
            example = "at: 2025-12-09"
            raise node.problem(
                "A110",
                "an asserted formula needs the day it was said, else it would count on earlier days",
                "at",
                example,
            )
    words = record.text("words") or record.text("says") or record.text("quote")
    source = statements.cite(record, Kind.CONDITION, [Condition(name, words)])
    by = record.required("by")
    return AssertedFormula(
        by=by,
        at=record.interval("at"),
        formula=record.text("formula"),
        words=words,
        mapping=record.choice("mapping", ("stated", "author"), "stated"),
        source=source,
        side=statements.lexicon.side(by),
        speaker=statements.names([by]),
        note=record.text("note"),
    )


def declaration(node: Node, name: str, statements: Statements) -> Assertion:
    """An act by which a phase is said to be open, or words that deny it that effect."""
    record = Record(node, statements.problems, ASSERTION)
    words = record.text("says") or record.text("quote") or record.text("text")
    act = record.text("act")
    payload = Step(act, statements.names(record.texts("by")), name) if act else State(name, words)
    source = statements.cite(record, Kind.STEP if act else Kind.STATE, [payload], about=record.interval("at"))
    return Assertion(record.required("by"), words, None, source, _day(record, source.date), act)


def assertion(node: Node, name: str, statements: Statements, provision: str = "") -> Assertion:
    """What somebody says beyond the text: a trigger (``after``), an exception, a meaning."""
    record = Record(node, statements.problems, ASSERTION)
    words = record.text("text") or record.text("says") or record.text("quote")
    after = record.text("after") or None
    kind, payload = (Kind.CONDITION, Condition(name, words)) if after else (Kind.STATE, State(name, words))
    links = [(Target.PROVISION, provision)] if provision else []
    source = statements.cite(record, kind, [payload], links)
    return Assertion(record.text("by"), words, after, source, _day(record, source.date))


def _day(record: Record, fallback: Interval) -> Interval:
    return record.interval("at") if record.node.get("at") else fallback
