"""A headline's figure that none of its own text bears out: said as a finding, never mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from truceline.agreement.amounts.bounds import Bounds
from truceline.evidence import Claim, Figure, Text
from truceline.evidence.wording import stems

_LOOSE = frozenset(
    {"about", "around", "some", "nearly", "almost", "roughly", "approximately", "close to", "barely", "or so"}
)
_SENTENCE = re.compile(r"[.!?…:][\"”’'»)\]]*$")
_MARGIN = Fraction(1, 20)  # "about 600" is borne out by 591


@dataclass(frozen=True, slots=True)
class HeadlineDifference:
    """The figure of a headline, and the figures of the text below it that count the same and give another number."""

    headline: Claim
    body: tuple[Claim, ...]

    def __str__(self) -> str:
        """The finding in words, each side as it stands."""
        told = "; ".join(f"“{c.text}”" for c in self.body)
        return f"the headline says “{self.headline.text}”, its text {told}"


def headline_differences(text: Text, claims: Iterable[Claim]) -> list[HeadlineDifference]:
    """The figures of a text's first line that its other lines contradict; a first line that ends as a sentence is no headline.

    Both count the same where their nouns share a word stem and their basis and unit of time are the same. A headline that rounds
    ("about 600" for 591, "more than 500" for 512) is borne out; one that the text does not come back to is not judged.
    """
    body = text.string.lstrip("\n")
    end = len(text.string) - len(body) + (body.find("\n") if "\n" in body else len(body))
    if _SENTENCE.search(text.string[:end].rstrip()):
        return []
    figures = [c for c in claims if isinstance(c.payload, Figure)]
    below = [c for c in figures if c.start >= end]
    found = []
    for claim in figures:
        same = [c for c in below if _same_thing(claim, c)] if claim.end <= end else []
        if same and not any(_bears_out(claim, c) for c in same):
            found.append(HeadlineDifference(claim, tuple(same)))
    return found


def _same_thing(one: Claim, other: Claim) -> bool:
    a, b = one.payload, other.payload
    if (
        not isinstance(a, Figure)
        or not isinstance(b, Figure)
        or a.per != b.per
        or (a.unit == "percent") != (b.unit == "percent")
    ):
        return False
    if a.side and b.side and not set(stems(a.side)) & set(stems(b.side)):
        return False
    return bool(set(stems(a.counts)) & set(stems(b.counts)))


def _bears_out(headline: Claim, other: Claim) -> bool:
    a, b = headline.payload, other.payload
    return isinstance(a, Figure) and isinstance(b, Figure) and _wide(a).meets(_wide(b))


def _wide(figure: Figure) -> Bounds:
    """The bounds, a twentieth wider where the text itself says that the number is rough."""
    bounds = Bounds.of(figure.low, figure.high)
    if figure.approximator not in _LOOSE:
        return bounds
    low = None if bounds.low is None else bounds.low * (1 - _MARGIN)
    high = None if bounds.high is None else bounds.high * (1 + _MARGIN)
    return Bounds(low, high)
