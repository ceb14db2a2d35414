"""Pieces that say nothing alone ("*with no agreement on its role*", "*thereby endangering them*") stay with the clause they hang on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from truceline.evidence import Claim, Figure, Hedge, Kind, Payload, Polarity
from truceline.reading.frames import Frame
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import finite
from truceline.reading.units import Unit, trimmed
from truceline.reading.vocabulary import words

_SHORT = 3  # tokens
LONGEST = 45  # words: a clause that is longer takes no more in
_LAST = {
    Kind.POSITION: ("issue", "condition"),
    Kind.TERM: ("term",),
    Kind.STEP: ("what",),
    Kind.CONDITION: ("awaits",),
}
"""Of each kind the parts that may run to the end of its words."""
Told = tuple[str, Claim]


def attached(
    s: Sentence, made: Iterable[tuple[Unit, Sequence[Told]]], frames: Sequence[Frame] = ()
) -> Iterator[Told]:
    """The claims of a sentence's units, those of a hanging piece taken into the clause before; the order is kept.

    ``frames``: all of the sentence, for names within the words of another.
    """
    rows = [(unit, list(claims)) for unit, claims in made]
    rows = [row for n, row in enumerate(rows) if not any(_held(s, row, other) for other in rows[:n])]
    for at in range(len(rows) - 1, 0, -1):
        (before, head), (unit, piece) = rows[at - 1], rows[at]
        loose = hangs(s, unit) or _listed(s, unit, head)
        if not (before.frame is unit.frame and _plain(piece) and loose and _beside(s, before, unit)):
            continue
        grown = [_grown(s, claim, before, piece[0][1]) for claim in head]
        if any(new is not old for new, old in zip(grown, head, strict=True)):
            rows[at - 1] = (Unit(before.lo, unit.hi, before.frame), grown)
            rows[at] = (unit, [])
    for unit, claims in rows:
        yield from _with_what(s, unit, claims, frames)


def _with_what(s: Sentence, unit: Unit, claims: list[Told], frames: Sequence[Frame]) -> Iterator[Told]:
    """The claims of a clause that ends with another's name for a thing, told to its end: "to counter *what he described as efforts by X*"."""
    names = (f for f in frames if f.source is not None and f.source.a == unit.hi + 1 and f.content)
    named = next(names, None) if s.low[unit.hi] == "what" else None
    end = trimmed(s, unit.lo, max(b for _, b in named.content))[1] if named is not None else unit.hi
    for key, claim in claims:
        if end > unit.hi and claim.end == s.end[unit.hi] and not isinstance(claim.payload, Figure):
            whole = s.text[claim.start : s.end[end]]
            claim = replace(claim, end=s.end[end], text=whole, payload=_whole(claim, whole))
        yield key, claim


def hangs(s: Sentence, unit: Unit) -> bool:
    """Whether a piece has no subject and verb of its own, or opens with a word that ties it to another clause."""
    if s.low[unit.lo] in words("units", "hanging"):
        return True
    return s.tag[unit.lo] in ("VBG", "VBN", "IN", "NN", "NNS", "JJ") and not _finite(s, unit)


def _listed(s: Sentence, unit: Unit, head: Sequence[Told]) -> bool:
    """Whether a piece without a verb goes on with what is demanded, offered or refused: "insists on a halt, *an end to the blockade*"."""
    stance = any(claim.kind is Kind.POSITION for _, claim in head)
    return stance and s.tag[unit.lo] == "DT" and not _finite(s, unit)


def _finite(s: Sentence, unit: Unit) -> bool:
    return any(s.is_verb(k) and finite(s, k) for k in range(unit.lo, unit.hi + 1))


def _held(s: Sentence, row: tuple[Unit, list[Told]], other: tuple[Unit, list[Told]]) -> bool:
    """Whether a piece that says nothing alone lies within the words of a clause that is told whole: "the talks, *overseen by X*, have failed"."""
    (unit, piece), (whole, head) = row, other
    within = whole.lo <= unit.lo and unit.hi <= whole.hi and whole.frame is unit.frame
    if not within or not _plain(piece) or not (hangs(s, unit) or unit.hi - unit.lo < _SHORT):
        return False
    a, b = piece[0][1].start, piece[0][1].end
    return any(c.start <= a and b <= c.end and not isinstance(c.payload, Figure) for _, c in head)


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
    rest = whole[len(claim.text) :]
    parts = {part: getattr(claim.payload, part) for part in _LAST[claim.kind]}
    grown = {part: told + rest for part, told in parts.items() if told and claim.text.endswith(told)}
    return replace(claim.payload, **grown) if grown else claim.payload
