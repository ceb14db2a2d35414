"""T054, T055: bearers that signed nothing and are bound through nobody, and bonds that bind nobody."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.actors import Lexicon
from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Name, Warning, listed, tell  # noqa: A004
from truceline.agreement.model import Agreement, Bond, Deed, Instrument, Provision

OWED = (Deed.OBLIGATION, Deed.PROHIBITION)
CONSENTS = ("accept", "partial")


def check(agreement: Agreement, lexicon: Lexicon, at: Places, name: Name = str) -> Iterator[Warning]:
    """Notes on who owes without having signed, one for each actor that a list holds; warnings on bonds that cannot hold."""
    loose: dict[str, list[str]] = {}
    for p in agreement.provisions.values():
        for actor in p.bearer if p.deed in OWED else ():
            tied = actor not in lexicon.actors or any(actor in bond.who for bond in p.bound_via)
            if not tied and not signed(agreement, lexicon, p.texts, actor):
                loose.setdefault(actor, []).append(p.id)
    for actor, rows in loose.items():
        told = f"{name(actor)} owes and is held neither to have signed nor to be bound through a signatory"
        yield tell(
            "T054", at("provisions", rows[0], "bearer"), f"{told}: {listed(tuple(rows))}", *rows, actor
        )
    yield from _bonds(agreement, lexicon, at, name)


def signed(agreement: Agreement, lexicon: Lexicon, texts: tuple[str, ...], actor: str) -> bool:
    """Whether the actor or a body above it is a party or guarantor, or has signed or accepted one of the texts."""
    signers = {s for t in texts if t in agreement.instruments for s in agreement.instruments[t].signed_by}
    accepted = {c.actor for c in agreement.consent if c.instrument in texts and c.stance in CONSENTS}
    held = {*agreement.parties, *agreement.guarantors, *signers, *accepted}
    return not held.isdisjoint(lexicon.chain(actor))


def _bonds(agreement: Agreement, lexicon: Lexicon, at: Places, name: Name) -> Iterator[Warning]:
    owners: list[tuple[str, Instrument | Provision]] = [
        *(("instruments", text) for text in agreement.instruments.values()),
        *(("provisions", p) for p in agreement.provisions.values()),
    ]
    for key, owner in owners:
        for i, bond in enumerate(owner.bound_via):
            if why := _why(agreement, lexicon, owner, bond, name):
                yield tell(
                    "T055", at(key, owner.id, "bound_via", i), f"{owner.id} ({owner.name}): {why}", owner.id
                )


def _why(
    agreement: Agreement, lexicon: Lexicon, owner: Instrument | Provision, bond: Bond, name: Name
) -> str:
    """Why a bond binds nobody; "" where it may."""
    through = ", ".join(name(actor) for actor in bond.through)
    if isinstance(owner, Provision) and (others := [w for w in bond.who if w not in owner.bearer]):
        return f"{name(others[0])} is bound through {through}, and bears nothing of it"
    if not bond.who:
        return f"nobody is named who is bound through {through}"
    if own := [t for t in bond.through if t in bond.who]:
        return f"{name(own[0])} is bound through itself"
    texts = owner.texts if isinstance(owner, Provision) else (owner.id,)
    if loose := [t for t in bond.through if not signed(agreement, lexicon, texts, t)]:
        return f"{name(bond.who[0])} is bound through {name(loose[0])}, who is held to have signed nothing"
    return ""
