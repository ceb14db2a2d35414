"""The actors that a claim's surface mentions refer to. Several candidates or none: no link, never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truceline.actors import Lexicon
from truceline.actors.model import FORMS, Actor
from truceline.evidence import Claim, Compliance, Figure, Link, Position, State, Step, Target


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
        case Position(holder=holder):
            yield "holder", holder
        case Compliance(actor=actor):
            yield "actor", actor
        case State(by=by) | Step(by=by):
            yield "by", by
        case _:
            return


def actor_links(claim: Claim, lexicon: Lexicon) -> Iterator[Link]:
    """A link for each mention that the lexicon resolves to one actor."""
    for role, text in surface(claim):
        found = lexicon.lookup(text) or (() if role == "speaker" else _only_mention(text, lexicon))
        if len(found) == 1:
            yield Link(claim.id, Target.ACTOR, found[0].id, role, f'"{text}" in the list of actors')


def _only_mention(text: str, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The one actor named inside a longer description ("Israeli forces"); several named, or a doubtful name: none."""
    mentions = lexicon.mentions(text, FORMS)
    ids = {actor for mention in mentions for actor in mention.actors}
    return tuple(lexicon.actors[i] for i in ids) if len(ids) == 1 and not any(m.doubtful for m in mentions) else ()


def responsible(links: Iterable[Link]) -> str | None:
    """The actor that answers for the words: the speaker, else whom an unlisted speaker is said to speak for."""
    found = {x.role: x.id for x in links if x.target is Target.ACTOR and not x.doubtful}
    return found.get("speaker") or found.get("on_behalf_of")
