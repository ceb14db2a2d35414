"""A small case of an invented ceasefire, held in memory: two parties, a bridge, a bank of readings."""

from dataclasses import replace
from datetime import UTC, date, datetime

from truceline.case import Held
from truceline.evidence import (
    Basis,
    Claim,
    Compliance,
    Document,
    Figure,
    Interval,
    Kind,
    Position,
    Review,
    Stance,
    State,
    Text,
    Verdict,
    dates,
    seen,
)

CASE = """
schema: case/0.1
id: river-2026
title: {en: "River truce of 2026"}
time_zone: "UTC"
"""
AGREEMENT = """
schema: agreement/0.1
id: river-2026
title: {en: "River truce of 2026"}
parties: [north, south]
not_to_confuse_with: [river-2024]
instruments:
  - {id: I1, name: Truce, date: 2026-02-01, text: public}
provisions:
  - id: p01
    name: open the bridge
    deed: obligation
    bearer: south
    instrument: I1
    words: The bridge is opened.
    issue: crossings
    gates: [g_1]
    cues: {any: [bridge], done: [open, opened], undone: [closed, shut]}
  - id: p02
    name: no shelling
    deed: prohibition
    bearer: south
    instrument: I1
    words: There is no shelling.
    issue: violations
    cues: {any: [shelling], counts: [shellings]}
gates:
  - id: g_1
    name: into the second phase
    text_formula: ""
    asserted:
      - {by: north, at: 2026-02-02, formula: p01, words: first the bridge}
"""
ACTORS = """
schema: actors/0.1
actors:
  - {id: north, name: Northern Front, kinds: [party], aliases: [the Front]}
  - {id: south, name: Southern Council, kinds: [party], aliases: [the Council]}
  - {id: brook, name: Ana Brook, of: north, person: true, role: spokeswoman, aliases: [Brook]}
  - {id: stone, name: Jon Stone, of: south, person: true, role: spokesman, aliases: [Stone]}
  - {id: brookes, name: Lia Stone, of: north, person: true, aliases: [Stone]}
"""
ISSUES = """
schema: issues/0.1
issues:
  - {id: crossings, name: Crossings, cues: {any: [bridge]}}
  - {id: violations, name: Violations, cues: {any: [shelling, shellings]}}
  - {id: football, name: Football, scope: out, cues: {any: [football]}}
"""
DAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
WORDS = (
    "Ana Brook spoke on Sunday. The bridge is closed, Brook said. She counted between 10 and 12 shellings a day. "
    "The bridge stays shut, she added. Brook wants monitors at the bridge. Football is cancelled, Brook said. "
    "It will be settled soon."
)


def claim(words, kind=Kind.STATEMENT, payload=None, speaker="Ana Brook", document="sources/a.txt", **more):
    """A claim over exact words of the text."""
    start = WORDS.index(words)
    told = {"speaker_text": "Brook", "reader": "rules/0.1", **more}
    return Claim(
        Text(document, WORDS, "txt/1").sha256,
        document,
        kind,
        start,
        start + len(words),
        words,
        speaker,
        payload=payload,
        **told,
    )


CLOSED = claim("The bridge is closed", Kind.STATE, State("The bridge", "closed"))
SHUT = claim("The bridge stays shut", Kind.STATE, State("The bridge", "shut"))
COUNT = claim(
    "between 10 and 12 shellings a day", Kind.FIGURE, Figure("shellings", 10, 12, basis=Basis.RATE, per="day")
)
WANTS = claim("wants monitors at the bridge", Kind.POSITION, Position("Brook", "monitors", Stance.DEMAND))
SPORT = claim("Football is cancelled", Kind.STATE, State("Football", "cancelled"))
VAGUE = claim("It will be settled soon", speaker=None, speaker_text="")
KEPT = claim("bridge is closed", Kind.COMPLIANCE, Compliance("the Council", "the bridge", "breached"))


def opened(folder, claims, reviews=(), others=(), **about):
    """What a ledger would hold of these claims, and the case folder written out."""
    for name, text in {"case": CASE, "agreement": AGREEMENT, "actors": ACTORS, "issues": ISSUES}.items():
        path = folder / f"{name}.yaml"
        if not path.exists():
            path.write_text(text, encoding="utf-8")
    told = {"outlet": "River Post", "published": dates.parse("2026-03-01"), "retrieved": DAY, **about}
    documents = (Document("sources/a.txt", "0" * 64, **told), *others)
    texts = tuple(Text(d.path, WORDS, "txt/1") for d in documents)
    return Held(documents, texts, tuple(claims), tuple(reviews), entries=1)


def review(of, verdict=Verdict.ACCEPTED, at=NOW, **corrections):
    return Review(
        of.id, seen(of), verdict, "AB", at, {k.replace("__", "."): v for k, v in corrections.items()}
    )


def later(of, **about):
    """A second document with the same text, and the claim as it stands there."""
    path = about.pop("path", "sources/b.txt")
    told = {"outlet": "Bank Times", "published": dates.parse("2026-03-01"), "retrieved": DAY, **about}
    return replace(of, document=path), Document(path, "1" * 64, **told)


UNDATED = Interval()
