"""Renaming two parties mirrors every series and every comparison."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from truceline.counting import comparisons, coverage, series

AS_OF = date(2025, 12, 24)
PAIRS = {"hamas": "israel", "Hamas": "Israel"}


def swap(text):
    for one, other in PAIRS.items():
        text = text.replace(one, "\0").replace(other, one).replace("\0", other)
    return text


def swapped(actor):
    return actor and replace(actor, id=swap(actor.id), name=swap(actor.name), of=actor.of and swap(actor.of))


def mirrored(heard):
    payload = replace(
        heard.claim.payload, side=swap(heard.claim.payload.side), counter=swap(heard.claim.payload.counter)
    )
    claim = replace(
        heard.claim,
        payload=payload,
        original=heard.claim.original and swap(heard.claim.original),
        speaker=heard.claim.speaker and swap(heard.claim.speaker),
    )
    links = tuple(replace(x, id=swap(x.id)) for x in heard.links)
    return replace(heard, claim=claim, links=links, speaker=swapped(heard.speaker), side=swapped(heard.side))


def test_renaming_the_parties_mirrors_series_comparisons_and_coverage(frame_c, actors):
    other = [mirrored(h) for h in frame_c]
    names = {swap(k): swapped(a) for k, a in actors.items()}
    plain, turned = series(frame_c, AS_OF, actors=actors), series(other, AS_OF, actors=names)
    assert {(s.id, s.title) for s in turned} == {(swap(s.id), swap(s.title)) for s in plain}
    assert {(r.claim, r.counter, r.passed_on_by) for s in turned for r in s.rows} == {
        (r.claim, swap(r.counter), tuple(swap(p) for p in r.passed_on_by)) for s in plain for r in s.rows
    }
    starts = (date(2025, 10, 10), date(2025, 10, 11))
    assert {(c.id, c.label, c.words, c.verdict) for c in comparisons(turned, AS_OF, starts)} == {
        (c.id, swap(c.label), swap(c.words), c.verdict) for c in comparisons(plain, AS_OF, starts)
    }
    assert {(v.name, v.last) for v in coverage(other, AS_OF).voices} == {
        (swap(v.name), v.last) for v in coverage(frame_c, AS_OF).voices
    }
