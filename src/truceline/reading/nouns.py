"""What a noun is, for counting: a unit that measures, a word for people harmed, or only the first part of the one that is meant."""

from __future__ import annotations

import re

from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

_MEASURES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|year|decade|kilomet|met(?:re|er)|mile|acre|hectare|tonne?|kilo|litre|liter|crown|dollar|euro|shekel"
    r"|pound|per ?cent|cubic|square|nautical|km\b|degree)"
)


def hurt() -> frozenset[str]:
    """Words for people killed or injured, and for what was done to them."""
    return words("figures", "killed") | words("figures", "injured")


def measure(unit: str) -> bool:
    """Whether a unit measures time, length, area, weight, money or a share, and no things."""
    return _MEASURES.match(unit) is not None


def compound(s: Sentence, k: int) -> bool:
    """Whether a noun only stands before the one that is meant: "aid trucks"."""
    if k + 1 >= len(s) or not (s.is_noun(k + 1) or s.tag[k + 1] in ("JJ", "HYPH", "POS")):
        return False
    if s.low[k + 1] in words("figures", "wide") and measure(s.low[k]):
        return False  # "a metre deep"
    return s.dep[k] in ("compound", "amod", "poss", "nmod") or s.tag[k + 1] in ("HYPH", "POS")
