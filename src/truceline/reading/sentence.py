"""A parsed sentence as plain lists, with every token's place in the original text (masked names included)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from truceline.evidence import Span

DASHES = frozenset("-–—‑")
QUOTES = frozenset('"“”„‟«»″‶＂')
OPEN, CLOSE = frozenset("“„«‟"), frozenset("”»")
STOPS = frozenset(".!?…;:,–—-()[]") | QUOTES | frozenset("‘’'`")


@dataclass(slots=True)
class Sentence:
    """Tokens as parallel lists. ``low`` is the word as parsed (a masked name shows its stand-in); ``start`` and ``end`` are
    code points of the Text. ``name`` holds the ids of the actors a masked token stands for, ``sort`` what they are (person,
    body, outlet, adjective, people; "" for any other word). ``left`` and ``right`` are the edges of each token's subtree.
    ``quoted`` is the number of the quotation that a token stands in, 0 outside.
    """

    text: str
    low: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    name: list[tuple[str, ...]]
    sort: list[str] = field(default_factory=list)
    paragraph: int = 0
    kids: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    top_down: list[int] = field(default_factory=list)
    vectors: NDArray[np.float32] | None = None  # the parser's own, one row a token
    numbers: list[Any] | None = None  # what numbers.find found, kept since several rules ask

    def __post_init__(self) -> None:
        """Children and edges: one pass up for each token's depth, linear in the sentence's length for real parses."""
        n = len(self.low)
        self.sort = self.sort or [""] * n
        self.quoted = self.quoted or [0] * n
        self.kids = [[] for _ in range(n)]
        for i, head in enumerate(self.head):
            if head != i:
                self.kids[head].append(i)
        self.left, self.right = list(range(n)), list(range(n))
        self.top_down = self._top_down()
        for i in reversed(self.top_down):
            head = self.head[i]
            if head != i:
                self.left[head] = min(self.left[head], self.left[i])
                self.right[head] = max(self.right[head], self.right[i])

    def _top_down(self) -> list[int]:
        order = [i for i, head in enumerate(self.head) if head == i]
        for i in order:
            order.extend(self.kids[i])
        return order

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.low)

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of ``i`` with one of these relations."""
        dep = self.dep
        return next((k for k in self.kids[i] if dep[k] in deps), None)

    def span(self, a: int, b: int) -> Span:
        """The characters of tokens ``a`` to ``b`` (inclusive)."""
        return Span(self.start[a], self.end[b])

    def words(self, a: int, b: int) -> str:
        """The original text of tokens ``a`` to ``b`` (inclusive), with white space as single blanks."""
        return " ".join(self.text[self.start[a] : self.end[b]].split())

    def is_verb(self, i: int) -> bool:
        return self.tag[i].startswith("VB") or self.tag[i] == "MD"

    def is_noun(self, i: int) -> bool:
        return self.tag[i].startswith("NN")

    def is_name(self, i: int) -> bool:
        if self.name[i] or self.tag[i].startswith("NNP"):
            return True
        return i > 0 and self.tag[i].startswith("NN") and self.text[self.start[i]].isupper()

    def inside(self, i: int, ancestor: int) -> bool:
        """Whether ``i`` is ``ancestor`` or below it."""
        while i != ancestor:
            if self.head[i] == i:
                return False
            i = self.head[i]
        return True
