"""When something began, according to whom: the values of an anchor side by side, and who counts from which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truceline.agreement.model import Agreement, Anchor
from truceline.evidence import Interval
from truceline.status.clocks import starts
from truceline.status.explain import Name, Node, named


@dataclass(frozen=True, slots=True)
class CountsFrom:
    """A stated figure that counts from a day: its statement."""

    base: Interval
    claim: str


def anchor_node(
    agreement: Agreement, anchor: Anchor, as_of: date, counted: Iterable[CountsFrom], name: Name = str
) -> Node:
    """The text's words, each asserted day with who asserts it, the figures that count from a day, and who is named to judge."""
    known = starts(anchor, as_of)
    values = tuple(
        Node(
            f"{s.moment:%Y-%m-%d %H:%M %z}" if s.moment else str(s.day),
            named(s.by, name),
            children=tuple(Node("stated", claim=c) for c in s.claims),
        )
        for s in known
    )
    figures = tuple(Node(f"counts from {c.base}", "a figure as stated", c.claim) for c in counted)
    used = [
        p.id
        for p in agreement.provisions.values()
        if any(anchor.id in (c.anchor, c.starts) for c in p.clocks)
    ]
    days = sorted({str(s.day) for s in known})
    told = f"{len(days)} days are stated: each count keeps its own" if len(days) > 1 else ""
    children = (
        Node("As stated", told or ("" if values else "no day is stated by this date"), children=values),
        *((Node("Figures that count from a day", children=figures),) if figures else ()),
        Node("Nobody is named to judge it" if not anchor.judge else "Judged by", anchor.judge),
        Node("Clocks that start from it", ", ".join(used) or "none"),
    )
    return Node(f"{anchor.text.upper()} ({anchor.id})", "when, according to whom", children=children)
