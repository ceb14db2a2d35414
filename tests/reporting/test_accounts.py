"""The account on the page: whose figures, what is left in words, and never a name of a person."""

from dataclasses import replace
from datetime import date

import pytest

from truceline.agreement.amounts.bounds import Bounds
from truceline.agreement.model import Agreement, Deed, Progress, Provision, Target
from truceline.agreement.source import Source
from truceline.evidence import Claim, Kind, dates
from truceline.positions import exchange
from truceline.positions.exchange import NO_NUMBER
from truceline.reporting.sections.handover import between, left


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "nothing"),
        (30, 30, "30"),
        (0, 30, "0 to 30"),
        (8, None, "at least 8"),
        (-18, -18, "18 more than owed"),
        (-5, -2, "2 to 5 more than owed"),
        (-5, 30, "from 5 more than owed to up to 30 open"),
        (-5, None, "from 5 more than owed to open above"),
        (None, -2, "at least 2 more than owed"),
    ],
)
def test_what_is_left_is_told_without_a_negative_number(low, high, words):
    assert left(Bounds.of(low, high)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "both state the same"),
        (15, 15, "15 fewer received than handed over"),
        (-3, -3, "3 more received than handed over"),
        (-3, 9, "both can be right"),
        (2, 9, "fewer received than handed over"),
        (-9, -2, "more received than handed over"),
        (None, 4, "both can be right"),
    ],
)
def test_giver_and_receiver_are_compared_in_words_that_blame_neither(low, high, words):
    assert between(Bounds.of(low, high)) == words


def test_words_of_a_progress_could_hold_a_name_and_are_not_printed():
    claim = Claim("t" * 64, "agreement.yaml", Kind.STATE, 0, 5, "words")
    source = Source(outlet="Post", date=dates.parse("2031-05-04"), claim=claim)
    row = Progress(("norland",), dates.parse("2031-05-04"), state="Ada Ashgrove was released", source=source)
    duty = Provision(
        "p10",
        "release",
        Deed.OBLIGATION,
        ("norland",),
        issue="exchange",
        targets=(Target("released", 2, 2),),
        progress=(row,),
    )
    made = Agreement("a", {}, provisions={"p10": duty})
    (found,) = exchange(made, [], date(2031, 5, 20))
    assert [h.value for h in found.stated] == [NO_NUMBER]
    known = replace(duty, cues=replace(duty.cues, done=("released",)), progress=(replace(row, state="released"),))  # fmt: skip
    (found,) = exchange(replace(made, provisions={"p10": known}), [], date(2031, 5, 20))
    assert [h.value for h in found.stated] == ["released"]
