"""The sentence of a claim without the words that only say who tells it."""

from __future__ import annotations

from truceline.evidence import Claim, Kind, Span
from truceline.linking.phrases import words

_SELF = frozenset({"it", "we"})
_OWN = _SELF | {"its", "our", "they", "their"}


def unattributed(claim: Claim, sentence: str = "") -> str:
    """The sentence (the claim's words where none is given) without the speaker's name and the word of saying.

    Left whole where the rest speaks of the speaker by "it" or "we": then the name says whose deed it is. So does "its strikes" with a
    state or an act; with a count it does not ("24 of its detainees" are held by the other side).
    """
    if not claim.text or claim.text not in sentence:
        return sentence or claim.text
    base = claim.start - sentence.find(claim.text)
    spans = [s for s in (claim.speaker_span, claim.cue_span) if s is not None]
    rest = sentence
    for span in sorted(spans, key=lambda s: -s.start):
        if not _overlaps(span, claim.span):
            rest = _without(rest, span.start - base, span.end - base)
    back = _SELF if claim.kind is Kind.FIGURE else _OWN
    return sentence if back & {*words(rest)} else rest


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}" if 0 <= start < end <= len(text) else text
