"""A reading in plain words, where the words could mislead."""

from dataclasses import replace

import pytest

from truceline.evidence import (
    Basis,
    Claim,
    Condition,
    Figure,
    Hedge,
    Kind,
    Polarity,
    Position,
    Stance,
    State,
    Step,
)
from truceline.review import words


@pytest.fixture(name="claim")
def _claim():
    base = Claim("t" * 64, "sources/a.txt", Kind.STATEMENT, 0, 5, "words", speaker="Ana Brook")
    return lambda **changes: replace(base, **changes)


def test_a_position_names_its_holder_only_where_another_speaks(claim):
    told = claim(
        kind=Kind.POSITION, speaker="Mira Odell", payload=Position("Norland", "the force", Stance.REJECT)
    )
    assert words.value(told) == "Norland: reject: the force"
    own = claim(
        kind=Kind.POSITION, speaker="Norland", payload=Position("Norland", "the force", Stance.REJECT)
    )
    assert words.value(own) == "reject: the force"


def test_what_is_still_to_come_does_not_read_as_done(claim):
    told = claim(kind=Kind.STEP, hedge=Hedge.FUTURE, payload=Step("meeting", "", "the draft"))
    assert words.value(told) == "meeting: the draft (still to come)"


def test_a_negative_statement_is_no_denial(claim):
    assert words.value(claim(polarity=Polarity.DENIED)) == "a statement in the negative, no value"
    shut = claim(kind=Kind.STATE, polarity=Polarity.DENIED, payload=State("the gate", "open"))
    assert words.value(shut) == "denied: the gate: open"


@pytest.mark.parametrize(
    ("base", "told"), [("", "8,000 troops in total"), ("2030-01-04", "8,000 troops since the start")]
)
def test_a_total_has_a_start_only_where_one_is_told(claim, base, told):
    count = Figure("troops", 8000, 8000, unit="troops", basis=Basis.TOTAL, base=base)
    assert words.value(claim(kind=Kind.FIGURE, payload=count)) == told


def test_a_unit_stands_as_the_text_writes_it(claim):
    count = Figure("killed", 410, 410, unit="norlanders", basis=Basis.NEW)
    told = claim(kind=Kind.FIGURE, text="the killing of 410 Norlanders", payload=count)
    assert words.value(told) == "410 Norlanders in this period"


def test_whose_acts_are_counted_is_told_by_name(claim):
    count = Figure("violations", 10, 12, side="Norlandish")
    assert (
        words.kind(claim(kind=Kind.FIGURE, payload=count), lambda _: "Norland")
        == "figure: violations by Norland"
    )


def test_what_a_condition_waits_for_begins_without_its_conjunction(claim):
    told = claim(kind=Kind.CONDITION, payload=Condition("phase two", "as long as the gates are shut"))
    assert words.value(told) == "phase two waits for: the gates are shut"
