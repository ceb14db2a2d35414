"""Figures that formulas reckon with; and the rule that an account holds numbers, never the names of those exchanged."""

from __future__ import annotations

from truceline.agreement.model import Figured
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Kind, Target, Term
from truceline.files import FileProblem, Problem
from truceline.files.node import Node
from truceline.files.record import Record

PERSONS = ("names", "persons", "people", "captives", "prisoners", "detainees", "victims")
"""Keys under which somebody would list persons."""
FIGURE = (*KEYS, "id", "name", "provision", "counts", "unit", "per", "formula", "note")


def figure(node: Node, statements: Statements) -> Figured:
    """One figure; with ``by`` and a source its formula is somebody's statement."""
    numbers_only(node)
    record = Record(node, statements.problems, FIGURE)
    name, provision = record.required("name"), record.text("provision")
    links = [(Target.PROVISION, provision)] if provision else []
    source = statements.cite(
        record, Kind.TERM, [Term("the agreement", record.text("says") or name)], links, record.interval("at")
    )
    return Figured(
        id=record.required("id"),
        name=name,
        provision=provision,
        counts=record.texts("counts"),
        unit=record.text("unit"),
        per=record.text("per"),
        formula=record.text("formula"),
        by=record.text("by"),
        source=source,
    )


def numbers_only(node: Node) -> None:
    """Raises FileProblem where persons would be listed: whoever is exchanged is counted here and never named."""
    for key, value in node.items():
        if key in PERSONS:
            raise FileProblem(
                Problem(
                    value.where,
                    "A120",
                    f"'{key}' would list persons, and an account holds numbers only",
                    "a number of persons",
                    "targets: [{counts: prisoners released, exact: 250, unit: person}]",
                )
            )
