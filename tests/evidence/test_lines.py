"""The claim line is the contract: what is written can be read again, and its keys are those promised."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.evidence import (
    Attribution,
    Basis,
    Claim,
    Compliance,
    Condition,
    Doubt,
    Figure,
    Hedge,
    Incident,
    Kind,
    Link,
    Mode,
    Part,
    Polarity,
    Position,
    Span,
    Stance,
    State,
    Step,
    Target,
    Term,
    dates,
    lines,
)

words = st.text(max_size=12)
numbers = st.one_of(st.none(), st.integers(0, 10**6).map(float), st.floats(0, 1e6, allow_nan=False))
spans = st.one_of(st.none(), st.tuples(st.integers(0, 50), st.integers(51, 99)).map(lambda p: Span(*p)))
PAYLOADS = {
    Kind.STATEMENT: st.none(),
    Kind.FIGURE: st.builds(
        Figure,
        counts=words,
        low=numbers,
        high=numbers,
        approximator=words,
        basis=st.sampled_from(Basis),
        per=words,
        parts=st.lists(st.tuples(words, st.integers(0, 999).map(float)), max_size=3).map(tuple),
    ),
    Kind.INCIDENT: st.builds(Incident, type=words, place=words, time=words, author=words, harm=words),
    Kind.POSITION: st.builds(
        Position, holder=words, issue=words, stance=st.sampled_from(Stance), condition=words
    ),
    Kind.STEP: st.builds(Step, act=words, by=words, what=words),
    Kind.COMPLIANCE: st.builds(
        Compliance, actor=words, duty=words, value=st.sampled_from(["met", "breached"]), general=st.booleans()
    ),
    Kind.STATE: st.builds(State, thing=words, value=words, by=words, as_of=words),
    Kind.CONDITION: st.builds(Condition, what=words, awaits=words),
    Kind.TERM: st.builds(Term, instrument=words, term=words, bearer=words),
}
written_dates = st.sampled_from(["", "2025-12-24", "2025-11", "XXXX-10-11", "2025-10/2026-01"]).map(
    dates.parse
)


@st.composite
def claims(draw):
    """A claim of any kind."""
    kind = draw(st.sampled_from(Kind))
    doubts = st.builds(Doubt, part=st.sampled_from(Part), reason=words)
    return Claim(
        text_sha256=draw(st.sampled_from(["0" * 64, "a" * 64])),
        document=draw(words),
        kind=kind,
        start=draw(st.integers(0, 500)),
        end=draw(st.integers(501, 999)),
        text=draw(words),
        speaker=draw(st.one_of(st.none(), words)),
        speaker_text=draw(words),
        on_behalf_of=draw(st.one_of(st.none(), words)),
        relay=tuple(draw(st.lists(words, max_size=3))),
        cue=draw(words),
        mode=draw(st.sampled_from(Mode)),
        attribution=draw(st.sampled_from(Attribution)),
        polarity=draw(st.sampled_from(Polarity)),
        hedge=draw(st.sampled_from(Hedge)),
        about=draw(written_dates),
        doubt=tuple(draw(st.lists(doubts, max_size=2))),
        payload=draw(PAYLOADS[kind]),
        ordinal=draw(st.integers(0, 9)),
        speaker_span=draw(spans),
        cue_span=draw(spans),
        reader=draw(words),
    )


PROMISED = [
    "id",
    "document",
    "start",
    "end",
    "text",
    "kind",
    "speaker",
    "speaker_text",
    "on_behalf_of",
    "original",
    "relay",
    "cue",
    "mode",
    "attribution",
    "polarity",
    "links",
    "doubt",
    "review",
    "payload",
]


@given(claims())
def test_a_claim_survives_its_line(claim):
    written = json.loads(json.dumps(lines.line(claim), ensure_ascii=False))
    assert lines.parse(written) == claim
    assert written["id"] == claim.id


@given(claims())
def test_a_line_holds_the_keys_of_the_contract(claim):
    written = lines.line(claim, [Link(claim.id, Target.PROVISION, "p20", reason="names it")], "accepted")
    assert set(PROMISED) <= set(written)
    assert written["links"] == [
        {"target": "provision", "id": "p20", "role": "about", "reason": "names it", "doubtful": False}
    ]
    assert written["review"] == "accepted"


@given(claims())
def test_the_id_hangs_on_place_and_kind_and_on_nothing_that_a_review_may_change(claim):
    changed = replace(claim, speaker="somebody else", payload=None, cue="", reader="another")
    assert changed.id == claim.id
    assert replace(claim, ordinal=claim.ordinal + 1).id != claim.id
    assert replace(claim, start=claim.start + 1).id != claim.id


def test_whole_numbers_are_written_without_a_point():
    assert lines.payload_line(Figure("killed", 410.0, None))["low"] == 410
    assert json.dumps(lines.payload_line(Figure("share", 0.5, 0.5))["low"]) == "0.5"


def test_a_line_of_another_version_is_refused():
    with pytest.raises(KeyError):
        lines.parse({"kind": "figure"})
    with pytest.raises(ValueError, match="rumour"):
        lines.parse({"kind": "rumour"})
