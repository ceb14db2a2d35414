"""Anchors, whose values are attributed, and the clocks of duties."""

from __future__ import annotations

from truceline.agreement.model import TEXT, Anchor, AnchorValue, Clock
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Condition, Kind, State, Target
from truceline.evidence.dates import UNKNOWN, day
from truceline.files.node import Node
from truceline.files.record import Record

CLOCK = (
    *KEYS,
    "starts",
    "until",
    "anchor",
    "offset",
    "due",
    "after",
    "each",
    "every",
    "words",
    "article",
    "instrument",
    "note",
)


def anchor(key: str, node: Node, statements: Statements) -> Anchor:
    """A named instant and the values that are asserted for it."""
    record = Record(node, statements.problems, ("text", "values", "judge", "rule", "src"))
    text = record.required("text")
    values = tuple(_value(n, text, statements) for n in record.nodes("values"))
    return Anchor(key, text, values, record.text("judge"), record.text("rule"))


def _value(node: Node, text: str, statements: Statements) -> AnchorValue:
    record = Record(node, statements.problems, (*KEYS, "note"))
    at = record.node.get("at")
    exact = at is not None and "T" in at.text()
    moment = record.read("at", lambda n: n.moment(), None) if exact else None
    when = day(moment.date()) if moment else UNKNOWN if exact else record.interval("at")
    payload = State(text, "said to be at this time", as_of=when.edtf)
    source = statements.cite(record, Kind.STATE, [payload], about=when)
    return AnchorValue(moment, when, record.texts("by"), record.text("note"), source)


def clock(node: Node, provision: str, name: str, statements: Statements) -> Clock:
    """One clock of a duty; with ``by`` it is somebody's assertion."""
    record = Record(node, statements.problems, CLOCK)
    offset = record.read("offset", lambda n: n.period(), None)
    wait = record.text("after") or record.text("anchor") or record.text("due") or record.text("words")
    links = [(Target.PROVISION, provision)]
    return Clock(
        starts=record.text("starts") or None,
        anchor=record.text("anchor") or None,
        offset=offset.time if offset else None,
        months=offset.months if offset else 0,
        at=record.read("due", lambda n: n.moment(), None),
        after=record.text("after") or None,
        each=record.flag("each"),
        words=record.text("words"),
        article=record.text("article"),
        instrument=record.text("instrument"),
        until=record.text("until"),
        every=record.read("every", lambda n: str(n.period()), ""),
        by=tuple(b for b in record.texts("by") if b != TEXT),
        source=statements.cite(record, Kind.CONDITION, [Condition(name, wait)], links),
    )
