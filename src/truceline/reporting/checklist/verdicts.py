"""From the rows of a checklist to verdicts. A row that does not fit the case is told with its reason, and nothing of it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from truceline.case import Case, Reading
from truceline.case.corrections import NOBODY, corrected_claim
from truceline.evidence import SHAPES, Kind, Review, Verdict, seen, written
from truceline.reporting.checklist.columns import HELD, VERDICTS, candidates, row_digest, shown
from truceline.reporting.checklist.parts import CHANGES, parts
from truceline.reporting.checklist.returned import Row
from truceline.review import Card, Consequence, Desk
from truceline.review.cards import Cards
from truceline.review.desk import UnclearAnswer

ACCEPTED = next(iter(VERDICTS))
_WORDS: Mapping[str, Verdict] = {**VERDICTS, **{v.value: v for v in VERDICTS.values()}}


class Refused(ValueError):  # noqa: N818 - it is a row
    """A row of which nothing is taken; the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Told:
    """A row of which nothing was taken, and why."""

    row: int
    why: str

    def __str__(self) -> str:
        """``row 5: ...``."""
        return f"row {self.row}: {self.why}"


@dataclass(frozen=True, slots=True)
class Returned:
    """``reviews`` are to be entered; ``as_before`` rows are on record already, ``blank`` ones have no verdict, ``told`` are left out.

    ``unknown`` are the names that the case's list of names does not hold, kept as written.
    """

    reviews: tuple[Review, ...] = ()
    as_before: int = 0
    blank: int = 0
    told: tuple[Told, ...] = ()
    unknown: tuple[str, ...] = ()


def judged(
    case: Case, rows: Sequence[Row], by: str, at: datetime, taken_back: Iterable[Review] = ()
) -> Returned:
    """What the rows of a checklist say about the case as it is now; ``taken_back`` are verdicts that somebody undid."""
    desk = _Desk(case, by, at, tuple(taken_back), _clashes(rows))
    made: dict[str, Review] = {}
    told: list[Told] = []
    as_before = 0
    for row in (r for r in rows if not r.blank):
        try:
            review = desk.review(row)
        except Refused as refused:
            told.append(Told(row.number, str(refused)))
            continue
        as_before += review is None
        if review is not None:
            made[review.claim] = review
    unknown = {name for r in made.values() for name in _unknown(case, r)}
    blank = sum(r.blank for r in rows)
    return Returned(tuple(made.values()), as_before, blank, tuple(told), tuple(sorted(unknown)))


def _unknown(case: Case, review: Review) -> Iterator[str]:
    """The speaker, and whose it is, where the case's list of names has no such name."""
    speaker = review.corrections.get("speaker", NOBODY)
    if speaker not in (NOBODY, *case.lexicon.actors):
        yield speaker
    kind = Kind(review.corrections.get("kind", case.by_id[review.claim].read.kind))
    slot = SHAPES[kind].whose
    name = written(review.corrections).get(slot.field, "") if slot else ""
    if name and not case.lexicon.lookup(name):
        yield name


def _clashes(rows: Iterable[Row]) -> dict[str, list[int]]:
    """The rows that say different things of one reading, by its id."""
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for row in rows:
        if row.cells["id"] and not row.blank:
            found.setdefault(row.cells["id"], {}).setdefault(row.filled, row.number)
    return {claim: sorted(said.values()) for claim, said in found.items() if len(said) > 1}


def _listed(numbers: Sequence[int]) -> str:
    return " and ".join(map(str, numbers))


class _Desk:
    """Checks one row after the other against the case."""

    def __init__(
        self,
        case: Case,
        by: str,
        at: datetime,
        taken_back: tuple[Review, ...],
        clashes: Mapping[str, Sequence[int]],
    ) -> None:
        self.case, self.by, self.at, self.taken_back, self.clashes = case, by, at, taken_back, clashes
        self._cards = Cards(case, case.settings.today, 0)
        self._answers = Desk.of(case)

    def review(self, row: Row) -> Review | None:
        """The verdict of a row, None where it is on record already; raises Refused."""
        if others := self.clashes.get(row.cells["id"]):
            raise Refused(f"rows {_listed(others)} say different things of one reading: leave one of them.")
        card = self._card(row)
        verdict = self._verdict(row)
        changes = dict(self._changes(row, card, verdict))
        if changes:
            verdict = Verdict.CORRECTED
        read = card.reading.read
        made = Review(read.id, seen(read), verdict, self.by, self.at, changes, row.cells["note"])
        return None if self._on_record(card, made) else made

    def _card(self, row: Row) -> Card:
        """The card of the reading as it is read now, whatever its verdict; the row must show the same."""
        reading = self.case.by_id.get(row.cells["id"])
        if reading is None or reading.authored:
            name = f"no reading {row.cells['id']} is in this case" if row.cells["id"] else "it has no id"
            raise Refused(
                f"{name}: another case, a cell that was changed, or a newer reader no longer reads it."
            )
        if row_digest(self.case.id, row.cells) != row.cells["row"]:
            raise Refused("a cell that is not to be filled in was changed: judge it on a fresh sheet.")
        if row.cells["seen"] != seen(reading.read):
            raise Refused("out of date: a newer reading stands in its place. Export the queue again.")
        card = self._cards.card(self._as_read(reading), 0, Consequence())
        now = shown(card)
        if other := [h for h in HELD if now[h] != row.cells[h]]:
            raise Refused(f"its '{other[0]}' is not what the case holds: export the queue again.")
        return card

    def _as_read(self, reading: Reading) -> Reading:
        """The reading as it was on the sheet, whatever was put right since."""
        if reading.claim == reading.read and reading.state != Verdict.CORRECTED:
            return reading
        links = self.case.linker.links(reading.read, reading.document, reading.sentence)
        return replace(reading, claim=reading.read, links=links)

    @staticmethod
    def _verdict(row: Row) -> Verdict:
        for heading, what in row.odd.items():
            raise Refused(f"{heading} holds {what}.")
        word = row.cells["verdict"].casefold()
        if not word:
            raise Refused(f"something is filled in, and no verdict: write '{ACCEPTED}' if it was said.")
        if word not in _WORDS:
            raise Refused(f"'{row.cells['verdict']}' is no verdict; it is one of: {', '.join(VERDICTS)}.")
        return _WORDS[word]

    def _changes(self, row: Row, card: Card, verdict: Verdict) -> Iterator[tuple[str, str]]:
        speaker = row.cells["speaker"]
        if verdict is not Verdict.ACCEPTED:
            if changed := next((h for h in CHANGES if row.cells[h]), ""):
                raise Refused(
                    f"another {changed.removeprefix('other ')} goes with '{ACCEPTED}', not with '{row.cells['verdict']}'."
                )
            return
        if card.choose and not speaker:
            raise Refused("the speaker is in doubt: write who said it, or - for nobody named.")
        try:
            yield from self._speaker(row, card) if speaker else ()
            yield from parts(row.cells, card.reading.claim, self._answers).items()
        except UnclearAnswer as unclear:
            raise Refused(str(unclear)) from unclear

    def _speaker(self, row: Row, card: Card) -> Iterator[tuple[str, str]]:
        written = row.cells["speaker"]
        if written.isdecimal():
            chosen = self._chosen(row, card)
        elif written.casefold() in (NOBODY, "nobody", "nobody named"):
            chosen = NOBODY
        else:
            chosen, _ = self._answers.speaker(written)
        claim = card.reading.claim
        named = corrected_claim(claim, {"speaker": chosen}, self.case.lexicon).speaker
        if card.choose or named != claim.speaker:
            yield "speaker", chosen

    @staticmethod
    def _chosen(row: Row, card: Card) -> str:
        if row.cells["who may have said it"] != candidates(card):
            raise Refused("the list of names is another one by now: write the name instead of its number.")
        number = int(row.cells["speaker"])
        if not 1 <= number <= len(card.candidates):
            raise Refused(f"there are {len(card.candidates)} names to choose from, not {number}.")
        return card.candidates[number - 1].value

    def _on_record(self, card: Card, made: Review) -> bool:
        """Whether the same was said before; raises Refused where another verdict stands, or where this one was taken back."""
        held = card.reading.review
        if held is not None and held.seen == made.seen:
            if _same(held, made):
                return True
            if held.verdict is not Verdict.OPEN and _said(held) != _said(made):
                raise Refused(
                    f"{_told(held)}. Settle it: truceline review {self.case.path} --card {made.claim}"
                )
        elif any(r.claim == made.claim and r.by == made.by and _same(r, made) for r in self.taken_back):
            raise Refused(
                f"this verdict was entered and taken back before. Next: truceline review {self.case.path} --card {made.claim}"
            )
        return False


def _said(review: Review) -> tuple[object, ...]:
    return (review.seen, review.verdict, dict(review.corrections))


def _same(held: Review, made: Review) -> bool:
    return _said(held) == _said(made) and made.note in ("", held.note)


def _told(held: Review) -> str:
    """Another verdict on record, in words."""
    words = {Verdict.ACCEPTED: "accepted", Verdict.CORRECTED: "corrected", Verdict.REJECTED: "rejected"}
    return f"{held.by} {words.get(held.verdict, 'judged')} it otherwise on {held.at:%d %b %Y}"
