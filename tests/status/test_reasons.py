"""Codes and sentences agree, and sentences judge nobody."""

import re

import pytest

from truceline.status import Reason
from truceline.status.reasons import _entries, of_words


def test_code_and_data_name_the_same_reasons_in_the_same_order():
    assert list(_entries()) == [reason.value for reason in Reason]


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_one_sentence(reason):
    assert re.fullmatch(r"[A-Z][^.]*\.", reason.sentence()), reason.sentence()
    assert reason.sentence("xx") == reason.sentence()


@pytest.mark.parametrize("reason", Reason)
def test_no_sentence_uses_a_word_that_judges(reason):
    assert not re.search(
        r"\b(admit|claim|insist|reveal|fail|refus|violat|guilty|lie)", reason.sentence(), re.IGNORECASE
    )


def test_every_unknown_but_that_of_a_permission_says_what_would_have_to_be_held():
    valued = {Reason.PERMISSION, Reason.FOUND, Reason.GENERAL, Reason.STATED, Reason.COMPUTED}
    assert {reason for reason in Reason if not reason.change} == valued


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        ("position only", Reason.POSITION_ONLY),
        ("future: says what may or will be, not what is", Reason.HEDGED),
        ("conditional: says what may or will be, not what is", Reason.HEDGED),
        ("a denial cancels only itself", Reason.DENIAL_ONLY),
        ("a count of zero proves no ban kept", Reason.ZERO_ONLY),
        ("says what waits for what, not what is", Reason.CONDITION_ONLY),
        ("a permission cannot be met or breached", Reason.PERMISSION),
        ("names no state of this duty", Reason.NO_STATE),
        ("", Reason.NO_STATE),
    ],
)
def test_a_rows_own_words_become_a_code(why, reason):
    assert of_words(why) is reason
