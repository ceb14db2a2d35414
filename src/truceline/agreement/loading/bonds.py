"""Who is bound through whom: bearers that signed nothing, and by whose word another answers for them or signed for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from truceline.agreement.model import Bond, Instrument, Provision
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


def bound(provisions: Mapping[str, Provision], instruments: Mapping[str, Instrument]) -> dict[str, Provision]:
    """The provisions with the bonds that their texts hold for all duties of those who bear them."""
    return {id_: _with_bonds(p, instruments) for id_, p in provisions.items()}


def _with_bonds(provision: Provision, instruments: Mapping[str, Instrument]) -> Provision:
    text = instruments.get(provision.instrument)
    held = (b for b in (text.bound_via if text else ()) if set(b.who) & set(provision.bearer))
    more = tuple(replace(b, who=tuple(w for w in b.who if w in provision.bearer)) for b in held)
    return replace(provision, bound_via=(*provision.bound_via, *more)) if more else provision
