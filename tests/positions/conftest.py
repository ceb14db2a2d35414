"""Positions made by hand, and an agreement of two parties with a mandate, pledges, an exchange and a draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

import pytest

from truceline.actors.model import Actor
from truceline.agreement.model import (
    Agreement,
    Anchor,
    AnchorValue,
    Clock,
    Deed,
    Instrument,
    Mandate,
    Pledge,
    Progress,
    Provision,
    Source,
    Target,
    Wish,
)
from truceline.evidence import Claim, Document, Kind, Link, Position, dates
from truceline.evidence import Target as Points

ACTORS = {
    a.id: a
    for a in (
        Actor("hamas", "Hamas"),
        Actor("naim", "Bassem Naim", of="hamas", person=True),
        Actor("marzouk", "Musa Abu Marzouk", of="hamas", person=True),
        Actor("qassem", "Hazem Qassem", of="hamas", person=True),
        Actor("israel", "Israel"),
        Actor("egypt", "Egypt"),
        Actor("albania", "Albania"),
        Actor("kosovo", "Kosovo"),
        Actor("health", "Health Ministry", of="authorities"),
        Actor("authorities", "Authorities"),
    )
}


def cited(on, speaker="Speaker"):
    claim = Claim("file", "agreement.yaml", Kind.POSITION, next(cited.numbers), 0, "words", speaker=speaker)
    return Source(outlet="Outlet", date=dates.parse(on), quote="words", claim=claim)


cited.numbers = count(1)


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
    numbers: count = field(default_factory=lambda: count(1))

    def __call__(
        self, speaker, on, kind, payload, *, issue="", provision="", holder="", counter="", counts=True
    ):
        n = next(self.numbers)
        actor = ACTORS.get(speaker)
        side = ACTORS[actor.of] if actor and actor.of else actor
        path = f"sources/{n:02}.txt"
        claim = Claim(
            "hash", path, kind, n, n + 1, "words", speaker=actor.name if actor else None, payload=payload
        )
        made = [
            (Points.ISSUE, issue, "about"),
            (Points.PROVISION, provision, "about"),
            (Points.ACTOR, holder, "holder"),
            (Points.ACTOR, holder, "by"),
            (Points.ACTOR, counter, "counter"),
        ]
        links = tuple(Link(claim.id, target, id_, role) for target, id_, role in made if id_)
        document = Document(path, "sha", "Outlet", published=dates.parse(on), retrieved=date(2026, 3, 1))
        return Reading(
            claim, document, links, actor, side, counts, True, "accepted" if counts else "proposed"
        )

    def position(self, speaker, on, issue, stance, condition="", *, holder="hamas", matter="force", **more):
        payload = Position(ACTORS[holder].name, issue, stance, condition)
        return self(speaker, on, Kind.POSITION, payload, issue=matter, holder=holder, **more)


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def actors():
    return ACTORS


def wish(actor, on, function, stance):
    return Wish(actor, dates.parse(on), function, stance, cited(on))


@pytest.fixture
def agreement():
    """The mandate of frame D in small, the pledges and the exchange of frame H."""
    wishes = [
        wish("egypt", "2025-12-06", "monitor", "want"), wish("egypt", "2025-12-06", "disarm", "reject"),
        wish("naim", "2025-12-07", "monitor", "want"), wish("naim", "2025-12-07", "report", "want"), wish("naim", "2025-12-07", "govern", "reject"),
        wish("naim", "2025-12-24", "monitor", "want"), wish("naim", "2025-12-24", "separate", "want"), wish("naim", "2025-12-24", "govern", "reject"),
        wish("qassem", "2026-02-20", "monitor", "want"), wish("qassem", "2026-02-20", "separate", "want"),
        wish("qassem", "2026-02-20", "govern", "reject"), wish("qassem", "2026-02-20", "train", "conditional"),
        wish("israel", "2025-12-07", "disarm", "want"), wish("israel", "2025-12-07", "whole", "accept"),
        Wish("israel", dates.parse("2025-12-01"), "monitor", "reject", Source()),
    ]  # fmt: skip
    mandate = Mandate(
        "force",
        ("monitor", "separate", "report", "govern", "train", "disarm"),
        {"plan": {"train": "must"}, "resolution": {"disarm": "ensure_process", "monitor": "may"}},
        tuple(wishes),
        names={"train": "train police"},
    )
    pledges = (
        Pledge((), "troops", 20000, 20000, "target", source=cited("2026-02-19")),
        Pledge(("egypt",), "troops", None, 8000, "pledged", source=cited("2026-02-19", "A general")),
        Pledge(("kosovo", "albania"), "troops", None, None, "pledged", source=cited("2026-02-19")),
        Pledge((), "police", 12000, 12000, "target", source=cited("2026-02-19")),
        Pledge(("israel",), "police", 5, 5, "pledged"),
    )
    owed = Provision(
        "p10", "return captives", Deed.OBLIGATION, ("hamas",), beneficiary=("israel",), issue="exchange",
        targets=(Target("captives", 20, 20),), clocks=(Clock(anchor="a", offset=timedelta(hours=72)),),
        progress=(Progress(("israel",), dates.parse("2025-11-03"), "captives", 19, 19, source=cited("2025-11-03")),
                  Progress(("israel",), dates.parse("2026-01-26"), "captives", 20, 20, source=cited("2026-01-26")),
                  Progress(("israel",), dates.parse("2025-11-01"), "captives", 7, 7)),
    )  # fmt: skip
    formula = Provision(
        "p16",
        "remains",
        Deed.OBLIGATION,
        ("israel",),
        issue="exchange",
        targets=(Target("remains", formula="15 * deceased_israeli"),),
        clocks=(Clock(each=True),),
    )
    values = (
        AnchorValue(None, dates.parse("2025-10-10"), ("israel",)),
        AnchorValue(None, dates.parse("2025-10-11"), ("hamas",)),
    )
    return Agreement(
        "truce",
        {"en": "Truce"},
        instruments={
            "resolution": Instrument("resolution", "Resolution", date=dates.parse("2025-11-17")),
            "plan": Instrument("plan", "Plan", date=dates.parse("2025-09-29")),
        },
        anchors={"a": Anchor("a", "effect", values)},
        provisions={"p10": owed, "p16": formula},
        mandates=(mandate,),
        pledges=pledges,
    )
