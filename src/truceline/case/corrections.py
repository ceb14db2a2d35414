"""What a review changes in a reading: the effective claim and links that count from then on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from truceline.actors import Lexicon
from truceline.evidence import (
    Attribution,
    Claim,
    Kind,
    Link,
    Part,
    Polarity,
    Position,
    Target,
    amended,
    shaped,
    written,
)

NOBODY = "-"


def corrected_claim(claim: Claim, corrections: Mapping[str, str], lexicon: Lexicon) -> Claim:
    """The claim with its kind, speaker, payload fields and polarity as corrected; the doubt about a corrected part is gone.

    ``speaker: -`` means that nobody is named. Unknown fields are left alone.
    """
    claim = _of_kind(claim, corrections)
    if name := corrections.get("speaker"):
        claim = _by_another(claim, name, lexicon)
    return rewritten(claim, corrections)


def rewritten(claim: Claim, corrections: Mapping[str, str]) -> Claim:
    """The claim with its kind, payload fields and polarity as corrected, whoever said it."""
    claim = _of_kind(claim, corrections)
    values = written(corrections)
    if values and claim.payload is not None:
        claim = replace(claim, payload=amended(claim.payload, values), doubt=_without(claim, Part.VALUE))
    if polarity := corrections.get("polarity"):
        claim = replace(claim, polarity=Polarity(polarity))
    return claim


def _of_kind(claim: Claim, corrections: Mapping[str, str]) -> Claim:
    """The claim as one of another kind, made of what the reviewer wrote alone; its id stays that of what was read."""
    kind = Kind(corrections.get("kind", claim.kind))
    if kind is claim.kind:
        return claim
    payload = shaped(kind, written(corrections))
    doubt = tuple(d for d in claim.doubt if d.part not in (Part.VALUE, Part.DATE, Part.DUTY))
    return replace(claim, kind=kind, payload=payload, doubt=doubt, read_as=claim.read_as or claim.kind)


def _by_another(claim: Claim, name: str, lexicon: Lexicon) -> Claim:
    """The claim in another's mouth; a position the speaker held himself goes with him, and nobody speaks for nobody."""
    actor = lexicon.actors.get(name)
    now = None if name == NOBODY else actor.name if actor else name
    payload = claim.payload
    if isinstance(payload, Position) and payload.holder in (claim.speaker, claim.speaker_text):
        payload = replace(payload, holder=now or "")
    attribution = Attribution.ANONYMOUS if now is None else claim.attribution
    if now and attribution in (Attribution.ANONYMOUS, Attribution.NARRATOR):
        attribution = Attribution.EXPLICIT
    return replace(
        claim,
        speaker=now,
        on_behalf_of=claim.on_behalf_of if now else None,
        attribution=attribution,
        payload=payload,
        doubt=_without(claim, Part.SPEAKER),
    )


def _without(claim: Claim, part: Part) -> tuple[Any, ...]:
    return tuple(d for d in claim.doubt if d.part is not part)


def corrected_links(claim: Claim, links: Iterable[Link], corrections: Mapping[str, str]) -> tuple[Link, ...]:
    """The links with duties and ceasefire as the reviewer put them."""
    kept = list(links)
    if "provision" in corrections:
        kept = [x for x in kept if x.target is not Target.PROVISION]
        ids = [i for i in corrections["provision"].split() if i != NOBODY]
        kept += [Link(claim.id, Target.PROVISION, i, reason="put right by a reviewer") for i in ids]
    if "ceasefire" in corrections:
        kept = [x for x in kept if x.target is not Target.CEASEFIRE]
        kept.append(
            Link(claim.id, Target.CEASEFIRE, corrections["ceasefire"], reason="put right by a reviewer")
        )
    return tuple(kept)
