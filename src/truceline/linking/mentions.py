"""The actors that a claim's surface mentions refer to. Several candidates or none: no link, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from truceline.actors import Lexicon
from truceline.actors.model import FORMS, Actor
from truceline.evidence import Claim, Compliance, Figure, Incident, Link, Position, State, Step, Target

_JOINT = re.compile(r",? and |, ")


def surface(claim: Claim) -> Iterator[tuple[str, str]]:
    """The (role, words) of every mention of an actor in the claim."""
    if claim.speaker:
        yield "speaker", claim.speaker
    if claim.on_behalf_of:
        yield "on_behalf_of", claim.on_behalf_of
    if claim.original:
        yield "original", claim.original
    yield from ((role, text) for role, text in _in_payload(claim) if text)


def _in_payload(claim: Claim) -> Iterator[tuple[str, str]]:
    match claim.payload:
        case Figure(counter=counter, side=side):
            yield from (("counter", counter), ("side", side))
        case Incident(author=author):
            yield "side", author
        case Position(holder=holder):
            yield "holder", holder
        case Compliance(actor=actor):
            yield "actor", actor
        case State(by=by) | Step(by=by):
            yield "by", by
        case _:
            return


def actor_links(claim: Claim, lexicon: Lexicon) -> Iterator[Link]:
    """A link for each mention that the lexicon resolves to one actor; a joint statement has a link for each speaker."""
    for role, text in surface(claim):
        for actor, words in _actors(role, text, lexicon):
            yield Link(claim.id, Target.ACTOR, actor.id, role, f'"{words}" in the list of actors')


def _actors(role: str, text: str, lexicon: Lexicon) -> tuple[tuple[Actor, str], ...]:
    found = lexicon.lookup(text)
    if len(found) == 1:
        return ((found[0], text),)
    if found:
        return ()
    joint = [(p, lexicon.lookup(p)) for p in _JOINT.split(text)]
    if len(joint) > 1 and all(len(actors) == 1 for _, actors in joint):
        return tuple((actors[0], p) for p, actors in joint)
    return () if role == "speaker" else tuple((a, text) for a in _only_mention(text, lexicon))


def _only_mention(text: str, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The one actor named inside a longer description ("Israeli forces"); several named, or a doubtful name: none."""
    mentions = lexicon.mentions(text, FORMS)
    ids = {actor for mention in mentions for actor in mention.actors}
    return (
        tuple(lexicon.actors[i] for i in ids)
        if len(ids) == 1 and not any(m.doubtful for m in mentions)
        else ()
    )


def responsible(links: Iterable[Link]) -> tuple[str, ...]:
    """The actors that answer for the words: the speakers, else whom an unlisted speaker is said to speak for."""
    sure = [x for x in links if x.target is Target.ACTOR and not x.doubtful]
    named = tuple(x.id for x in sure if x.role == "speaker")
    return named or tuple(x.id for x in sure if x.role == "on_behalf_of")
