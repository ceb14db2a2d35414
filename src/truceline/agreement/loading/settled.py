"""What provisions take over from the texts in which they stand, once all texts are read: bonds, and the life of each clock's text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from truceline.agreement.model import Bond, Clock, Instrument, Provision
from truceline.evidence import Interval


def settled(
    provisions: Mapping[str, Provision], instruments: Mapping[str, Instrument]
) -> dict[str, Provision]:
    """The provisions with the bonds that their texts hold for those who bear them, and clocks that run while their own text lives."""
    return {id_: _settled(p, instruments) for id_, p in provisions.items()}


def _settled(provision: Provision, instruments: Mapping[str, Instrument]) -> Provision:
    held = [b for t in provision.texts if t in instruments for b in instruments[t].bound_via]
    clocks = tuple(_lived(clock, provision, instruments) for clock in provision.clocks)
    return replace(provision, clocks=clocks, bound_via=(*provision.bound_via, *_bearing(held, provision)))


def _bearing(bonds: Iterable[Bond], provision: Provision) -> Iterable[Bond]:
    for bond in bonds:
        if who := tuple(w for w in bond.who if w in provision.bearer):
            yield replace(bond, who=who)


def _lived(clock: Clock, provision: Provision, instruments: Mapping[str, Instrument]) -> Clock:
    """The clock with its text: the one it names, else the one that its article begins with (I2.4) where the duty stands in several."""
    named = clock.article.partition(".")[0]
    id_ = clock.instrument or (named if provision.also_in and named in provision.texts else "")
    text = instruments.get(id_)
    if text is None:
        return clock
    return replace(clock, instrument=id_, within=Interval(text.date.earliest, text.expires.latest))
