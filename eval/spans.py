"""Attributions as characters: gold of the corpus, of PolNeAR, and what the reader found, in one shape; and their scores."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dispatch import Dispatch

from truceline.reading.sentence import Sentence

Spans = tuple[tuple[int, int], ...]
PARTS = ("source", "cue", "told")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who, by which words, tells what: characters of the text, ends exclusive."""

    source: Spans
    cue: Spans
    told: Spans


def of_dispatch(dispatch: Dispatch) -> list[Attribution]:
    """The attributions with a cue."""
    return [Attribution(tuple(s.source), tuple(s.cue), tuple(s.told)) for s in dispatch.said if s.cue]


def of_row(row: Mapping[str, Any]) -> list[Attribution]:
    """The attributions of one of PolNeAR's articles."""
    return [
        Attribution(*(tuple((int(a), int(b)) for a, b in one[k]) for k in ("source", "cue", "content")))
        for one in row["attributions"]
    ]


def tokens_of(
    sentences: Sequence[Sentence], spans: Iterable[tuple[int, int]]
) -> list[tuple[int, tuple[int, int]]]:
    """For each stretch of characters the sentences it touches, with the tokens in each."""
    starts = [s.start[0] for s in sentences]
    found = []
    for start, end in spans:
        for k in range(max(0, bisect_right(starts, start) - 1), len(sentences)):
            s = sentences[k]
            if s.start[0] >= end:
                break
            inside = [i for i in range(len(s)) if s.start[i] < end and s.end[i] > start]
            if inside:
                found.append((k, (inside[0], inside[-1])))
    return found


def add(counts: Counter[str], gold: Sequence[Attribution], found: Sequence[Attribution]) -> None:
    """Count exact spans of each part, statements (cue and told pieces overlap) and relations (the source, too)."""
    for part in PARTS:
        want = {s for g in gold for s in getattr(g, part)}
        got = {s for f in found for s in getattr(f, part)}
        counts.update(
            {f"{part} right": len(want & got), f"{part} gold": len(want), f"{part} found": len(got)}
        )
    for name, same in (("statement", overlapping), ("relation", related)):
        used: set[int] = set()
        for g in gold:
            match = next((i for i, f in enumerate(found) if i not in used and same(g, f)), None)
            if match is not None:
                used.add(match)
        counts.update({f"{name} right": len(used), f"{name} gold": len(gold), f"{name} found": len(found)})


def overlapping(one: Attribution, other: Attribution) -> bool:
    """Whether the cues overlap, and what is told."""
    return touching(one.cue, other.cue) and touching(one.told, other.told)


def related(one: Attribution, other: Attribution) -> bool:
    """Whether cue and told pieces overlap, and the sources too (or neither has one)."""
    sources = touching(one.source, other.source) or not one.source and not other.source
    return sources and overlapping(one, other)


def touching(one: Spans, other: Spans) -> bool:
    """Whether two sets of stretches share a character."""
    return any(a < d and c < b for a, b in one for c, d in other)


def f1(counts: Counter[str], part: str) -> float:
    """The harmonic mean of precision and recall."""
    total = counts[f"{part} gold"] + counts[f"{part} found"]
    return 2 * counts[f"{part} right"] / total if total else 1.0
