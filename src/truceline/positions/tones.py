"""How a statement is put: absolutely, as accepting or flexible, one thing before another, or with a guarantee; found by words, judged by nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from truceline.evidence import Kind, Stance
from truceline.evidence.payload import Position
from truceline.files import yaml
from truceline.linking.phrases import Phrases, words
from truceline.positions.heard import Heard

DATA = Path(__file__).parent / "data" / "tones.yaml"
MOVES = frozenset({Stance.ACCEPT, Stance.CONDITIONAL, Stance.OFFER})


class Tone(StrEnum):
    """What the words, or the stance that was read, let a person look for."""

    ABSOLUTE = "absolute"
    GIVING = "giving"
    FIRST = "first"
    GUARANTEE = "guarantee"


_MARKS = re.compile(r"[,;:.–—]\s")


@cache
def phrases() -> Mapping[Tone, Phrases]:
    """The phrases of each tone, from ``data/tones.yaml``."""
    root = yaml.load(DATA)
    return {tone: Phrases(root[tone.value].texts()) for tone in Tone}


def why(heard: Heard, tone: Tone, sentence: str = "") -> str:
    """The phrase, or the stance or kind that was read, by which a statement has the tone; "" where it has not.

    ``sentence`` is searched as well for what comes first, since a clause seldom repeats the phase that it belongs to.
    """
    claim, payload = heard.claim, heard.claim.payload
    if tone is Tone.GIVING and isinstance(payload, Position) and payload.stance in MOVES:
        return f"stance: {payload.stance.value}"
    if tone is Tone.FIRST and claim.kind is Kind.CONDITION:
        return "a condition"
    if tone is Tone.FIRST and claim.kind is Kind.FIGURE:
        return ""
    if tone is Tone.GIVING:
        return _given(claim.text, refused=isinstance(payload, Position) and payload.stance is Stance.REJECT)
    wide = tone is Tone.FIRST and claim.kind is Kind.TERM
    return phrases()[tone].first(words(sentence if wide and sentence else claim.text)) or ""


@cache
def _cues(key: str) -> Phrases:
    return Phrases(yaml.load(DATA)[key].texts())


def _given(text: str, *, refused: bool) -> str:
    """The first phrase of giving that no word before it undoes: in its own clause, in the whole text where a refusal was read."""
    clauses = [text] if refused else _MARKS.split(text)
    for run in map(words, clauses):
        for at, phrase in phrases()[Tone.GIVING].places(run):
            ends = [0 if refused else n + 1 for n, _ in _cues("clause_ends").places(run) if n < at]
            if not _cues("undoing").first(run[max(ends, default=0) : at]):
                return phrase
    return ""
