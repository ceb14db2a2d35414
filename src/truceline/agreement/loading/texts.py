"""Instruments, who consents to them, which goes first, who counts, and the report's short accounts."""

from __future__ import annotations

from truceline.agreement.loading.bonds import bond
from truceline.agreement.loading.figures import numbers_only
from truceline.agreement.model import Account, Consent, Counter, Instrument, Place, Precedence
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Kind, Position, Stance, Target
from truceline.files.node import Node
from truceline.files.record import Record

TEXTS = ("public", "reported", "leaked", "unpublished")
STANCES = {"accept": Stance.ACCEPT, "partial": Stance.CONDITIONAL, "reject": Stance.REJECT}
INSTRUMENT = (
    "id", "name", "kind", "date", "text", "parent", "signed_by", "expires", "incorporated_in", "languages", "note", "src",
    "bound_via",
)  # fmt: skip


def instrument(node: Node, statements: Statements) -> Instrument:
    """One text of the agreement."""
    record = Record(node, statements.problems, INSTRUMENT)
    return Instrument(
        id=record.required("id"),
        name=record.required("name"),
        kind=record.text("kind"),
        date=record.interval("date"),
        text=record.choice("text", TEXTS, "public"),
        parent=record.text("parent") or None,
        signed_by=record.texts("signed_by"),
        expires=record.interval("expires"),
        incorporated_in=record.texts("incorporated_in"),
        languages=record.texts("languages"),
        note=record.text("note"),
        facts=record.texts("src"),
        bound_via=tuple(bond(n, statements) for n in record.nodes("bound_via")),
    )


def consent(node: Node, statements: Statements) -> Consent:
    """An actor's stance on a text."""
    record = Record(node, statements.problems, (*KEYS, "instrument", "stance", "excludes", "act", "note"))
    stance = record.choice("stance", STANCES, "accept")
    text, actor = record.required("instrument"), record.required("by")
    payload = Position(actor, text, STANCES[stance], ", ".join(record.texts("excludes")))
    source = statements.cite(record, Kind.POSITION, [payload])
    return Consent(
        actor, text, stance, record.interval("at"), record.texts("excludes"), record.text("act"), source
    )


def precedence(node: Node, statements: Statements) -> Precedence:
    """An order of texts, as somebody asserts it."""
    record = Record(node, statements.problems, (*KEYS, "order", "instrument", "article", "note"))
    return Precedence(
        record.required("by"),
        record.texts("order"),
        statements.cite(record, Kind.STATEMENT, [None]),
        record.text("instrument"),
        record.text("article"),
    )


def place(node: Node, statements: Statements) -> Place:
    """Another text in which a duty stands."""
    record = Record(node, statements.problems, ("instrument", "article", "words", "note"))
    return Place(record.required("instrument"), record.text("article"), record.text("words"))


def counter(node: Node, statements: Statements) -> Counter:
    """Who counts what."""
    record = Record(
        node, statements.problems, ("by", "counts", "side", "unit", "classes", "base", "note", "src")
    )
    return Counter(
        by=record.required("by"),
        counts=record.required("counts"),
        side=record.text("side"),
        unit=record.text("unit"),
        classes=record.texts("classes"),
        base=record.interval("base"),
        note=record.text("note"),
        facts=record.texts("src"),
    )


def account(node: Node, statements: Statements) -> Account:
    """A short account of the report and the duties in it."""
    numbers_only(node)
    record = Record(node, statements.problems, ("id", "name", "provisions", "note", "receivers"))
    return Account(
        record.required("id"),
        record.required("name"),
        record.texts("provisions"),
        record.text("note"),
        {key: value.texts() for key, value in record.pairs("receivers")},
    )


def about(provision: str, issue: str = "") -> list[tuple[Target, str]]:
    """The links of a statement that stands under a provision."""
    return [(Target.PROVISION, provision), *([(Target.ISSUE, issue)] if issue else [])]
