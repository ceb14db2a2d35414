"""What a scenario gives beside statements, and expects beside the board: findings, wishes of a force, pledges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from truceline.agreement.loading.force import IN_TEXT
from truceline.agreement.loading.force import STANCES as WISHED
from truceline.agreement.loading.zones import bounds
from truceline.agreement.model import Agreement, Mandate, Pledge, Source, Wish
from truceline.case.scenario.model import SIDES, WHOLE, InMandate, Promised
from truceline.evidence import Answer, Claim, Finding, Interval, Kind, Rung, Truth, digest
from truceline.files import Problems, nearest
from truceline.files.node import Node
from truceline.files.record import Record
from truceline.positions.mandate import STANCES
from truceline.positions.pledges import COLUMNS

VALUES = {"met": Truth.MET, "not met": Truth.NOT_MET, "contested": Truth.CONTESTED, "unable": Truth.UNKNOWN}
TOGETHER = ("agree", "differ", "open")
PLACES = {
    "target": "target",
    "up to": "up_to",
    "said to come": "coming",
    "agreed": "agreed",
    "there": "there",
}
_NO_VALUE = (Rung.UNABLE_TO_DETERMINE, Rung.DISCOUNTED)


def finding(node: Node, number: int, agreement: Agreement, problems: Problems) -> Finding:
    """One finding, by a role, on a provision, at a day. Its rung must go with its value; what it rests on is not asked here."""
    record = Record(node, problems, ("role", "at", "about", "value", "rung", "text", "answer"))
    matter = record.required("about")
    known(matter, node["about"], agreement.provisions)
    day = record.node["at"].interval()
    if not day.is_day or day.latest is None:
        raise node["at"].problem("F010", "a finding is of one day", "a day", "2025-12-24", f"'{day}'")
    truth, rung = (
        VALUES[record.choice("value", VALUES, "unable")],
        Rung(record.choice("rung", tuple(Rung), Rung.REPORTED)),
    )
    if (rung in _NO_VALUE) is not (truth is Truth.UNKNOWN) or (rung is Rung.CONTESTED) is not (
        truth is Truth.CONTESTED
    ):
        raise node["rung"].problem("F010", f"'{rung}' does not go with this value", "contested with contested; unable with unable_to_determine or "
                                   "discounted; met or not met with the other rungs", "{value: met, rung: verified}", f"'{rung}'")  # fmt: skip
    made = datetime.combine(day.latest, time(), UTC).replace(microsecond=number)
    return Finding(
        digest(f"scenario/found/{number}")[:16], matter, record.required("role"), truth, rung, day.latest, (),
        record.text("text"), record.choice("answer", tuple(Answer), ""), made=made,
    )  # fmt: skip


def wishes(node: Node, number: int, agreement: Agreement, problems: Problems) -> Iterator[tuple[str, Wish]]:
    """What one actor wants of a force on one day: a wish for each function."""
    record = Record(node, problems, ("force", "by", "at", "stances", "condition"))
    mandate = _mandate(record.required("force"), node["force"], agreement)
    by, at = record.required("by"), record.interval("at")
    for function, stance in record.pairs("stances"):
        known(function, stance, mandate.functions)
        source = _source(f"wishes/{number}/{function}", at)
        word = stance.choice(WISHED)
        yield mandate.force, Wish(by, at, function, word, source, record.text("condition"))


def pledge(node: Node, number: int, problems: Problems) -> Pledge:
    """What is promised, in the status in which it is said to be."""
    record = Record(node, problems, ("by", "for", "at", "unit", "low", "high", "exact", "status"))
    low, high = bounds(record)
    at, whose = record.interval("at"), record.texts("for") or record.texts("by")
    status = record.choice("status", tuple(COLUMNS), "pledged")
    return Pledge(whose, record.required("unit"), low, high, status, at, _source(f"pledges/{number}", at))


def in_mandate(node: Node, agreement: Agreement) -> Iterator[InMandate]:
    """Rows of ``isf: {disarm: {us: wants, I4: must, sides: differ}}``."""
    for force, rows in node.items():
        mandate = _mandate(force, rows, agreement)
        for function, cells in rows.items():
            known(function, cells, mandate.functions)
            for column, word in cells.items():
                words = (
                    TOGETHER
                    if column == SIDES
                    else IN_TEXT
                    if column in mandate.texts
                    else ("not mentioned", *STANCES.values())
                )
                yield InMandate(force, function, column, word.choice(words), word.where)  # fmt: skip


def promised(node: Node) -> Iterator[Promised]:
    """Rows of ``troops: {indonesia: {up to: "8,000", agreed: pledged, there: none}, all: {target: "20,000"}}``."""
    for unit, rows in node.items():
        for by, cells in rows.items():
            whose = () if by == WHOLE else tuple(b.strip() for b in by.split(","))
            for column, words in cells.items():
                if column not in PLACES:
                    raise words.problem("F010", f"'{column}' is no column of what is promised", f"one of {', '.join(PLACES)}",
                                        nearest(column, PLACES) or "target", f"'{column}'")  # fmt: skip
                yield Promised(unit, whose, PLACES[column], words.text(), words.where)


def known(id_: str, node: Node, names: object) -> None:
    """Raise T006, with the nearest name, where an id is defined nowhere in the agreement."""
    held = [str(n) for n in names]  # type: ignore[attr-defined]
    if id_ not in held:
        near = nearest(id_, held) or "an id of agreement.yaml"
        raise node.problem("T006", f"'{id_}' is defined nowhere in agreement.yaml", near)


def _mandate(force: str, node: Node, agreement: Agreement) -> Mandate:
    held = {m.force: m for m in agreement.mandates}
    known(force, node, held)
    return held[force]


def _source(number: str, at: Interval) -> Source:
    """A source in which the scenario's words stand, so that they count as a statement of that day."""
    text = f"scenario/{number}"
    claim = Claim(digest(text), text, Kind.POSITION, 0, len(text), text, reader="scenario")
    return Source(outlet="scenario", date=at, claim=claim)
