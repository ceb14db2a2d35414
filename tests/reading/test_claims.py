"""Doubts of a claim: the way to a name goes first, then how sure the tagger is of who speaks."""

import pytest

from truceline.evidence import Part, Span
from truceline.reading.chain import Link
from truceline.reading.claims import _doubts
from truceline.reading.frames import Frame, Phrase
from truceline.reading.voices import Voice

UNSURE = "the tagger is not sure who speaks"


def frame(*sure, same=None):
    return Frame(1, 1, "say", "say", Phrase(0, 0, 0), [(2, 5)], sure=sure, same=same)


def reasons(made, name="Mira Odell", doubt=""):
    voice = Voice(name, "Odell", Span(0, 5), "person", doubt=doubt)
    return [d.reason for d in _doubts(Link(voice, made, "said", Span(6, 10), False), None)]


def test_a_plain_name_of_which_the_tagger_is_sure_is_not_doubtful():
    assert reasons(frame(0.99, 0.95)) == []


@pytest.mark.parametrize("sure", [(0.5, 0.99), (0.99, 0.5)])
def test_an_unsure_cue_or_source_makes_a_plain_name_doubtful(sure):
    assert reasons(frame(*sure)) == [UNSURE]


def test_a_cue_that_shares_a_source_is_as_sure_of_it_as_the_cue_that_names_it():
    assert reasons(frame(0.99, 0.1, same=frame(0.99, 0.99))) == []
    assert reasons(frame(0.99, 0.99, same=frame(0.99, 0.1))) == [UNSURE]


def test_the_way_to_a_name_is_told_before_the_tagger():
    assert reasons(frame(0.5, 0.5), doubt="'he': taken from 'Mira Odell'") == [
        "'he': taken from 'Mira Odell'"
    ]


def test_nobody_named_is_no_name_to_doubt():
    assert reasons(frame(0.5, 0.5), name=None) == []


def test_the_tagger_is_sure_of_a_plain_sentence(read):
    (claim,) = read("Odell said that the road was mined.")
    assert [d for d in claim.doubt if d.part is Part.SPEAKER] == []
