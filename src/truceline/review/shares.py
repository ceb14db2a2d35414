"""How much of what a machine read had to be changed by a person, by part: worked out from the verdicts on record.

A measure of the reader on the mission's own documents, where no gold exists. Left open is no judgement and counts in no share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from truceline.case import Case
from truceline.evidence import SHAPES, Claim, Figure, Review, Verdict
from truceline.review.changes import FIELD, changes

VALUE = frozenset({"low", "high", "approximator", "unit", "basis", "per", "counts"})
WHOSE = frozenset(shape.whose.field for shape in SHAPES.values() if shape.whose)
DATE = frozenset({"base", "as_of", "time"})


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``judged`` proposals in which the part could be wrong, ``changed`` were put right (or were no statement)."""

    part: str
    changed: int
    judged: int

    @property
    def share(self) -> float | None:
        """Changed over judged, None where nothing was judged."""
        return self.changed / self.judged if self.judged else None


def shares(case: Case) -> tuple[Share, ...]:
    """The share of each part, then of any. The last verdict on a reading counts; undone ones are not on record.

    A doubtful speaker whom the reviewer chose as the reader had him was not changed. A verdict on a reading that a newer reader no
    longer makes counts where its parts are known: for the value and the date only if it was put right.
    """
    judged = {(r.claim, r.seen): r for r in case.held.reviews if r.verdict is not Verdict.OPEN}
    claims = {c.id: c for c in case.held.claims}
    pairs = [(r, claims.get(r.claim)) for r in judged.values()]
    kept = [p for p in pairs if p[0].verdict.counts]
    made = [(_parts(changes(r, c, case.lexicon)), _of_figure(r, c)) for r, c in kept]
    figures = [parts for parts, figure in made if figure]
    every = [parts for parts, _ in made]
    rejected = len(pairs) - len(kept)
    return (
        Share("speaker", _count(every, lambda k: k == "speaker"), len(every)),
        Share("value", _count(figures, lambda k: _field(k) in VALUE), len(figures)),
        Share("date", _count(figures, lambda k: _field(k) in DATE), len(figures)),
        Share("kind", _count(every, lambda k: k == "kind"), len(every)),
        Share("whose", _count(every, lambda k: _field(k) in WHOSE), len(every)),
        Share("denied", _count(every, lambda k: k == "polarity"), len(every)),
        Share("duty", _count(every, lambda k: k == "provision"), len(every)),
        Share("ceasefire", _count(every, lambda k: k == "ceasefire"), len(every)),
        Share("not a statement", rejected, len(pairs)),
        Share("anything", sum(map(bool, every)) + rejected, len(pairs)),
    )


def _count(made: Iterable[Mapping[str, object]], part: Callable[[str], bool]) -> int:
    return sum(any(part(key) for key in parts) for parts in made)


def _parts(made: Mapping[str, object]) -> Mapping[str, object]:
    """The parts put right; those that another kind is made of are one change, that of the kind."""
    return {k: v for k, v in made.items() if "kind" not in made or not k.startswith(FIELD)}


def _field(key: str) -> str:
    return key.removeprefix(FIELD) if key.startswith(FIELD) else ""


def _of_figure(review: Review, claim: Claim | None) -> bool:
    if claim is not None:
        return isinstance(claim.payload, Figure)
    return any(_field(key) in VALUE for key in review.corrections)
