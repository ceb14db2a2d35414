"""A number whose words deny it is no count of what was done: each side's alike."""

import pytest

from truceline.evidence import Kind, Polarity


def figures(read, sentence):
    return {
        c.payload.low if c.payload.low is not None else c.payload.high: c.polarity
        for c in read(sentence)
        if c.kind is Kind.FIGURE
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland said that Sudland had not released 24 detainees.",
        "Sudland said that Norland had not released 24 detainees.",
        "Norland said that Sudland never released 24 detainees.",
        "Norland said that Sudland failed to release 24 detainees.",
        "Norland said that Sudland refused to hand over 24 detainees.",
        "Norland denied that Sudland had released 24 detainees.",
        "Norland rejected reports that it had killed 24 people.",
        "Norland said 24 detainees were not released.",
        "Norland said it did not free or return 24 detainees.",
        "Norland said it has not been able to hand over the 24 bodies.",
        "Norland said it left without releasing 24 detainees.",
    ],
)
def test_a_number_that_the_words_deny_is_denied(read, sentence):
    assert figures(read, sentence) == {24: Polarity.DENIED}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland said that Sudland had released 24 detainees.",
        "Norland said no more than 24 detainees were released.",
        "Norland said it had not only released 24 detainees but also opened the road.",
        "Norland said 24 of the dead were not fighters.",
        "Norland said the bodies of 24 people who had not been named were returned.",
        "Norland denied that Sudland had not released 24 detainees.",
    ],
)
def test_a_number_stands_where_the_negation_is_of_something_else_or_is_a_bound(read, sentence):
    assert figures(read, sentence) == {24: Polarity.AFFIRMED}


def test_a_second_clause_is_not_denied_by_the_first(read):
    found = figures(read, "Norland said it had not yet counted the dead, and that 12 people were killed.")
    assert found == {12: Polarity.AFFIRMED}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland said that Sudland had released 19 detainees and not 24.",
        "Norland said 19 trucks entered instead of 24.",
    ],
)
def test_of_two_numbers_the_one_set_aside_is_denied(read, sentence):
    assert figures(read, sentence) == {19: Polarity.AFFIRMED, 24: Polarity.DENIED}


def test_what_is_yet_to_be_opened_is_not_open(read):
    (claim,) = read("Norland said that the crossing is yet to be opened.")
    assert claim.polarity is Polarity.DENIED
