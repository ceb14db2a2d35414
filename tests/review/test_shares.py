import pytest
from river import CLOSED, COUNT, NOW, SHUT, VAGUE, WANTS, review

from truceline.evidence import Review, Verdict
from truceline.review import shares


def told(case):
    return {s.part: (s.changed, s.judged) for s in shares(case)}


def test_each_part_is_counted_over_what_could_be_wrong_in_it(make):
    verdicts = [
        review(CLOSED),
        review(SHUT, Verdict.CORRECTED, speaker="stone"),
        review(COUNT, Verdict.CORRECTED, payload__low="9", payload__base="2026-02-01"),
        review(WANTS, Verdict.CORRECTED, provision="p01"),
        review(VAGUE, Verdict.REJECTED),
    ]
    assert told(make(CLOSED, SHUT, COUNT, WANTS, VAGUE, reviews=verdicts)) == {
        "speaker": (1, 4),
        "value": (1, 1),
        "date": (1, 1),
        "kind": (0, 4),
        "whose": (0, 4),
        "denied": (0, 4),
        "duty": (1, 4),
        "ceasefire": (0, 4),
        "not a statement": (1, 5),
        "anything": (4, 5),
    }


def test_a_speaker_chosen_as_he_was_read_was_not_changed(make):
    case = make(CLOSED, reviews=[review(CLOSED, Verdict.CORRECTED, speaker="brook")])
    assert told(case)["speaker"] == (0, 1)
    assert told(case)["anything"] == (0, 1)


def test_left_open_is_no_judgement_and_the_last_verdict_counts(make):
    case = make(
        CLOSED, SHUT, reviews=[review(CLOSED, Verdict.OPEN), review(SHUT, Verdict.REJECTED), review(SHUT)]
    )
    assert told(case)["not a statement"] == (0, 1)


def test_a_verdict_on_what_is_no_longer_read_counts_where_its_parts_are_known(make):
    gone = Review("0" * 16, "1" * 32, Verdict.CORRECTED, "AB", NOW, {"payload.low": "9"})
    found = told(make(CLOSED, reviews=[gone]))
    assert (found["value"], found["speaker"], found["anything"]) == ((1, 1), (0, 1), (1, 1))


def test_where_nothing_was_judged_there_is_no_share(make):
    assert {s.share for s in shares(make(CLOSED))} == {None}
    assert shares(make(CLOSED, reviews=[review(CLOSED)]))[0].share == pytest.approx(0.0)


def test_another_kind_is_one_change_whatever_it_is_made_of(make):
    right = review(
        COUNT, Verdict.CORRECTED, kind="incident", payload__type="shelling", payload__author="South"
    )
    found = told(make(COUNT, reviews=[right]))
    assert (found["kind"], found["whose"], found["value"]) == ((1, 1), (0, 1), (0, 1))
