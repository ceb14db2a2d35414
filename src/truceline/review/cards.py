"""From readings to cards: what the case holds about each, in words (frame F)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from truceline.case import Case, Reading
from truceline.evidence import Document, Figure, Link, Part, Span, Target
from truceline.linking.undone import WHY as UNDONE
from truceline.linking.undone import undone
from truceline.review import words
from truceline.review.candidates import candidates, doubtful
from truceline.review.card import SURE, Card, Option, Row
from truceline.review.consequence import Consequence
from truceline.review.likeness import likeness

NOT_COUNTED = (
    "Accepted as it is, it does not count for this duty: press a and choose the duty to make it count"
)
SHORT = 9
"""How many provisions a card offers by number."""


class Cards:
    """Makes the cards of one case and day; ``total`` is the length of the queue."""

    def __init__(self, case: Case, as_of: date, total: int) -> None:
        self.case = case
        self.as_of = as_of
        self.total = total
        self._order = {d.path: i for i, d in enumerate(case.documents, 1)}

    def card(self, reading: Reading, number: int, consequence: Consequence) -> Card:
        """The card of one reading."""
        context = self.case.context(reading.id)
        place = Span(reading.claim.start - context.start, reading.claim.end - context.start)
        return Card(
            reading=reading,
            number=number,
            total=self.total,
            consequence=consequence,
            source=source(reading.document),
            place=self._place(reading),
            before=flat(context.before),
            sentence=marked(context.sentence, place),
            after=flat(context.after),
            rows=tuple(self._rows(reading)),
            candidates=candidates(reading, context, self.case.lexicon),
            choose=bool(doubtful(reading)),
            about=self._about(reading),
        )

    def _place(self, reading: Reading) -> str:
        mark = "CONFIDENTIAL, " if self.case.is_confidential(reading) else ""
        return f"{mark}document {self._order.get(reading.document.path, '?')} of {len(self._order)}"

    def _rows(self, reading: Reading) -> Iterator[Row]:
        claim = reading.claim
        yield from self._voices(reading)
        yield Row("Kind", words.kind(claim, self._body))
        doubts = {d.part: d.reason for d in claim.doubt}
        value_doubt = _doubt(doubts.get(Part.VALUE) or self._undone(reading))
        yield Row("Value", words.value(claim), _bound(claim.payload), value_doubt)
        if isinstance(claim.payload, Figure):
            yield from _counted(claim.payload, _doubt(doubts.get(Part.DATE)))
        yield self._duties(reading, doubts.get(Part.DUTY))
        yield from self._ceasefire(reading, doubts.get(Part.CEASEFIRE))
        for text in likeness(self.case, reading):
            yield Row("Looks like", text, doubt="")

    def _voices(self, reading: Reading) -> Iterator[Row]:
        claim, side = reading.claim, reading.side
        doubt = doubtful(reading)
        yield _said_by(reading, doubt)
        whose = claim.on_behalf_of or (side.name if side else "")
        why = "as the text says" if claim.on_behalf_of else "the speaker's side" if side else ""
        yield Row("For", whose or words.NOT_STATED, why, SURE if whose and not doubt else "")
        if claim.original:
            yield Row("Words of", claim.original, "passed on by the speaker", doubt="")
        carriers = [*(reading.document.relay if reading.narrated else claim.relay), reading.document.outlet]
        yield Row(
            "Passed on by", ", ".join(dict.fromkeys(filter(None, carriers))) or words.NOT_STATED, doubt=""
        )

    def _duties(self, reading: Reading, doubt: str | None) -> Row:
        links = [x for x in reading.links if x.target is Target.PROVISION]
        ceasefire = _ceasefire(reading)
        if links and not reading.this_case and not (ceasefire and ceasefire.doubtful):
            return Row("About", "no duty of this agreement", "another ceasefire")
        thin = next((x.reason or "the words are thin" for x in links if x.doubtful), None)
        unsure = doubt or (thin and f"{thin}. {NOT_COUNTED}")
        reasons = "; ".join(dict.fromkeys(x.reason for x in links if x.reason and not x.doubtful))
        names = [f"{self._name(x.id)} ({x.id})" for x in links]
        return Row(
            "About", ", ".join(names) or "no duty of the agreement", reasons, _doubt(unsure) if links else ""
        )

    def _undone(self, reading: Reading) -> str | None:
        """Why its number shows nothing of the duties it is about, where its words deny it or tell it as still open."""
        provisions = self.case.agreement.provisions
        about = (
            provisions[x.id] for x in reading.links if x.target is Target.PROVISION and x.id in provisions
        )
        shut = any(undone(reading.claim, p, reading.sentence) for p in about)
        return f"{UNDONE}: the number fills no duty" if shut else None

    def _ceasefire(self, reading: Reading, doubt: str | None) -> Iterator[Row]:
        """Named where it is doubtful or another than the case's."""
        link = _ceasefire(reading)
        unsure = doubt or (link.reason if link and link.doubtful else None)
        if unsure or not reading.this_case:
            yield Row(
                "Ceasefire", reading.ceasefire, link.reason if link and not unsure else "", _doubt(unsure)
            )

    def _body(self, side: str) -> str:
        """Whose acts are counted, by its name where the text has an adjective that the lexicon knows ("Israeli violations": Israel)."""
        found = self.case.lexicon.only(side)
        return found.name if found is not None else side

    def _name(self, provision: str) -> str:
        found = self.case.agreement.provisions.get(provision)
        return found.name if found else provision

    def _about(self, reading: Reading) -> tuple[Option, ...]:
        """The provisions to choose from: those it is linked to, then the others of the same issues."""
        provisions = self.case.agreement.provisions
        linked = [x.id for x in reading.links if x.target is Target.PROVISION and x.id in provisions]
        issues = {x.id for x in reading.links if x.target is Target.ISSUE} | {
            provisions[i].issue for i in linked
        }
        near = [p.id for p in provisions.values() if p.issue in issues and p.issue]
        return tuple(Option(i, provisions[i].name) for i in list(dict.fromkeys([*linked, *near]))[:SHORT])


def _ceasefire(reading: Reading) -> Link | None:
    return next((x for x in reading.links if x.target is Target.CEASEFIRE), None)


def _said_by(reading: Reading, doubt: str) -> Row:
    claim, actor = reading.claim, reading.speaker
    name = actor.name if actor else claim.speaker
    written = f'written as "{claim.speaker_text}"' if claim.speaker_text else ""
    if name:
        role = f", {actor.role}" if actor and actor.role else ""
        return Row("Said by", f"{name}{role}", written, _doubt(doubt))
    if reading.narrated:
        return Row(
            "Said by",
            f"the page itself: {reading.document.outlet or 'outlet not known'}",
            "its own words",
            _doubt(doubt),
        )
    unnamed = f"not named: {claim.speaker_text}" if claim.speaker_text else "nobody named"
    return Row("Said by", unnamed, doubt=_doubt(doubt))


def _counted(figure: Figure, doubt: str) -> Iterator[Row]:
    """Definition, counter, start and end of a count; what is missing is written out (wireframes.md, rule 4)."""
    parts = "; ".join(f"{what} {words.number(n)}" for what, n in figure.parts) or words.NOT_STATED
    until = f" to {figure.as_of}" if figure.as_of else ""
    told = f"{parts}    Counted by  {figure.counter or words.NOT_STATED}    Since  {figure.base or words.NOT_STATED}{until}"
    yield Row("Definition", told, doubt="" if doubt == SURE else doubt)


def _bound(payload: object) -> str:
    return words.bound_kind(payload) if isinstance(payload, Figure) else ""


def _doubt(reason: str | None) -> str:
    return f"doubtful: {reason}" if reason else SURE


def source(document: Document) -> str:
    """The outlet, the day, and what the day was inferred from."""
    outlet = document.outlet or "outlet not known"
    evidence = f" [{document.published.evidence}]" if document.published.evidence else ""
    return f"{outlet}, {words.interval(document.published)}{evidence}"


def flat(text: str) -> str:
    """The words on one line; the Text itself stays as it is."""
    return " ".join(text.split())


def marked(sentence: str, place: Span) -> str:
    """The sentence on one line, the claim's exact words between >> and <<."""
    start, end = max(0, place.start), max(0, place.end)
    after = flat(sentence[end:])
    lead = " ".join(filter(None, (flat(sentence[:start]), ">>", flat(sentence[start:end]), "<<")))
    return lead + ("" if not after or after[0] in ",.;:!?)" else " ") + after
