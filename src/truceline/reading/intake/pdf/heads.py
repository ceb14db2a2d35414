"""Running heads, feet and page numbers: lines at the edge of pages that recur, whatever number stands in them."""

from __future__ import annotations

import re
from collections import Counter

from truceline.reading.intake.pdf.line import Line

_NUMBER = re.compile(
    r"\W*(?:page\W*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\W*(?:of|/|\|)\W*\d{1,4})?\W*", re.IGNORECASE
)
_EDGE = 3


def running(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Page and line numbers of what is printed on each page beside its text."""
    edges = [(p, n) for p, page in enumerate(pages) for n in _edges(page)]
    counts: Counter[str] = Counter()
    for p in range(len(pages)):
        counts.update({_key(pages[p][n].text) for q, n in edges if q == p})
    many = 2 if len(pages) < 4 else 3
    return {
        (p, n)
        for p, n in edges
        if _NUMBER.fullmatch(pages[p][n].text) or counts[_key(pages[p][n].text)] >= many
    }


def _edges(page: list[Line]) -> list[int]:
    """The lines that stand highest and lowest: those printed first in the file may be either."""
    order = sorted(range(len(page)), key=lambda n: -page[n].y)
    if len(order) <= 2 * _EDGE:
        return order
    return [*order[:_EDGE], *order[-_EDGE:]]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold()
