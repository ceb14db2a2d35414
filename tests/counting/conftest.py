"""Readings made by hand: a small case of two parties, their organs, and outlets that pass their words on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import count

import pytest

from truceline.actors.model import Actor
from truceline.evidence import Attribution, Basis, Claim, Document, Figure, Kind, Link, Target, dates

ACTORS = {
    a.id: a
    for a in (
        Actor("hamas", "Hamas", kinds=("party",)),
        Actor("naim", "Bassem Naim", of="hamas", person=True),
        Actor("abu_marzouk", "Musa Abu Marzouk", of="hamas", person=True),
        Actor("israel", "Israel", kinds=("party",)),
        Actor("army", "Israeli army", of="israel"),
        Actor("cogat", "COGAT", of="israel", kinds=("counter",)),
        Actor("authorities", "Gaza authorities"),
        Actor("media_office", "Gaza Media Office", of="authorities", kinds=("counter",)),
        Actor("health", "Gaza Health Ministry", of="authorities", kinds=("counter",)),
        Actor("groups", "Palestinian groups"),
        Actor("un", "United Nations", kinds=("counter",)),
        Actor("ap", "Associated Press", kinds=("outlet",)),
    )
}


@dataclass
class Reading:
    claim: Claim
    document: Document
    links: tuple[Link, ...] = ()
    speaker: Actor | None = None
    side: Actor | None = None
    counts: bool = True
    this_case: bool = True
    state: str = "accepted"


@dataclass
class Told:
    """Makes readings of figures; every call is a document of its own unless one is named."""

    numbers: count = field(default_factory=lambda: count(1))

    def __call__(
        self,
        speaker,
        on,
        counts,
        low=None,
        high=None,
        *,
        outlet="",
        document="",
        checked=True,
        links=(),
        original=None,
        relay=(),
        this_case=True,
        original_id="",
        attribution=Attribution.EXPLICIT,
        **payload,
    ):
        n = next(self.numbers)
        actor = ACTORS.get(speaker)
        side = actor
        while side and side.of:
            side = ACTORS[side.of]
        base = {"basis": Basis.RATE if payload.get("per") else Basis.TOTAL}
        figure = Figure(counts, low, high, **(base | payload))
        path = document or f"sources/{n:02}.txt"
        claim = Claim(
            "hash",
            path,
            Kind.FIGURE,
            n * 100,
            n * 100 + 10,
            "text",
            speaker=actor.name if actor else speaker or None,
            original=original,
            relay=relay,
            payload=figure,
            attribution=attribution,
        )
        found = [
            Link(claim.id, Target.ACTOR, a, role)
            for a, role in ((figure.side, "side"), (figure.counter, "counter"))
            if a in ACTORS
        ]
        if original_id:
            found.append(Link(claim.id, Target.ACTOR, original_id, "original"))
        published = dates.parse(on) if isinstance(on, str) else dates.day(on)
        return Reading(
            claim,
            Document(path, "sha", outlet, published=published, retrieved=date(2026, 3, 1)),
            (*found, *links),
            actor,
            side,
            checked and this_case,
            this_case,
            "accepted" if checked else "proposed",
        )


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def frame_c(told):
    """The figures of frame C of the wireframes: the ceasefire of October 2025 as known on 24 December 2025."""
    return [
        told(
            "abu_marzouk",
            "2025-11-04",
            "ceasefire violations",
            190,
            approximator="more than",
            base="2025-10-11",
            side="israel",
            original="Hamas",
            original_id="hamas",
            relay=("Al Jazeera Mubasher",),
            outlet="DaysofPal",
        ),
        told(
            "naim", "2025-12-24", "ceasefire violations", 10, 12, per="day", side="israel", outlet="Filastin"
        ),
        told(
            "media_office",
            "2025-11-22",
            "violations",
            497,
            497,
            base="2025-10-10",
            as_of="2025-11-22",
            side="israel",
        ),
        told(
            "media_office",
            "2025-12-02",
            "violations",
            591,
            591,
            base="2025-10-10",
            as_of="2025-12-02",
            side="israel",
            parts=(("shooting", 164.0), ("incursion", 25.0), ("bombing", 280.0), ("demolition", 118.0)),
        ),
        told(
            "media_office",
            "2025-12-09",
            "violations",
            738,
            738,
            base="2025-10-10",
            as_of="2025-12-09",
            side="israel",
        ),
        told(
            "army",
            "2025-11-21",
            "violations",
            32,
            32,
            base="2025-10-10",
            side="groups",
            outlet="Long War Journal",
        ),
        told("health", "2025-12-18", "killed", 395, 395, outlet="AFP"),
        told(
            "naim",
            "2025-12-24",
            "killed",
            410,
            approximator="more than",
            unit="Palestinians",
            outlet="Filastin",
        ),
        told("naim", "2025-12-24", "injured", 1000, 1000, approximator="around", outlet="Filastin"),
        told("health", "2025-12-24", "injured", 1234, 1234, base="2025-10-11", as_of="2025-12-24"),
        told("army", "2025-12-18", "soldiers killed", 3, 3, outlet="AFP"),
        told(
            "ap",
            "2025-12-07",
            "aid trucks entered",
            459,
            459,
            per="day",
            base="2025-10-12",
            as_of="2025-12-07",
            original="COGAT",
            original_id="cogat",
            outlet="Daijiworld",
        ),
        told(
            "ap",
            "2025-12-07",
            "aid trucks entered",
            25700,
            25700,
            base="2025-10-12",
            as_of="2025-12-07",
            original="COGAT",
            original_id="cogat",
            outlet="Daijiworld",
        ),
        told("cogat", "2025-12-10", "aid trucks entered", 600, 800, per="day"),
        told("un", "2025-12-07", "UN-tracked aid trucks offloaded", 113, 113, per="day", outlet="AP"),
        told("hamas", "2025-12", "aid trucks entered", 7333, 7333, outlet="AP"),
    ]


@pytest.fixture
def actors():
    return ACTORS
