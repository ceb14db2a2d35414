"""From the ledger's claims and reviews to the case's readings: links, corrections, repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from truceline.actors.model import Actor
from truceline.case.context import context
from truceline.case.corrections import corrected_claim, corrected_links
from truceline.case.reading import PROPOSED, REOPENED, Reading
from truceline.evidence import Claim, Document, Link, Review, Target, Verdict, in_force
from truceline.linking import Linker
from truceline.linking.mentions import responsible
from truceline.linking.phrases import words


class Gatherer:
    """Makes readings of one case; texts and documents by path."""

    def __init__(self, linker: Linker, documents: Mapping[str, Document], texts: Mapping[str, str]) -> None:
        self._linker = linker
        self._documents = documents
        self._texts = texts

    def readings(self, claims: Iterable[Claim], reviews: Mapping[str, Review]) -> tuple[Reading, ...]:
        """A reading for each claim whose document is held, repeats marked in the order of publication."""
        found = [
            self._reading(c, self._documents[c.document], reviews.get(c.id))
            for c in claims
            if c.document in self._documents
        ]
        return tuple(_with_repeats(found))

    def authored(self, claim: Claim, document: Document, placed: tuple[Link, ...]) -> Reading:
        """A statement that the agreement file itself cites: accepted by its author, linked by the place where it stands."""
        found = self._linker.links(claim, document, claim.text)
        kept = tuple(
            x
            for x in found
            if x.target in (Target.ISSUE, Target.SCOPE) or x.role in ("counter", "side", "holder")
        )
        made = self._made(claim, claim, document, Verdict.ACCEPTED.value, None, claim.text, (*placed, *kept))
        return replace(made, authored=True)

    def _reading(self, read: Claim, document: Document, review: Review | None) -> Reading:
        state = PROPOSED
        claim = read
        if review is not None:
            state = review.verdict.value if in_force(read, review) else REOPENED
            if state == Verdict.CORRECTED.value:
                claim = corrected_claim(read, review.corrections, self._linker.lexicon)
        sentence = context(self._texts[document.path], read.start, read.end).sentence
        links = self._linker.links(claim, document, sentence)
        if review is not None and state == Verdict.CORRECTED.value:
            links = corrected_links(claim, links, review.corrections)
        return self._made(claim, read, document, state, review, sentence, links)

    def _made(
        self,
        claim: Claim,
        read: Claim,
        document: Document,
        state: str,
        review: Review | None,
        sentence: str,
        links: tuple[Link, ...],
    ) -> Reading:
        lexicon = self._linker.lexicon
        speakers = responsible(links)
        speaker = next(iter(speakers), None)
        ceasefire = next((x.id for x in links if x.target is Target.CEASEFIRE), self._linker.agreement.id)
        spoken_of = {x.target for x in links}
        return Reading(
            claim=claim,
            read=read,
            links=links,
            document=document,
            state=state,
            review=review,
            speaker=self._named(speaker, speakers, claim),
            side=self._named(lexicon.side(speaker), speakers, claim) if speaker else None,
            ceasefire=ceasefire,
            this_case=ceasefire == self._linker.agreement.id,
            in_scope=Target.SCOPE not in spoken_of or bool(spoken_of & {Target.ISSUE, Target.PROVISION}),
            sentence=sentence,
        )

    def _named(self, actor: str | None, speakers: tuple[str, ...], claim: Claim) -> Actor | None:
        """The actor; where several speak with one voice, under the name of all of them, never of the first alone."""
        found = self._linker.lexicon.actors.get(actor) if actor else None
        return replace(found, name=claim.speaker) if found and claim.speaker and len(speakers) > 1 else found


def _with_repeats(readings: list[Reading]) -> Iterator[Reading]:
    """The same words of the same speaker in another document of the same day are a repeat of the first.

    On a later day they are said anew: what was closed, opened and closed again is three statements. What a person rejected is
    repeated by nothing.
    """
    first: dict[tuple[object, ...], str] = {}
    for reading in sorted(readings, key=_told):
        if reading.state == Verdict.REJECTED.value:
            yield reading
            continue
        earlier = first.setdefault(_sameness(reading), reading.id)
        yield reading if earlier == reading.id else replace(reading, repeat_of=earlier)


def _sameness(reading: Reading) -> tuple[object, ...]:
    """What two readings must share to be one statement told twice."""
    claim = reading.claim
    said = (
        claim.kind,
        _who(reading),
        words(claim.text),
        _number(reading),
        claim.polarity,
        claim.hedge,
        claim.about.edtf,
    )
    return (*said, reading.ceasefire, reading.document.known_from)


def _told(reading: Reading) -> tuple[str, str, int]:
    known = reading.document.known_from
    return (known.isoformat() if known else "9999", reading.document.path, reading.claim.start)


def _who(reading: Reading) -> str:
    """The resolved speaker; two unnamed speakers are never joined, so the claim stands for itself."""
    return reading.speaker.id if reading.speaker else reading.id


def _number(reading: Reading) -> object:
    payload = reading.claim.payload
    return (getattr(payload, "low", None), getattr(payload, "high", None))
