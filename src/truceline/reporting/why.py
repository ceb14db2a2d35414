"""One answer as a page: the tree of an explanation with the statements that it opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from truceline.case import Case
from truceline.reporting.model import Statement
from truceline.reporting.sections import statements
from truceline.status import Node


@dataclass(frozen=True, slots=True)
class Why:
    """``root`` answers for ``matter`` as known on ``as_of``; ``statements`` by claim id, in the order in which the tree shows them.

    ``language`` is that of the tree's own words, which is English; each statement keeps its own.
    """

    case: str
    matter: str
    as_of: date
    root: Node
    statements: Mapping[str, Statement]
    language: str = "en"

    @property
    def unchecked(self) -> bool:
        """Whether the page shows a machine reading that nobody accepted."""
        return any(not s.checked for s in self.statements.values())


def why(case: Case, matter: str, root: Node, as_of: date) -> Why:
    """The page of an explanation, its statements numbered as they come."""
    known = [claim for claim in dict.fromkeys(shown(root)) if claim in case.by_id]
    opened = {
        claim: statements.made(case, case.by_id[claim], number, as_of)
        for number, claim in enumerate(known, 1)
    }
    return Why(case.settings.name, matter, as_of, root, opened)


def shown(node: Node) -> Iterator[str]:
    """Every claim of a tree, counted or only listed, from the top."""
    if node.claim is not None:
        yield node.claim
    for child in node.children:
        yield from shown(child)
