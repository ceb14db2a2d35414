"""What positions and counting need of a reading: who said it, for whom, where, since when it may count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from truceline.actors.model import Actor
from truceline.evidence import Claim, Document, Interval, Link, Target

PROPOSED = frozenset({"proposed", "reopened"})
Actors = Mapping[str, Actor]


class Heard(Protocol):
    """A claim as a case holds it; the case room's ``Reading`` is one.

    ``claim`` has corrections applied. ``speaker`` is the actor nearest to the words, ``side`` the one responsible for them; None
    where not resolved. ``counts``: a person accepted that it was said, and it is of this ceasefire.
    """

    @property
    def claim(self) -> Claim: ...
    @property
    def links(self) -> tuple[Link, ...]: ...
    @property
    def document(self) -> Document: ...
    @property
    def speaker(self) -> Actor | None: ...
    @property
    def side(self) -> Actor | None: ...
    @property
    def counts(self) -> bool: ...
    @property
    def this_case(self) -> bool: ...
    @property
    def state(self) -> str: ...


AnyHeard = TypeVar("AnyHeard", bound=Heard)


def usable(heard: Iterable[AnyHeard], as_of: date, *, proposals: bool = False) -> tuple[AnyHeard, ...]:
    """What counts and could be known on the day, in the order of publication and place.

    With ``proposals`` the unchecked readings of this ceasefire too; rejected and open ones never.
    """
    found = [h for h in heard if _may(h, proposals=proposals) and known_by(h, as_of)]
    return tuple(
        sorted(
            found,
            key=lambda h: (h.document.known_from or as_of, h.document.path, h.claim.start, h.claim.ordinal),
        )
    )


def _may(heard: Heard, *, proposals: bool) -> bool:
    return heard.counts or (proposals and heard.this_case and heard.state in PROPOSED)


def known_by(heard: Heard, as_of: date) -> bool:
    """Whether its document could be known on the day; one that may be later is held, not counted."""
    known = heard.document.known_from
    return known is not None and known <= as_of


def told(heard: Heard) -> Interval:
    """When it was published, or the day of its retrieval where that is all that is known."""
    document = heard.document
    if document.dated or document.retrieved is None:
        return document.published
    return Interval(None, document.retrieved, "", "day of retrieval")


def resolved(heard: Heard, role: str) -> str:
    """The actor id a mention of the claim resolves to without doubt, or the empty string."""
    return next(
        (x.id for x in heard.links if x.target is Target.ACTOR and x.role == role and not x.doubtful), ""
    )


def about(heard: Heard, target: Target) -> tuple[str, ...]:
    """The ids of the provisions or issues it speaks of, without the doubtful ones."""
    return tuple(dict.fromkeys(x.id for x in heard.links if x.target is target and not x.doubtful))


def root(actor: str, actors: Actors) -> str:
    """The side at the end of an actor's ``of`` chain; the id itself where the list does not hold it."""
    seen: set[str] = set()
    while actor not in seen and actor in actors and (of := actors[actor].of):
        seen.add(actor)
        actor = of
    return actor


def named(actor: str, actors: Actors) -> str:
    """The fullest name of an actor id, the id itself where the list does not hold it."""
    return actors[actor].name if actor in actors else actor


def known_actors(heard: Iterable[Heard], actors: Actors | None = None) -> Actors:
    """The case's list of actors, with the speakers and sides of the readings where it lacks them."""
    found: dict[str, Actor] = {}
    for item in heard:
        for actor in (item.speaker, item.side):
            if actor is not None:
                found[actor.id] = actor
    return {**found, **(actors or {})}


def speaker_words(heard: Heard, actors: Actors) -> str:
    """The speaker as a page names it: "Side (Person)" for a person, a body by its own name, else the text's words."""
    actor = heard.speaker
    if actor is None:
        claim = heard.claim
        return claim.speaker or (f"unnamed: {claim.speaker_text}" if claim.speaker_text else "not named")
    side = heard.side.name if heard.side else named(root(actor.id, actors), actors)
    return f"{side} ({actor.name})" if actor.person and side != actor.name else actor.name
