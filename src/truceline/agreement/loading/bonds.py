"""Who is bound through whom: bearers that signed nothing, and by whose word another answers for them or signed for them."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.agreement.model import Bond
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Kind, Target, Term
from truceline.files.node import Node
from truceline.files.record import Record


def bond(
    node: Node, statements: Statements, bearers: Iterable[str] = (), about: Iterable[tuple[Target, str]] = ()
) -> Bond:
    """One bond; ``who`` left out means the bearers of the provision under which it stands."""
    record = Record(node, statements.problems, (*KEYS, "who", "through", "article", "words", "note"))
    with statements.problems:
        _ = record.node["through"]
    through = record.texts("through")
    words = record.text("words") or record.text("says") or record.text("quote") or record.text("note")
    term = Term("the agreement", words or f"bound through {', '.join(through)}")
    source = statements.cite(record, Kind.TERM, [term], list(about))
    return Bond(
        who=record.texts("who") or tuple(bearers),
        through=through,
        by=record.texts("by"),
        article=record.text("article"),
        words=words,
        source=source,
        at=record.interval("at"),
    )
