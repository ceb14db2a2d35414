import pytest
from river import CLOSED, COUNT, review

from truceline.evidence import Verdict
from truceline.review.changes import changes


@pytest.fixture
def lexicon(make):
    return make(CLOSED).lexicon


def test_a_part_is_told_as_read_and_as_it_is(lexicon):
    made = review(COUNT, Verdict.CORRECTED, speaker="stone", payload__low="9", provision="p02")
    assert changes(made, COUNT, lexicon) == {
        "speaker": ("Ana Brook", "Jon Stone"),
        "payload.low": (10, 9),
        "provision": (None, "p02"),
    }


def test_what_was_confirmed_in_the_readers_own_words_is_no_change(lexicon):
    made = review(COUNT, Verdict.CORRECTED, speaker="brook", payload__low="10", payload__approximator="")
    assert changes(made, COUNT, lexicon) == {}


def test_without_the_reading_every_correction_stands(lexicon):
    assert changes(review(COUNT, Verdict.CORRECTED, speaker="brook"), None, lexicon) == {
        "speaker": (None, "brook")
    }


def test_another_kind_is_told_with_what_it_is_made_of(lexicon):
    made = review(COUNT, Verdict.CORRECTED, kind="incident", payload__type="shelling", polarity="denied")
    assert changes(made, COUNT, lexicon) == {
        "kind": ("figure", "incident"),
        "payload.type": (None, "shelling"),
        "polarity": ("affirmed", "denied"),
    }
