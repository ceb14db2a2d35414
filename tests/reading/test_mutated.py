"""A slice of ``python eval/mutate.py``; the whole of it (100,000) is run by hand, since it takes half an hour."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))

import mutate
import mutations


def test_damaged_texts_give_no_fault():
    made = mutate.run(range(300), "slice")
    assert made.faults == []
    assert made.inputs == 300
    assert made.claims > 300


def test_every_kind_of_damage_is_done_in_the_slice():
    done = {kind for number in range(300) for kind in mutate.damaged(number, "slice")[1]}
    assert done == set(mutations.KINDS)


def test_an_input_is_made_again_from_its_number():
    assert mutate.damaged(7) == mutate.damaged(7) != mutate.damaged(8)


@pytest.mark.parametrize("size", [30_000])
def test_a_long_sentence_takes_no_longer_than_its_characters_allow(reader, size):
    text = "the minister said that the road, " * (size // 33)
    assert mutate.tried(reader, text)[0] == []


def test_a_span_that_does_not_match_is_a_fault(read):
    claims = read("Odell said the road was mined.")
    assert list(mutate.faults("Odell said the road was mined.", claims)) == []
    assert list(mutate.faults("Odell told of the mined road.", claims))


def test_a_source_of_nothing_but_quotation_marks_is_nobody():
    assert mutate.run([53058]).faults == []  # the one fault of the run of 26 November 2026, evening
