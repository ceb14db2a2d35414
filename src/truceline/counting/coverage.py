"""Whose voices: who was heard in the period, when each side was last heard, and who was never heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truceline.actors.model import Actor
from truceline.evidence import Part
from truceline.positions.heard import Heard, speaker_words, told, usable


@dataclass(frozen=True, slots=True)
class Voice:
    """One side: its statements, speakers and documents in the period, when it was last heard at all, and by whom.

    ``last`` is None where it was never heard by the day. ``outlet`` marks an outlet that spoke in its own voice.
    """

    side: str
    name: str
    statements: int = 0
    speakers: int = 0
    documents: int = 0
    claims: tuple[str, ...] = ()
    last: date | None = None
    last_speaker: str = ""
    last_claim: str = ""
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whom a period rests on. ``unresolved`` are claims in the period whose side is not known: joined with nobody."""

    first: date
    last: date
    documents: int
    speakers: int
    voices: tuple[Voice, ...]
    unresolved: tuple[str, ...] = ()

    @property
    def never(self) -> tuple[Voice, ...]:
        """The expected sides that were never heard."""
        return tuple(v for v in self.voices if v.last is None)


def coverage(
    heard: Iterable[Heard], as_of: date, *, first: date | None = None, expected: Iterable[Actor] = ()
) -> Coverage:
    """Checked statements from ``first`` (default: the day itself) to ``as_of``; ``expected`` are sides to name even if never heard.

    Voices stand in the alphabetical order of their names.
    """
    start = first or as_of
    usual = usable(heard, as_of)
    period = [h for h in usual if (day := _day(h)) is not None and day >= start]
    sides = {a.id: a for a in expected} | {h.side.id: h.side for h in usual if h.side}
    voices = [
        _voice(side, [h for h in usual if h.side and h.side.id == side.id], period) for side in sides.values()
    ]
    return Coverage(
        start,
        as_of,
        len({h.document.path for h in period}),
        len({_who(h) for h in period}),
        tuple(sorted(voices, key=lambda v: (v.outlet, v.name.casefold(), v.side))),
        tuple(h.claim.id for h in period if h.side is None),
    )


def _day(heard: Heard) -> date | None:
    return told(heard).latest


def _who(heard: Heard) -> str:
    """A speaker; unnamed ones, and those known by a description or under doubt, are never joined across documents."""
    if heard.speaker:
        return heard.speaker.id
    if heard.claim.speaker and any(d.part is Part.SPEAKER for d in heard.claim.doubt):
        return f"{heard.document.path}|{heard.claim.speaker}"
    return heard.claim.speaker or f"{heard.document.path}|{heard.claim.speaker_text}"


def _voice(side: Actor, own: list[Heard], period: list[Heard]) -> Voice:
    now = [h for h in own if h in period]
    latest = max(own, key=lambda h: _day(h) or date.min, default=None)
    return Voice(
        side.id,
        side.name,
        len(now),
        len({_who(h) for h in now}),
        len({h.document.path for h in now}),
        tuple(h.claim.id for h in now),
        _day(latest) if latest else None,
        speaker_words(latest, {}) if latest else "",
        latest.claim.id if latest else "",
        "outlet" in side.kinds,
    )
