"""A body to be formed: who proposed, accepted or objected, and in which state it is said to be, each in its speaker's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truceline.evidence import Position, Stance, State, Step, Target, wording
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
from truceline.positions.stances import words as position_words

ACTS = {
    Stance.OFFER: "proposed",
    Stance.DEMAND: "demanded",
    Stance.ACCEPT: "accepted",
    Stance.CONDITIONAL: "accepted if",
    Stance.REJECT: "objected",
    Stance.SILENT: "silent",
}


@dataclass(frozen=True, slots=True)
class BodyLine:
    """``holder`` did ``act`` (proposed, accepted, objected ...), or the body ``is`` something: as told by ``speaker``.

    ``own`` where the holder's own side says so; another side's word on it is told as such.
    """

    act: str
    holder: str
    words: str
    speaker: str
    told: str
    claim: str
    own: bool
    checked: bool


def bodies(
    heard: Iterable[Heard],
    as_of: date,
    *,
    issue: str = "committee",
    proposals: bool = False,
    actors: Actors | None = None,
) -> tuple[BodyLine, ...]:
    """What is said of the bodies under an issue, known by the day, in the order of publication."""
    spoken = [h for h in usable(heard, as_of, proposals=proposals) if issue in about(h, Target.ISSUE)]
    names = known_actors(spoken, actors)
    return tuple(line for h in spoken if (line := _line(h, as_of, names)))


def _line(heard: Heard, as_of: date, actors: Actors) -> BodyLine | None:
    match heard.claim.payload:
        case Position() as position:
            return _made(
                heard,
                ACTS[position.stance],
                "holder",
                position.holder,
                position_words(position),
                as_of,
                actors,
            )
        case State(thing=thing, value=value, by=by):
            return _made(heard, "is", "by", by, f"{thing}: {value}", as_of, actors)
        case Step(act=act, by=by, what=what):
            return _made(heard, act, "by", by, what, as_of, actors)
        case _:
            return None


def _made(
    heard: Heard, act: str, role: str, surface: str, words: str, as_of: date, actors: Actors
) -> BodyLine:
    actor = resolved(heard, role)
    side = root(actor, actors) if actor else ""
    own = heard.side is not None and (side == heard.side.id or not surface)
    holder = named(side, actors) if side else surface
    when = wording.days(told(heard), as_of)
    return BodyLine(act, holder, words, speaker_words(heard, actors), when, heard.claim.id, own, heard.counts)
