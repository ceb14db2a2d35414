"""From a frame outwards: whose words are passed on, who answers for them on the page, and who carries them."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.evidence import Span
from truceline.reading.frames import Frame
from truceline.reading.voices import Voice


@dataclass(frozen=True, slots=True)
class Link:
    """One frame of a chain, with its voice and the names of its carriers."""

    voice: Voice
    frame: Frame
    cue: str
    cue_span: Span
    outlet: bool
    carriers: tuple[str, ...] = ()
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Who answers for an assertion: ``link`` names the speaker's voice and cue; None is the outlet itself."""

    link: Link | None
    original: str | None = None
    relay: tuple[str, ...] = ()
    anonymous: bool = False


def said(links: list[Link]) -> Said:
    """The speaker of a chain given from the innermost frame to the outermost.

    Outlets on the outside carry; what then stands outermost speaks; the next one inwards is the original.
    """
    inner, relay = list(links), list[str]()
    while len(inner) > 1 and inner[-1].outlet and inner[-2].frame.sort != "document":
        relay.insert(0, inner.pop().voice.name or links[-1].voice.text)
    if not inner:
        return Said(None)
    speaker = inner[-1]
    for link in inner[:-1]:
        if link.outlet and len(inner) > 2 and link.voice.name or link.outlet and link.voice.anonymous:
            relay.insert(0, link.voice.name or link.voice.text)
    inner = [x for x in inner if x is speaker or not x.outlet]
    for name in reversed(speaker.carriers):
        relay.insert(0, name)
    return Said(speaker, _original(inner), tuple(dict.fromkeys(relay)), speaker.voice.anonymous)


def _own(body: Voice, speaker: Voice) -> bool:
    """Whether a stance is that of the speaker's own body: then it is told on its behalf, not passed on."""
    name = (body.name or "").casefold()
    return bool(name) and (
        name == (speaker.behalf or "").casefold() or name in speaker.org.casefold() or name in speaker.bodies
    )


def _original(inner: list[Link]) -> str | None:
    speaker = inner[-1]
    if len(inner) > 1 and inner[-2].frame.sort == "stance" and _own(inner[-2].voice, speaker.voice):
        return speaker.original
    if len(inner) > 1 and inner[-2].voice.key != speaker.voice.key:
        deep = inner[0].frame.sort in ("say", "according", "count") and inner[0].voice.name
        passed = inner[0].voice if deep and inner[0].voice.key != speaker.voice.key else inner[-2].voice
        if inner[-2].frame.sort == "passive":
            return f"(unnamed; {passed.text})"
        return passed.name or passed.text
    return speaker.original
