"""An explanation as plain text in the shape of frame E: at most 100 columns, the same without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from truceline.status.explain import Node

WIDTH = 100
_LABEL = 28
_WIDE = 70
"""A narrower page has no column for labels: what is told follows its label."""


def render(node: Node, words_of: Callable[[str], str] = str, width: int = WIDTH) -> str:
    """The tree as text; ``words_of`` gives the words of a claim id (its quote, speaker, relay, day), the id itself by default."""
    head = _wrapped(node, "", "", words_of, width)
    return "\n".join([*head, *_below(node, "", words_of, width)])


def _below(node: Node, indent: str, words_of: Callable[[str], str], width: int) -> Iterator[str]:
    for place, child in enumerate(node.children):
        last = place == len(node.children) - 1
        first, rest = (f"{indent}'- ", f"{indent}   ") if last else (f"{indent}|- ", f"{indent}|  ")
        yield from _wrapped(child, first, rest, words_of, width)
        yield from _below(child, rest, words_of, width)


def _wrapped(node: Node, first: str, rest: str, words_of: Callable[[str], str], width: int) -> list[str]:
    told = "  ".join(part for part in (node.label, node.words) if part)
    if node.words and len(node.label) < _LABEL and first and width >= _WIDE:
        told = f"{node.label:<{_LABEL}}{node.words}"
    lines = _lines(told, first, f"{rest}   ", width)
    if node.claim is not None:
        lines += _lines(words_of(node.claim), f"{rest}   ", f"{rest}   ", width)
    return lines


def _lines(text: str, first: str, rest: str, width: int) -> list[str]:
    """The text under itself; a word is never cut at its hyphen, since a name or a quotation would look otherwise."""
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
