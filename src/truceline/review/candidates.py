"""Who may have spoken: the two best names near the words, and "nobody named". None of them is ever preselected."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.actors import Lexicon
from truceline.case import Context, Reading
from truceline.case.corrections import NOBODY
from truceline.evidence import Attribution, Part, Target
from truceline.review.card import Candidate

BEST = 2


def doubtful(reading: Reading) -> str:
    """Why the speaker is doubtful or missing, in words; "" where there is no doubt."""
    claim = reading.claim
    for doubt in claim.doubt:
        if doubt.part is Part.SPEAKER:
            return doubt.reason
    for link in reading.links:
        if link.target is Target.ACTOR and link.role == "speaker" and link.doubtful:
            return link.reason
    if claim.speaker is None and claim.attribution in (Attribution.EXPLICIT, Attribution.IMPLICIT):
        return (
            f"not resolved: '{claim.speaker_text}'" if claim.speaker_text else "no speaker in this sentence"
        )
    return ""


def candidates(reading: Reading, context: Context, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The two best speakers, and nobody; persons before bodies, the sentence itself before the one before it."""
    found: dict[str, Candidate] = {}
    for candidate in (*_read(reading, lexicon), *_named(context, lexicon), _page(reading)):
        found.setdefault(candidate.value, candidate)
    best = [c for c in found.values() if c.value][:BEST]
    return (*best, Candidate(NOBODY, "nobody named"))


def _read(reading: Reading, lexicon: Lexicon) -> Iterator[Candidate]:
    """What the reader itself took it for."""
    claim = reading.claim
    if claim.speaker:
        known = lexicon.lookup(claim.speaker)
        name = known[0].id if len(known) == 1 else claim.speaker
        yield Candidate(
            name, claim.speaker, f'written as "{claim.speaker_text}"' if claim.speaker_text else "as read"
        )


def _named(context: Context, lexicon: Lexicon) -> Iterator[Candidate]:
    places = ((context.sentence, "named in this sentence"), (context.before, "named in the sentence before"))
    found = [
        (not actor.person, order, mention.start, Candidate(actor.id, actor.name, why))
        for order, (text, why) in enumerate(places)
        for mention in lexicon.mentions(text)
        if len(mention.actors) == 1
        for actor in [lexicon.actors[mention.actors[0]]]
        if "outlet" not in actor.kinds
    ]
    return (candidate for *_, candidate in sorted(found, key=lambda row: row[:3]))


def _page(reading: Reading) -> Candidate:
    """The outlet in its own voice; where the outlet is not known there is no name to give."""
    return Candidate(reading.document.outlet, reading.document.outlet, "the page itself")
