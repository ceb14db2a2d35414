"""The outlet of an interview, named once, holds for all statements of that speaker in the text (gold/GUIDELINES 12)."""

from __future__ import annotations

from dataclasses import replace

from truceline.actors import Lexicon
from truceline.evidence import Attribution, Claim, Document


def filled(
    made: list[tuple[str, Claim]],
    carried: list[tuple[str, int, tuple[str, ...]]],
    document: Document | None,
    lexicon: Lexicon,
) -> list[Claim]:
    """Claims with the carriers that their speaker has elsewhere in the text, and those the document's sidecar names.

    An outlet that the lexicon knows has one name, however the sidecar writes it ("Filastin newspaper" is Filastin).

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
    beside = tuple(_known(r, lexicon) for r in document.relay) if document is not None else ()
    outlet = _known(document.outlet, lexicon) if document is not None else ""
    return [_with(claim, held.get(key, ()), beside, outlet) for key, claim in made]


def _known(name: str, lexicon: Lexicon) -> str:
    """The lexicon's name of an outlet where it knows one alone by that name; else the name as written."""
    found = lexicon.only(name)
    return found.name if found is not None and "outlet" in found.kinds else name


def _with(
    claim: Claim, held: list[tuple[int, tuple[str, ...]]] | tuple[()], beside: tuple[str, ...], outlet: str
) -> Claim:
    """A claim with its carriers: its own, else its speaker's, then those ``beside`` the text; never the speaker, the original or the page."""
    if claim.attribution is Attribution.NARRATOR:
        return claim
    relay = claim.relay
    if not relay and held:
        before = [names for start, names in held if start <= claim.start]
        relay = before[-1] if before else held[0][1]
    relay = (*relay, *(r for r in beside if r.casefold() not in {x.casefold() for x in relay}))
    own = {outlet.casefold(), (claim.speaker or "").casefold(), (claim.original or "").casefold()}
    return replace(claim, relay=tuple(r for r in relay if r.casefold() not in own))
