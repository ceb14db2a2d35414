"""Where a text does not fit with itself: both places are told, whatever comes first, and what fits is left alone."""

import pytest

from truceline.actors import Lexicon
from truceline.counting.contradictions import contradictions, sentences
from truceline.evidence import Claim, Interval, Kind, Step, Text, dates


def flagged(string, claims=(), published=None):
    when = dates.parse(published) if published else Interval()
    text = Text("a.txt", string, "txt/1")
    return [
        (o.why, o.one.of(string), o.other.of(string))
        for o in contradictions(text, claims, Lexicon.builtin(), when)
    ]


BACKWARDS = "In late March the offer was answered. However, the calm ended on 18 March.\n"


@pytest.mark.parametrize("published", [None, "2031-04-20"])
def test_what_is_told_as_later_and_dated_as_earlier_is_flagged(published):
    assert [(one, other) for _, one, other in flagged(BACKWARDS, published=published)] == [
        ("late March", "18 March")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On 18 March the offer came. However, the calm ended in late March.\n",
        "In late March it rained. The month before, on 18 March, it had snowed.\n",
    ],
)
def test_dates_in_order_or_told_as_earlier_are_left_alone(text):
    assert flagged(text) == []


def test_a_ceasefire_that_is_sought_and_in_force_is_flagged():
    text = "Talks go on to secure a ceasefire. The force is to monitor the ceasefire, it said.\n"
    ((why, one, other),) = flagged(text)
    assert "sought" in why
    assert ("secure" in one, "monitor" in other) == (True, True)
    assert flagged("The force is to monitor the ceasefire, it said.\n") == []


def step(string, words):
    at = string.index(words)
    return Claim("0" * 64, "a.txt", Kind.STEP, at, at + len(words), words, payload=Step("meeting"))


UNWILLING = "France is unwilling to bring a resolution before the Security Council. It rained. {} brings a draft resolution before the Security Council.\n"


def test_an_actor_said_to_be_unwilling_and_doing_so_is_flagged():
    text = UNWILLING.format("France")
    ((why, _, other),) = flagged(text, [step(text, "France brings a draft resolution")])
    assert "unwilling" in why
    assert other == "France brings a draft resolution"


def test_the_step_of_another_actor_is_left_alone():
    text = UNWILLING.format("Norway")
    assert flagged(text, [step(text, "Norway brings a draft resolution")]) == []


def test_an_abbreviation_ends_no_sentence():
    text = "A draft U.S. resolution is coming. It is short.\n"
    assert [s.of(text) for s in sentences(text)] == ["A draft U.S. resolution is coming.", "It is short."]
