"""Pieces that say nothing alone ("*with no agreement on its role*", "*thereby endangering them*") stay with the clause they hang on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from truceline.evidence import Claim, Figure, Hedge, Kind, Payload, Polarity
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import finite
from truceline.reading.units import Unit
from truceline.reading.vocabulary import words

LONGEST = 45  # words: a clause that is longer takes no more in
_LAST = {Kind.POSITION: "issue", Kind.COMPLIANCE: "duty", Kind.TERM: "term", Kind.STEP: "what"}
"""Of each kind the part that may run to the end of its words."""
Told = tuple[str, Claim]


def attached(s: Sentence, made: Iterable[tuple[Unit, Sequence[Told]]]) -> Iterator[Told]:
    """The claims of a sentence's units, those of a hanging piece taken into the clause before; the order is kept."""
    rows = [(unit, list(claims)) for unit, claims in made]
    for at in range(len(rows) - 1, 0, -1):
        (before, head), (unit, piece) = rows[at - 1], rows[at]
        if not (before.frame is unit.frame and _plain(piece) and hangs(s, unit) and _beside(s, before, unit)):
            continue
        grown = [_grown(s, claim, before, piece[0][1]) for claim in head]
        if any(new is not old for new, old in zip(grown, head, strict=True)):
            rows[at - 1] = (Unit(before.lo, unit.hi, before.frame), grown)
            rows[at] = (unit, [])
    for _, claims in rows:
        yield from claims


def hangs(s: Sentence, unit: Unit) -> bool:
    """Whether a piece has no subject and verb of its own, or opens with a word that ties it to another clause."""
    if s.low[unit.lo] in words("units", "hanging"):
        return True
    inside = range(unit.lo, unit.hi + 1)
    return s.tag[unit.lo] in ("VBG", "VBN", "IN", "NN", "NNS", "JJ") and not any(
        s.is_verb(k) and finite(s, k) for k in inside
    )


def _plain(piece: Sequence[Told]) -> bool:
    """Whether a piece holds nothing but words: no figure, stance or state, nothing denied or hedged."""
    claims = [claim for _, claim in piece]
    return (
        len(claims) == 1
        and claims[0].kind is Kind.STATEMENT
        and claims[0].polarity is Polarity.AFFIRMED
        and claims[0].hedge is Hedge.NONE
    )


def _beside(s: Sentence, before: Unit, unit: Unit) -> bool:
    """Whether only commas or a link word stand between the two."""
    return all(not s.low[k][:1].isalnum() or s.tag[k] == "CC" for k in range(before.hi + 1, unit.lo))


def _grown(s: Sentence, told: Told, before: Unit, piece: Claim) -> Told:
    """The claim up to the end of the piece, where it reaches to the end of its clause and is no figure."""
    key, claim = told
    whole = s.text[claim.start : piece.end] if claim.end <= piece.start else ""
    if (
        isinstance(claim.payload, Figure)
        or claim.end < s.end[before.hi]
        or not whole
        or len(whole.split()) > LONGEST
    ):
        return told
    return key, replace(claim, end=piece.end, text=whole, payload=_whole(claim, whole))


def _whole(claim: Claim, whole: str) -> Payload | None:
    """The payload, its part that ran to the end of the clause run to the end of the piece: what is demanded keeps its "without ..."."""
    if claim.payload is None or claim.kind not in _LAST:
        return claim.payload
    told = getattr(claim.payload, _LAST[claim.kind])
    if not told or not claim.text.endswith(told):
        return claim.payload
    return replace(claim.payload, **{_LAST[claim.kind]: told + whole[len(claim.text) :]})
