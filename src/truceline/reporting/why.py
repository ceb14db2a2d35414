"""One answer as a page: the tree of an explanation with the statements that it opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from truceline.case import Case, NotShown
from truceline.case.kept import gone
from truceline.reporting.model import Statement
from truceline.reporting.sections import statements
from truceline.status import Days, Node


@dataclass(frozen=True, slots=True)
class Why:
    """``root`` answers for ``matter`` on ``days``; ``statements`` by claim id, in the order in which the tree shows them.

    ``not_shown`` is what the case held on the day of ``recorded`` and cannot show. ``language`` is that of the tree's own words, which is English; each statement keeps its own.
    """

    case: str
    matter: str
    days: Days
    root: Node
    statements: Mapping[str, Statement]
    language: str = "en"
    not_shown: tuple[NotShown, ...] = ()

    @property
    def unchecked(self) -> bool:
        """Whether the page shows a machine reading that nobody accepted."""
        return any(not s.checked for s in self.statements.values())


def why(case: Case, matter: str, root: Node, days: Days) -> Why:
    """The page of an explanation, its statements numbered as they come."""
    known = [claim for claim in dict.fromkeys(shown(root)) if claim in case.by_id]
    opened = {
        claim: statements.made(case, case.by_id[claim], number, days.as_of)
        for number, claim in enumerate(known, 1)
    }
    return Why(case.settings.name, matter, days, _with_kept(case, root), opened, not_shown=case.not_shown)


def _with_kept(case: Case, node: Node) -> Node:
    """The tree with the words that a finding kept in place of the bare id of a statement that is held no more."""
    children = tuple(_with_kept(case, child) for child in node.children)
    if node.claim is None or node.claim in case.by_id:
        return replace(node, children=children)
    words = "; ".join(filter(None, [node.words, gone(case, node.claim)]))
    return replace(node, words=words, claim=None, children=children)


def shown(node: Node) -> Iterator[str]:
    """Every claim of a tree, counted or only listed, from the top."""
    if node.claim is not None:
        yield node.claim
    for child in node.children:
        yield from shown(child)
