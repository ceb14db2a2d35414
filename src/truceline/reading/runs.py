"""Runs of proper nouns: the names of a text that no lexicon knows, by capitals, hyphens and particles."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words


def runs(s: Sentence) -> Iterator[tuple[int, int]]:
    """First and last token of each run of capitalised proper nouns that no mask covers, titles and days in front taken off."""
    particles = words("names", "particles")
    run: list[int] = []
    last = len(s)
    for k in range(last + 1):
        inside = k < last and s.tag[k].startswith("NNP") and not s.name[k]
        if inside or run and k < last and _joint(s, k, particles):
            run.append(k)
        elif run:
            if (found := _trimmed(s, run, particles)) is not None:
                yield found
            run = []


def _joint(s: Sentence, k: int, particles: frozenset[str]) -> bool:
    """Whether a token holds a name together: a hyphen without blanks, "al", "von", "de la"."""
    return s.low[k] == "-" and s.start[k] == s.end[k - 1] or s.low[k] in particles


def _trimmed(s: Sentence, run: list[int], particles: frozenset[str]) -> tuple[int, int] | None:
    titles, days = words("names", "titles"), words("names", "days")
    a, b = 0, len(run) - 1
    while a <= b and (
        s.low[run[a]] in titles
        or s.low[run[a]] in days
        or s.low[run[a]] == "-"
        or s.low[run[a]] in particles
        and b == a
    ):
        a += 1
    while b >= a and (not s.tag[run[b]].startswith("NNP") or s.low[run[b]] in days):
        b -= 1
    if b < a:
        return None
    inner = max((m for m in run[a : max(a, b - 1)] if s.low[m] in titles), default=None)
    first = run[a] if inner is None else inner + 1  # "Homeland Security Secretary Jeh Johnson"
    while first < run[b] and not s.low[first][:1].isalnum():
        first += 1
    return first, run[b]
