"""What a later text does to an earlier one: extend, amend, replace or suspend it, or single provisions of it."""

from __future__ import annotations

from collections.abc import Mapping

from truceline.agreement.loading.gates import assertion
from truceline.agreement.loading.provisions import target
from truceline.agreement.loading.times import clock
from truceline.agreement.model import Amendment, Instrument
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Interval, Kind, Target, Term
from truceline.files.node import Node
from truceline.files.record import Record

DOES = ("extend", "amend", "replace", "suspend")
AMENDMENT = (
    *KEYS, "instrument", "does", "of", "provisions", "from", "until", "article", "words", "clocks", "targets", "denied", "note",
)  # fmt: skip


def amendment(node: Node, instruments: Mapping[str, Instrument], statements: Statements) -> Amendment:
    """One amendment; it holds from the day of the later text where it names no other."""
    record = Record(node, statements.problems, AMENDMENT)
    text, does = record.required("instrument"), record.choice("does", DOES, "")
    with statements.problems:
        _ = record.node["does"]
    provisions = record.texts("provisions")
    words = record.text("words") or record.text("says") or record.text("quote")
    links = [(Target.PROVISION, id_) for id_ in provisions]
    source = statements.cite(record, Kind.TERM, [Term(text, words or does)], links)
    about = provisions[0] if provisions else ""
    return Amendment(
        instrument=text,
        does=does,
        of=record.text("of"),
        provisions=provisions,
        since=_since(record, instruments.get(text)),
        until=record.interval("until"),
        by=record.texts("by"),
        article=record.text("article"),
        words=words,
        clocks=tuple(clock(n, about, words, statements) for n in record.nodes("clocks")),
        targets=tuple(target(n, about, "", statements) for n in record.nodes("targets")),
        denied=tuple(assertion(n, words, statements, about) for n in record.nodes("denied")),
        source=source,
    )


def _since(record: Record, text: Instrument | None) -> Interval:
    return record.interval("from") if record.node.get("from") or text is None else text.date
