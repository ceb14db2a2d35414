from dataclasses import replace
from datetime import date

from truceline.actors.model import Actor
from truceline.case.gather import _with_repeats
from truceline.case.reading import Reading
from truceline.evidence import Claim, Document, Kind, Polarity, dates

ENVOY = Actor("envoy", "Ada Speaker")


def told(day, path, **changes):
    document = Document(path, "0" * 64, published=dates.day(date(2025, 12, day)))
    claim = replace(Claim(path * 4, path, Kind.STATE, 0, 8, "is closed", speaker="Ada Speaker"), **changes)
    return Reading(claim, claim, (), document, speaker=ENVOY)


def repeats(*readings):
    return [bool(r.repeat_of) for r in _with_repeats(list(readings))]


def test_the_same_words_on_the_same_day_in_another_document_are_a_repeat():
    assert repeats(told(1, "a"), told(1, "b")) == [False, True]


def test_the_same_words_on_a_later_day_are_said_anew():
    assert repeats(told(1, "a"), told(20, "b")) == [False, False]


def test_nothing_repeats_what_a_person_rejected():
    assert repeats(replace(told(1, "a"), state="rejected"), told(1, "b")) == [False, False]


def test_a_denial_repeats_no_affirmation_and_an_unnamed_speaker_repeats_nobody():
    assert repeats(told(1, "a"), told(1, "b", polarity=Polarity.DENIED)) == [False, False]
    unnamed = [replace(told(1, p), speaker=None) for p in "ab"]
    assert repeats(*unnamed) == [False, False]
