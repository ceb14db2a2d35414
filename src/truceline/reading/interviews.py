"""The outlet of an interview, named once, holds for all statements of that speaker in the text (gold/GUIDELINES 12)."""

from __future__ import annotations

from dataclasses import replace

from truceline.evidence import Attribution, Claim, Document


def filled(
    made: list[tuple[str, Claim]], carried: list[tuple[str, int, tuple[str, ...]]], document: Document | None
) -> list[Claim]:
    """Claims with the carriers that their speaker has elsewhere in the text, and those the document's sidecar names.

    ``carried`` are (voice, place, carriers) of cues, also of those without content ("Speaking to X, he outlined ...").
    """
    held: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for key, start, names in carried:
        held.setdefault(key, []).append((start, names))
    for key, claim in made:
        if key and claim.relay:
            held.setdefault(key, []).append((claim.start, claim.relay))
    for rows in held.values():
        rows.sort()
    return [_with(claim, held.get(key, ()), document) for key, claim in made]


def _with(
    claim: Claim, held: list[tuple[int, tuple[str, ...]]] | tuple[()], document: Document | None
) -> Claim:
    if claim.attribution is Attribution.NARRATOR:
        return claim
    relay = claim.relay
    if not relay and held:
        before = [names for start, names in held if start <= claim.start]
        relay = before[-1] if before else held[0][1]
    if document is not None:
        relay = (*relay, *(r for r in document.relay if r.casefold() not in {x.casefold() for x in relay}))
        relay = tuple(r for r in relay if r.casefold() != document.outlet.casefold())
    own = {(claim.speaker or "").casefold(), (claim.original or "").casefold()}
    return replace(claim, relay=tuple(r for r in relay if r.casefold() not in own))
