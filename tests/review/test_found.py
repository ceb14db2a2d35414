import pytest
from river import CLOSED, COUNT, DAY, SPORT, later, review

from truceline.evidence import Verdict
from truceline.review import found
from truceline.review.found import where


@pytest.mark.parametrize("written", ["football", "FOOTBALL brook", "cancelled River Post", SPORT.id])
def test_what_no_queue_asks_for_is_found_by_its_words_its_outlet_or_its_id(make, written):
    assert [r.id for r in found(make(CLOSED, SPORT), written)] == [SPORT.id]


def test_every_word_must_be_there(make):
    assert found(make(CLOSED, SPORT), "football bridge") == ()


def test_it_is_told_why_a_reading_is_not_queued(make):
    elsewhere, other = later(CLOSED, path="sources/c.txt", ceasefire="river-2024")
    case = make(COUNT, SPORT, elsewhere, others=[other])
    told = {r.claim.document + r.claim.text: where(r, DAY) for r in case.readings}
    assert told["sources/a.txt" + SPORT.text] == "waits; not queued: outside the scope"
    assert told["sources/c.txt" + CLOSED.text] == "waits; not queued: of the ceasefire river-2024"
    assert told["sources/a.txt" + COUNT.text] == "waits"


def test_what_was_checked_says_so(make):
    case = make(CLOSED, COUNT, reviews=[review(CLOSED), review(COUNT, Verdict.REJECTED)])
    assert sorted(where(r, DAY) for r in case.readings) == ["checked", "no statement"]
