"""Figures kept out: of another ceasefire, possibly later than the day, denied, or only supposed. Listed with the reason, never mixed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from truceline.counting.figures import DENIED, withheld
from truceline.evidence import Figure, Kind, Target, wording
from truceline.positions.heard import Actors, Heard, known_actors, known_by, speaker_words, told, usable

CHECKED = frozenset({"accepted", "corrected"})


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A checked figure that is not counted: its value and what it counts, who stated it when, and of which ceasefire."""

    claim: str
    value: str
    counts: str
    speaker: str
    told: str
    ceasefire: str
    reason: str


def kept_out(heard: Iterable[Heard], as_of: date, *, actors: Actors | None = None) -> tuple[KeptOut, ...]:
    """The checked figures known by the day that speak of another ceasefire, in the order of publication."""
    held = tuple(h for h in heard if _other(h) and known_by(h, as_of))
    names = known_actors(held, actors)
    ordered = sorted(held, key=lambda h: (h.document.known_from or as_of, h.document.path, h.claim.start))
    return tuple(_kept(h, as_of, names) for h in ordered)


def held_back(heard: Iterable[Heard], as_of: date, *, actors: Actors | None = None) -> tuple[KeptOut, ...]:
    """The checked figures of this ceasefire whose document may be later than the day: listed, not counted (design.md, Dates)."""
    held = tuple(h for h in heard if h.counts and h.claim.kind is Kind.FIGURE and _perhaps(h, as_of))
    names = known_actors(held, actors)
    return tuple(_kept(h, as_of, names) for h in sorted(held, key=lambda h: (h.document.path, h.claim.start)))


def not_counts(heard: Iterable[Heard], as_of: date, *, actors: Actors | None = None) -> tuple[KeptOut, ...]:
    """The checked figures known by the day that their speaker denies, or says may or would be, each with that reason."""
    found = usable(heard, as_of)
    names = known_actors(found, actors)
    made = ((h, withheld(h)) for h in found if h.claim.kind is Kind.FIGURE)
    return tuple(replace(_kept(h, as_of, names), reason=_why(h, why, names)) for h, why in made if why)


def _why(heard: Heard, why: str, names: Actors) -> str:
    if why == DENIED:
        return f"denied by {speaker_words(heard, names)}"
    return "says what may or would be, not what is"


def _perhaps(heard: Heard, as_of: date) -> bool:
    first = heard.document.published.earliest
    return not known_by(heard, as_of) and first is not None and first <= as_of


def _other(heard: Heard) -> bool:
    return heard.claim.kind is Kind.FIGURE and heard.state in CHECKED and not heard.this_case


def _kept(heard: Heard, as_of: date, names: Actors) -> KeptOut:
    payload = heard.claim.payload
    assert isinstance(payload, Figure)
    link = next((x for x in heard.links if x.target is Target.CEASEFIRE), None)
    return KeptOut(
        heard.claim.id,
        wording.figure(payload),
        payload.counts,
        speaker_words(heard, names),
        wording.days(told(heard), as_of),
        link.id if link else "",
        link.reason if link else "",
    )
