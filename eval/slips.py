"""Slips that corpus/GUIDELINES.md rules out and a program can see, in a dispatch that parses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dispatch import Dispatch, Item, Said

APPROX = {
    "around": {"lo", "hi"},
    "nearly": {"lo", "hi"},
    "more than": {"lo"},
    "at least": {"lo"},
    "up to": {"hi"},
    "fewer than": {"hi"},
    "within": {"hi"},
    "most": {"lo"},
    "range": {"lo", "hi"},
    "several": {"lo"},
    "half a dozen": {"lo", "hi"},
    "dozens": {"lo"},
    "scores": {"lo"},
    "hundreds": {"lo"},
    "thousands": {"lo"},
    "tens of thousands": {"lo"},
}
ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
PREPOSITION = re.compile(r"(?:since|until|by|after) (?!the )", re.IGNORECASE)


def slips(dispatch: Dispatch) -> Iterator[str]:
    """What is wrong, a line each, with the number or the quote; nothing for a clean dispatch."""
    for said in dispatch.said:
        yield from _speaker(dispatch, said)
        yield from _marks(said)
    for item in [i for s in dispatch.said for i in s.items] + dispatch.narrator:
        if item.kind == "figure":
            yield from (f"{dispatch.text[item.start : item.end]!r}: {w}" for w in _figure(item))
    yield from _dates(dispatch)


def _speaker(dispatch: Dispatch, said: Said) -> Iterator[str]:
    name = said.keys["speaker"]
    if said.kind == "explicit" and ARTICLE.match(name):
        yield f"{said.number}: an explicit speaker has no leading article, got {name!r}"
    if said.kind != "anonymous" or name == "?":
        return
    text, want = _flat(dispatch.text), _flat(name)
    if not all(part in text for part in want.split(" and ")):
        yield f"{said.number}: an anonymous description stands in the text as written, got {name!r}"
    elif not ARTICLE.match(name) and re.search(rf"\b(?:an?|the) {re.escape(want)}", text):
        yield f"{said.number}: the text has an article before {name!r}; an anonymous description keeps it"


def _flat(text: str) -> str:
    return text.translate(str.maketrans("’‘“”", "''\"\"")).lower()


def _marks(said: Said) -> Iterator[str]:
    if said.kind == "implicit" and (said.source or said.cue):
        yield f"{said.number}: an implicit attribution has t alone"
    if said.kind != "implicit" and not said.cue:
        yield f"{said.number}: no cue: an answer or what runs on is class=implicit"


def _figure(item: Item) -> Iterator[str]:
    bounds = {k: float(item.keys[k]) for k in ("lo", "hi") if k in item.keys}
    unit, approx = item.keys.get("unit", ""), item.keys.get("approx", "")
    if len(bounds) == 2 and bounds["lo"] > bounds["hi"]:
        yield f"lo={bounds['lo']:g} lies above hi={bounds['hi']:g}"
    if unit in {"per cent", "%", "share"}:
        yield f"a share is told as unit=percent, got {unit!r}"
    if unit == "percent" and max(bounds.values()) > 100:
        yield f"more than 100 percent: {max(bounds.values()):g}"
    if unit == "percent" and 0 < max(bounds.values()) < 1:
        yield "a share is told from 0 to 100 (a third is 33)"
    if approx and approx not in APPROX:
        yield f"approx is one of {', '.join(APPROX)}, got {approx!r}"
    elif approx and not bounds.keys() <= APPROX[approx]:
        yield f"approx={approx} has {' and '.join(sorted(APPROX[approx]))} only, got {', '.join(bounds)}"


def _dates(dispatch: Dispatch) -> Iterator[str]:
    listed = [(a, b) for a, b, _ in dispatch.dates]
    for start, end in listed:
        words = dispatch.text[start:end]
        if PREPOSITION.match(words):
            yield f"date {words!r}: without its preposition"
        for other in re.finditer(rf"\b{re.escape(words)}\b", dispatch.text[:start]):
            if not any(a < other.end() and other.start() < b for a, b in listed):
                yield f"date {words!r} stands earlier in the text too: is its line missing or out of order?"
