import json
from dataclasses import replace

import pytest
from river import CLOSED, COUNT, SHUT, WANTS, WORDS, review

from truceline.evidence import Span, Verdict
from truceline.review import gold
from truceline.review.gold import NOTICE

NOTED = replace(review(SHUT, Verdict.REJECTED), note="ask CD")


@pytest.fixture
def case(make):
    put_right = review(COUNT, Verdict.CORRECTED, speaker="stone", payload__low="9", payload__high="12")
    return make(CLOSED, SHUT, COUNT, WANTS, reviews=[review(CLOSED), NOTED, put_right])


def test_only_what_a_person_put_right_or_rejected_is_gold(case):
    assert [i["id"] for i in gold(case)] == [COUNT.id, SHUT.id]
    assert [i["verdict"] for i in gold(case, everything=True)] == ["accepted", "corrected", "rejected"]


def test_a_span_points_to_its_exact_words(case):
    for item in gold(case, everything=True):
        assert WORDS[item["start"] : item["end"]] == item["quote"]
        at = item["sentence_start"]
        assert WORDS[at : at + len(item["sentence"])] == item["sentence"]


def test_what_was_put_right_stands_as_it_is_with_what_was_read_beside_it(case):
    item = next(i for i in gold(case) if i["id"] == COUNT.id)
    assert item["speaker"] == "Jon Stone"
    assert (item["value"]["lo"], item["value"]["hi"]) == (9, 12)
    assert item["changed"] == {
        "speaker": {"read": "Ana Brook", "right": "Jon Stone"},
        "payload.low": {"read": 10, "right": 9},
    }
    assert item["about"] == ["violations"]


def test_the_place_of_a_name_follows_the_name(make):
    read = replace(CLOSED, speaker_span=Span(WORDS.index("Brook said"), WORDS.index("Brook said") + 5))
    other = make(read, reviews=[review(read, Verdict.CORRECTED, speaker="stone")])
    same = make(read, reviews=[review(read, Verdict.CORRECTED, provision="p02")])
    assert next(gold(other))["spans"]["source"] is None, "Stone is not named in the sentence"
    start, end = next(gold(same))["spans"]["source"]
    assert WORDS[start:end] == "Brook"


def test_no_statement_is_none_and_has_no_lines(case):
    item = next(i for i in gold(case) if i["id"] == SHUT.id)
    assert (item["kind"], item["attribution"], item["speaker"], item["disp"]) == ("none", "none", None, [])


def test_no_reviewer_is_named_unless_asked_for(case):
    silent = "".join(json.dumps(i) for i in gold(case, everything=True))
    assert '"AB"' not in silent
    assert "ask CD" not in silent
    named = list(gold(case, names=True))
    assert {i["by"] for i in named} == {"AB"}
    assert [i["note"] for i in named if i["id"] == SHUT.id] == ["ask CD"]


def test_every_item_says_that_it_stays_inside(case):
    assert {i["notice"] for i in gold(case, everything=True)} == {NOTICE}
    assert "stays inside the mission" in NOTICE


def test_a_verdict_that_a_newer_reading_has_overtaken_gives_no_gold(make):
    old = review(replace(COUNT, payload=replace(COUNT.payload, high=99)), Verdict.CORRECTED, speaker="stone")
    assert list(gold(make(COUNT, reviews=[old]))) == []


def test_another_kind_side_and_denial_stand_in_the_gold_as_they_are(make):
    right = review(
        CLOSED,
        Verdict.CORRECTED,
        kind="figure",
        payload__low="3",
        payload__high="3",
        payload__basis="new",
        payload__counts="shellings",
        payload__side="Southern Council",
        polarity="denied",
    )
    (item,) = gold(make(CLOSED, reviews=[right]))
    assert (item["id"], item["kind"], item["denied"]) == (CLOSED.id, "figure", True)
    assert (item["value"]["what"], item["value"]["lo"], item["value"]["side"]) == (
        "shellings",
        3,
        "Southern Council",
    )
    assert item["changed"]["kind"] == {"read": "state", "right": "figure"}
    assert item["disp"][1].startswith('- figure "The bridge is closed" counts=shellings; lo=3; hi=3;')
    assert "denied=yes" in item["disp"][1]
