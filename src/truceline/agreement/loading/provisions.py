"""Duties, bans, permissions and powers, with their clocks, targets and what is said about them."""

from __future__ import annotations

from truceline.agreement import cues
from truceline.agreement.loading.bonds import bond
from truceline.agreement.loading.figures import numbers_only
from truceline.agreement.loading.gates import assertion
from truceline.agreement.loading.texts import TEXTS, about, place
from truceline.agreement.loading.times import clock
from truceline.agreement.loading.zones import bounds
from truceline.agreement.model import TEXT, Cues, Deed, Progress, Provision, Target
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Figure, Kind, State, Term
from truceline.files.node import Node
from truceline.files.record import Record

PROVISION = (
    "id", "name", "deed", "bearer", "beneficiary", "instrument", "article", "words", "paraphrase", "text", "modality", "action", "object",
    "zone", "targets", "clocks", "condition", "exceptions", "verify", "judge", "remedy", "type", "phase", "issue", "gates", "cues",
    "asserted", "progress", "notes", "src", "held", "rests_on", "bound_via", "also_in",
)  # fmt: skip
TARGET = (*KEYS, "counts", "low", "high", "exact", "unit", "per", "formula", "undefined", "direction", "note")
PROGRESS = (*KEYS, "counts", "low", "high", "exact", "unit", "per", "base", "approximator", "state", "note")
DIRECTIONS = ("up", "down", "within")
MODALITIES = ("shall", "should", "may", "intend", "work to", "as soon as possible", "best effort")


def provision(node: Node, statements: Statements) -> Provision:
    """One provision."""
    numbers_only(node)
    record = Record(node, statements.problems, PROVISION)
    id_, name, issue = record.required("id"), record.required("name"), record.text("issue")
    return Provision(
        id=id_,
        name=name,
        deed=Deed(record.choice("deed", tuple(Deed), Deed.OBLIGATION)),
        bearer=record.texts("bearer"),
        beneficiary=record.texts("beneficiary"),
        instrument=record.text("instrument"),
        article=record.text("article"),
        words=record.text("words"),
        paraphrase=record.flag("paraphrase", default=True),
        text=record.choice("text", TEXTS, ""),
        modality=record.choice("modality", MODALITIES, "shall"),
        action=record.text("action"),
        object=record.text("object"),
        zone=record.text("zone"),
        targets=tuple(target(n, id_, issue, statements) for n in record.nodes("targets")),
        clocks=tuple(clock(n, id_, name, statements) for n in record.nodes("clocks")),
        condition=record.text("condition"),
        exceptions=record.texts("exceptions"),
        verify=record.texts("verify"),
        judge=record.text("judge"),
        remedy=record.text("remedy"),
        type=record.text("type"),
        phase=record.text("phase"),
        issue=issue,
        gates=record.texts("gates"),
        cues=record.read("cues", lambda n: cues.read(n, statements.problems), Cues()),
        asserted=tuple(assertion(n, name, statements, id_) for n in record.nodes("asserted")),
        progress=tuple(_progress(n, id_, name, issue, statements) for n in record.nodes("progress")),
        notes=record.texts("notes"),
        facts=record.texts("src"),
        held=record.text("held"),
        rests_on=record.texts("rests_on"),
        also_in=tuple(place(n, statements) for n in record.nodes("also_in")),
        bound_via=tuple(
            bond(n, statements, record.texts("bearer"), about(id_, issue)) for n in record.nodes("bound_via")
        ),
        where=node.where,
    )


def target(node: Node, provision: str, issue: str, statements: Statements) -> Target:
    """One amount owed."""
    numbers_only(node)
    record = Record(node, statements.problems, TARGET)
    low, high = bounds(record)
    counts = record.required("counts")
    term = Term("the agreement", record.text("says") or counts)
    source = statements.cite(record, Kind.TERM, [term], about(provision, issue))
    return Target(
        counts=counts,
        low=low,
        high=high,
        unit=record.text("unit"),
        per=record.text("per"),
        by=record.text("by") if record.text("by") != TEXT else "",
        formula=record.text("formula"),
        undefined=record.text("undefined"),
        direction=record.choice("direction", DIRECTIONS, ""),
        source=source,
    )


def _progress(node: Node, provision: str, name: str, issue: str, statements: Statements) -> Progress:
    numbers_only(node)
    record = Record(node, statements.problems, PROGRESS)
    low, high = bounds(record)
    at, state, counts = record.interval("at"), record.text("state"), record.text("counts")
    links = about(provision, issue)
    if state:
        payload = State(name, state, statements.names(record.texts("by")), at.edtf)
        source = statements.cite(record, Kind.STATE, [payload], links, at)
    else:
        figure = Figure(
            counts, low, high, record.text("approximator"), record.text("unit"), per=record.text("per"), base=record.text("base"),
            as_of=at.edtf, counter=statements.names(record.texts("by")),
        )  # fmt: skip
        source = statements.cite(record, Kind.FIGURE, [figure], links, at)
    return Progress(
        record.texts("by"), at, counts, low, high, record.text("unit"), state, record.text("note"), source
    )
