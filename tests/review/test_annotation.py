from dataclasses import replace

import pytest
from river import CLOSED, COUNT, KEPT, WANTS

from truceline.evidence import Attribution, Condition, Figure, Incident, Kind, Polarity, Step, Term
from truceline.review import annotation


@pytest.mark.parametrize(
    ("low", "high", "approximator", "approx"),
    [(10, 12, "", "range"), (410, None, "more than", "more_than"), (None, 600, "up to", "up_to"), (5, 5, "", "exact"), (5, 5, "around", "around")],
)  # fmt: skip
def test_a_figure_has_the_bounds_of_the_gold(low, high, approximator, approx):
    kind, value = annotation.value(replace(COUNT, payload=Figure("shellings", low, high, approximator)))
    assert (kind, value["lo"], value["hi"], value["approx"], value["base"]) == (
        "figure",
        low,
        high,
        approx,
        None,
    )


@pytest.mark.parametrize(
    ("claim", "kind", "key"),
    [
        (CLOSED, "status_claim", "item"),
        (WANTS, "position", "stance"),
        (KEPT, "compliance_claim", "complies"),
        (replace(CLOSED, kind=Kind.CONDITION, payload=Condition("a", "b")), "condition", "depends_on"),
        (replace(CLOSED, kind=Kind.TERM, payload=Term("a", "b")), "agreement_term", "term"),
        (replace(CLOSED, kind=Kind.INCIDENT, payload=Incident("raid")), "incident", "what"),
        (replace(CLOSED, kind=Kind.STEP, payload=Step("offer")), "offer", "event"),
        (replace(CLOSED, kind=Kind.STEP, payload=Step("meeting")), "claim", "event"),
    ],
)
def test_every_kind_has_its_name_in_the_gold(claim, kind, key):
    found, value = annotation.value(claim)
    assert found == kind
    assert key in value


def test_the_lines_are_those_of_a_dispatch():
    assert annotation.lines(replace(COUNT, relay=("Radio", "Wire"))) == [
        "1 speaker=Ana Brook; relay=Radio | Wire",
        '- figure "between 10 and 12 shellings a day" counts=shellings; lo=10; hi=12; basis=rate; per=day',
    ]


def test_the_outlets_own_voice_is_one_line():
    own = replace(CLOSED, attribution=Attribution.NARRATOR, payload=None, kind=Kind.STATEMENT)
    assert annotation.lines(own) == ['n "The bridge is closed"']


def test_a_denial_says_so_and_a_semicolon_ends_no_value():
    denied = replace(CLOSED, polarity=Polarity.DENIED, speaker="Brook; Stone")
    voice, assertion = annotation.lines(denied)
    assert voice == "1 speaker=Brook, Stone"
    assert assertion.endswith("denied=yes")


@pytest.mark.parametrize(
    ("text", "quote"), [('the "bridge" is shut', "the ... is shut"), ('"bridge"', None), ("a\nb", None)]
)
def test_words_that_a_dispatch_cannot_quote_are_shortened_or_left_out(text, quote):
    lines = annotation.lines(replace(CLOSED, text=text))
    assert (lines[1].split('"')[1] if lines else None) == quote
