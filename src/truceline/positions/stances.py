"""Positions over time: who stands where on an issue, in whose words, what came before and what moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from truceline.evidence import Interval, Kind, Polarity, Position, Stance, Target, wording
from truceline.positions.heard import (
    Actors,
    Heard,
    about,
    known_actors,
    named,
    resolved,
    root,
    speaker_words,
    told,
    usable,
)
from truceline.positions.movement import Movement, Occasion, movement

WORDS = {
    Stance.ACCEPT: "accepts",
    Stance.REJECT: "rejects",
    Stance.CONDITIONAL: "accepts if",
    Stance.DEMAND: "demands",
    Stance.OFFER: "offers",
    Stance.SILENT: "silent",
}


FIRST_PERSON = frozenset({"", "i", "we", "us"})
"""A holder written so, or not at all, is whoever speaks."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One position as stated: ``own`` where the holder's own side speaks, False where another side tells of it."""

    claim: str
    stance: Stance
    words: str
    matter: str
    condition: str
    speaker: str
    on: Interval
    told: str
    own: bool
    checked: bool
    quote: str


@dataclass(frozen=True, slots=True)
class StanceLine:
    """A holder on an issue: the stands of its latest day, the earlier ones, and what others say that it wants (``told_by_others``).

    ``issue`` is the issue's id, or the position's own words where it is linked to none.
    """

    holder: str
    holder_name: str
    issue: str
    latest: tuple[Stand, ...]
    earlier: tuple[Stand, ...]
    told_by_others: tuple[Stand, ...]
    movement: Movement


def stances(
    heard: Iterable[Heard], as_of: date, *, proposals: bool = False, actors: Actors | None = None
) -> tuple[StanceLine, ...]:
    """The positions known by the day, by holder (the responsible side) and issue, in alphabetical order of both.

    Movement and ``latest`` rest on the holder's own words only: what another side says of it is not its position.
    """
    said = [h for h in usable(heard, as_of, proposals=proposals) if h.claim.kind is Kind.POSITION]
    names = known_actors(said, actors)
    piles: dict[tuple[str, str, str], list[Stand]] = {}
    for item in said:
        for key in _keys(item, names):
            piles.setdefault(key, []).append(_stand(item, key[0], as_of, names))
    lines = (_line(*key, stands) for key, stands in piles.items())
    return tuple(sorted(lines, key=lambda x: (x.holder_name.casefold(), x.holder, x.issue)))


def _keys(heard: Heard, actors: Actors) -> Iterator[tuple[str, str, str]]:
    payload = heard.claim.payload
    assert isinstance(payload, Position)
    actor = resolved(heard, "holder")
    side = root(actor, actors) if actor else ""
    if not side and payload.holder.casefold() in FIRST_PERSON and heard.side:
        side = heard.side.id
    name = named(side, actors) if side else payload.holder or "not named"
    for issue in about(heard, Target.ISSUE) or (_same_words(payload.issue),):
        yield side or payload.holder.casefold(), name, issue


def _same_words(issue: str) -> str:
    """What two unlinked positions on one matter share, however inflected; no reader is shown it."""
    return " ".join(wording.stems(issue))


def _stand(heard: Heard, holder: str, as_of: date, actors: Actors) -> Stand:
    payload = heard.claim.payload
    assert isinstance(payload, Position)
    on = heard.claim.about if heard.claim.about.is_day else told(heard)
    return Stand(
        claim=heard.claim.id,
        stance=payload.stance,
        words=words(payload, heard.claim.polarity),
        matter=payload.issue,
        condition=payload.condition,
        speaker=speaker_words(heard, actors),
        on=on,
        told=wording.days(on, as_of),
        own=heard.side is not None and heard.side.id == holder,
        checked=heard.counts,
        quote=heard.claim.text,
    )


_CONJUNCTIONS = ("if ", "unless ", "until ", "provided ", "on condition ", "as long ", "so long ", "for as long ", "only ", "before ", "after ",
                 "while ", "without ", "except ", "once ", "when ")  # fmt: skip


def in_own_words(condition: str) -> bool:
    """Whether a condition stands with the text's own conjunction ("as long as ..."): it may then limit a refusal too."""
    return condition.lower().startswith(_CONJUNCTIONS)


def words(position: Position, polarity: Polarity = Polarity.AFFIRMED) -> str:
    """The stance in words: "rejects X", "accepts X if Y"; a denied one says that it is denied.

    A condition in the text's own words ("as long as violations go on") may limit a refusal as well as an acceptance: it is given as it
    stands, and neither is said.
    """
    denied = "denies that it " if polarity is Polarity.DENIED else ""
    issue, condition = position.issue.removesuffix(" for"), position.condition
    if position.stance is Stance.CONDITIONAL and in_own_words(condition):
        return f"{denied}sets a condition on {issue}: {condition}"
    verb = WORDS[position.stance].removesuffix(" if")
    condition = condition if condition or position.stance is not Stance.CONDITIONAL else "(not stated)"
    joined = " if " if position.stance is Stance.CONDITIONAL else ", on condition: "
    return f"{denied}{verb} {issue}" + (f"{joined}{condition}" if condition else "")


def _line(holder: str, name: str, issue: str, stands: list[Stand]) -> StanceLine:
    own = [s for s in stands if s.own]
    last = max((_day(s) for s in own), default=None)
    return StanceLine(
        holder,
        name,
        _shown(issue, stands),
        tuple(s for s in own if _day(s) == last),
        tuple(s for s in own if _day(s) != last),
        tuple(s for s in stands if not s.own),
        movement(_occasions(own)),
    )


def _shown(issue: str, stands: Iterable[Stand]) -> str:
    """The issue's id; of positions linked to none the words of the earliest of them."""
    first = min(stands, key=lambda s: (_day(s), s.claim))
    return first.matter if _same_words(first.matter) == issue else issue


def _day(stand: Stand) -> date:
    return stand.on.latest or date.min


def _occasions(stands: Iterable[Stand]) -> Iterator[Occasion]:
    piles: dict[tuple[date, str], list[Stand]] = {}
    for stand in stands:
        piles.setdefault((_day(stand), stand.speaker), []).append(stand)
    for (on, speaker), own in piles.items():
        topics = {s.matter: _taken(s) for s in own}
        yield Occasion(on, speaker, topics, tuple(s.claim for s in own))


def _taken(stand: Stand) -> str:
    return f"{WORDS[stand.stance]} {stand.condition}".strip() if stand.condition else WORDS[stand.stance]
