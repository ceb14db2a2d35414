"""Logs of broadcasts: a paragraph that opens with a station and a time of day tells what that station brought.

"06:00 Cadena Altiplano: ...", "Radio Prydniprovya (07:10): ...", "9 June, 12:00, VBC: ...". The station carries all that is said there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from truceline.evidence import Attribution, Claim
from truceline.reading.sentence import Sentence

_TIME = r"(?:[01]?\d|2[0-4])[:.h]?[0-5]\d"
_NAME = r"(?P<name>[^\W\d_a-z][\w’'-]*(?: (?:[^\W\d_a-z]|of |the |de |la )[\w’'-]*){0,5}|same station|the same station)"
_BEFORE = re.compile(
    rf"(?:\d{{1,2}} [A-Z]\w+,? )?{_TIME}(?: hours)?,? {_NAME}(?: \([^)]*\))?(?:,[^:]{{1,60}})?:\s"
)
_AFTER = re.compile(rf"{_NAME}(?: \([^)]*{_TIME}[^)]*\)|,? (?:at )?{_TIME})(?:,[^:]{{1,60}})?:\s")
_PLACED = re.compile(rf"{_NAME} \([^)]*\), {_TIME}:\s")
_PLAIN = re.compile(
    rf"{_TIME} (?!The |A |An )(?P<name>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){{0,4}})(?=,? [a-z(])"
)
_BULLET = re.compile(r"(?:[-–—•*] )?")
_BRACKET = re.compile(rf"{_NAME} \([^)]*\),? {_TIME}\.\s")


def stations(sentences: Sequence[Sentence]) -> list[tuple[int, int, str]]:
    """First and last character of each paragraph that is one station's, with its name; none where fewer than two are so marked."""
    found: list[tuple[int, int, str]] = []
    seen: set[int] = set()
    ends: dict[int, int] = {}
    for s in sentences:
        ends[s.paragraph] = s.end[-1]
    for s in sentences:
        if s.paragraph in seen:
            continue
        seen.add(s.paragraph)
        match = _match(s.text[s.start[0] : s.start[0] + 160] + " ")
        if match is not None:
            same = match["name"].lower().endswith("same station")
            name = found[-1][2] if same and found else match["name"]
            found.append((s.start[0], ends[s.paragraph], name))
    return found if len(found) > 1 else []


def _match(opening: str) -> re.Match[str] | None:
    """How a paragraph opens with a station: behind a bullet or not."""
    at = _BULLET.match(opening)
    bare = opening[at.end() :] if at is not None else opening
    return next(
        (m for p in (_BEFORE, _AFTER, _PLACED, _BRACKET, _PLAIN) if (m := p.match(bare)) is not None), None
    )


def label(opening: str) -> int:
    """How many characters at the start of a paragraph are the label of a station, up to its colon; 0 where there is none."""
    at = _BULLET.match(opening)
    skip = at.end() if at is not None else 0
    found = next(
        (m for p in (_BEFORE, _AFTER, _PLACED) if (m := p.match(opening[skip:] + " ")) is not None), None
    )
    return skip + found.end() if found is not None else 0


def carried(claims: Iterable[Claim], marked: Sequence[tuple[int, int, str]]) -> list[Claim]:
    """The claims, those of a station's paragraph with the station last among their carriers."""
    return [_with(claim, marked) for claim in claims]


def _with(claim: Claim, marked: Sequence[tuple[int, int, str]]) -> Claim:
    if claim.attribution is Attribution.NARRATOR:
        return claim
    station = next((name for a, b, name in marked if a <= claim.start < b), "")
    own = {(claim.speaker or "").casefold(), *(r.casefold() for r in claim.relay)}
    if not station or station.casefold() in own:
        return claim
    return replace(claim, relay=(*claim.relay, station))
