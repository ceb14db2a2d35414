"""What later texts did to a duty, by whose word, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from truceline.agreement.in_force import amendments_of
from truceline.agreement.model import Agreement, Amendment, Precedence, Provision
from truceline.status.explain import Name, Node, named
from truceline.status.in_force import known

DOES = {"extend": "extends", "amend": "amends", "replace": "replaces", "suspend": "suspends"}


def amendment_nodes(
    agreement: Agreement, provision: Provision, as_of: date, name: Name = str
) -> Iterator[Node]:
    """The amendments that hold on the day, oldest first, then the order of its texts where it stands in several."""
    found = [_node(agreement, a, as_of, name) for a in amendments_of(agreement, provision) if known(a, as_of)]
    if len(provision.texts) > 1:
        ranked = (p for p in agreement.precedence if len([t for t in p.order if t in provision.texts]) > 1)
        found += [_order_node(p, provision, name) for p in ranked]
    if found:
        yield Node("What later texts changed", children=tuple(found))


def _node(agreement: Agreement, a: Amendment, as_of: date, name: Name) -> Node:
    text = agreement.instruments.get(a.instrument)
    until = f" to {a.until}" if a.until.known else ""
    label = f"{text.name if text else a.instrument} {DOES[a.does]} it from {a.since} on{until}"
    reading = ", the case author's reading" if a.source.authors_reading else ""
    by = (
        f"by the text{f' ({a.article})' if a.article else ''}"
        if a.of_text
        else f"by the word of {named(a.by, name)}{reading}"
    )
    denied = tuple(
        Node("denied", f"{name(d.by)}: {d.text}", d.source.claim.id if d.source.claim else None)
        for d in a.denied
        if (d.source.date.latest or date.min) <= as_of
    )
    claim = a.source.claim.id if a.source.claim else None
    return Node(label, f"{by}{f': {a.words}' if a.words else ''}", claim, denied)


def _order_node(order: Precedence, provision: Provision, name: Name) -> Node:
    texts = " before ".join(t for t in order.order if t in provision.texts)
    of_text = order.by == "text"
    where = f" ({' '.join(x for x in (order.instrument, order.article) if x)})" if order.instrument else ""
    reading = ", the case author's reading" if order.source.authors_reading else ""
    by = f"by the text{where}" if of_text else f"by the word of {name(order.by)}{reading}"
    return Node(texts, by, order.source.claim.id if order.source.claim else None)
