"""Findings that were withdrawn, in an explanation: they give no value, and a reader of an earlier report must find them again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from truceline.evidence import Entered
from truceline.status.explain import VALUE_WORDS, Node

LABEL = "withdrawn, gives no value"


def with_withdrawn(node: Node, entered: Iterable[Entered], matter: str, as_of: date) -> Node:
    """The explanation of ``matter`` with its withdrawn findings of ``as_of`` or before, ahead of its last step; unchanged where none is."""
    gone = [e for e in entered if e.withdrawn and e.finding.matter == matter and e.finding.at <= as_of]
    if not gone or not node.children:
        return node
    steps = tuple(Node(concluded(e), taken_back(e)) for e in gone)
    told = Node("Findings withdrawn", LABEL, children=steps)
    return replace(node, children=(*node.children[:-1], told, node.children[-1]))


def concluded(entered: Entered) -> str:
    """``head of mission, 2025-12-24, verified: NOT MET``."""
    found = entered.finding
    return f"{found.role}, {found.at}, {found.rung.words}: {VALUE_WORDS[found.truth]}"


def taken_back(entered: Entered) -> str:
    """``withdrawn 2025-12-26 by AB: the third visit was to another gate``; "" where it stands on record as it was entered."""
    if (gone := entered.withdrawn) is None:
        return ""
    return f"withdrawn {gone.at.date()} by {gone.by}: {gone.why or 'no reason on record'}"
