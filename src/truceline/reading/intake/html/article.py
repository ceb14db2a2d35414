"""Which blocks of a page are its article; all others stand beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from truceline.reading.intake.html.walk import Block, Walk

_FEW = 20
"""Words: with fewer left, the names of classes have misled, and only what its elements mark is taken as boilerplate."""
_LINKED = 0.8
"""A block of which so much is links leads to other pages."""


def blocks(tree: Any) -> Iterator[tuple[str, bool]]:
    """Each block's text, and whether it stands beside the article."""
    found = Walk().through(tree.body) if tree.body is not None else []
    core = _core(found)
    marks = [not b.title and (b.strict or b.named or b.linked >= _LINKED or _outside(b, core)) for b in found]
    if _words(found, marks) < _FEW:
        marks = [b.strict and not b.title for b in found]
    if all(marks):
        marks = [False] * len(found)
    for block, mark in zip(found, marks, strict=True):
        yield block.text, mark


def _outside(block: Block, core: int) -> bool:
    return core > 0 and core not in block.core


def _core(found: list[Block]) -> int:
    """The candidate to take for the article: the smallest that holds most of the text in candidates; 0 where there is none."""
    sizes: Counter[int] = Counter()
    for block in found:
        if not (block.strict or block.named):
            for number in block.core:
                sizes[number] += len(block.text) if block.linked < _LINKED else 0
    if not sizes or max(sizes.values()) == 0:
        return 0
    most = max(sizes.values())
    # Numbers rise in the order of the page, so of two candidates, one in the other, the inner has the higher one.
    return max(n for n, size in sizes.items() if size >= 0.6 * most)


def _words(found: list[Block], marks: list[bool]) -> int:
    return sum(len(b.text.split()) for b, mark in zip(found, marks, strict=True) if not mark)
