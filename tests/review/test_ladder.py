"""A finding cites what was accepted as said, and its rung is one that the citations can bear."""

from dataclasses import replace
from datetime import date

import pytest
from river import CLOSED, COUNT, DAY, KEPT, SHUT, UNDATED, WANTS, claim, later, review

from truceline.evidence import Finding, Kind, Rung, State, Truth, Verdict
from truceline.review import hindrances
from truceline.review.ladder import sources

FINDING = Finding("f", "p01", "team leader", Truth.NOT_MET, Rung.SINGLE_SOURCE, DAY, (CLOSED.id,), "Shut.")
COUNCIL = claim(
    "The bridge stays shut",
    Kind.STATE,
    State("The bridge", "shut"),
    speaker="Jon Stone",
    speaker_text="Jon Stone",
)


def told(case, **changes):
    return [h.words for h in hindrances(case, replace(FINDING, **changes))]


@pytest.fixture
def checked(make):
    return make(CLOSED, SHUT, reviews=[review(CLOSED), review(SHUT)])


def test_a_role_may_conclude_on_a_statement_that_was_accepted(checked):
    assert told(checked) == []


def test_nobody_concludes_nothing_and_on_nothing(checked):
    assert told(checked, role=" ")[0].startswith("No role is named")
    assert told(checked, claims=())[0].startswith("It cites no statement.")


def test_a_day_that_has_not_come_has_no_finding(checked):
    assert "2999-01-01 has not come." in told(checked, at=date(2999, 1, 1))


def test_an_unchecked_reading_bears_nothing_and_the_command_opens_its_card(make):
    (found,) = hindrances(make(CLOSED), FINDING)
    assert "is a machine reading that nobody accepted" in found.words
    assert found.command.endswith(f"--card {CLOSED.id}")
    (rejected,) = told(make(CLOSED, reviews=[review(CLOSED, Verdict.REJECTED)]))
    assert "was rejected" in rejected


def test_a_statement_that_the_case_does_not_hold_is_named(checked):
    assert told(checked, claims=("nope",)) == ["This case holds no statement 'nope'."]
    assert told(checked, answered="nope") == ["This case holds no statement 'nope'."]


def test_a_statement_of_a_later_day_bears_no_earlier_finding(checked):
    (words,) = told(checked, at=date(2026, 2, 28))
    assert words.endswith("may count from 2026-03-01 only; the finding is of 2026-02-28.")


def test_a_statement_without_a_day_bears_nothing(make):
    case = make(CLOSED, reviews=[review(CLOSED)], published=UNDATED, retrieved=None)
    assert any("has no day" in words for words in told(case))


def test_one_side_speaking_twice_does_not_corroborate(checked):
    (words,) = told(checked, rung=Rung.CORROBORATED, claims=(CLOSED.id, SHUT.id))
    assert words.startswith(
        "'corroborated' needs two independent sources that each say 'not-met'; what is cited is 1:"
    )


def test_two_sides_in_two_documents_corroborate(make):
    other, document = later(COUNCIL)
    case = make(CLOSED, other, reviews=[review(CLOSED), review(other)], others=[document])
    assert told(case, rung=Rung.CORROBORATED, claims=(CLOSED.id, other.id)) == []


def test_two_sides_in_one_document_are_one_source(make):
    case = make(CLOSED, COUNCIL, reviews=[review(CLOSED), review(COUNCIL)])
    assert len(told(case, rung=Rung.CORROBORATED, claims=(CLOSED.id, COUNCIL.id))) == 1


def test_unnamed_voices_behind_one_agency_are_one_source_and_behind_two_are_two(make):
    one = claim(
        "The bridge is closed",
        Kind.STATE,
        State("The bridge", "closed"),
        None,
        speaker_text="",
        relay=("Wire",),
    )
    shut = claim(
        "The bridge stays shut",
        Kind.STATE,
        State("The bridge", "shut"),
        None,
        speaker_text="",
        relay=("Wire",),
    )
    two, document = later(shut)
    apart, _ = later(replace(shut, relay=("Cable",)))
    for claims, groups in (((one, two), 1), ((one, apart), 2)):
        case = make(*claims, reviews=[review(c) for c in claims], others=[document])
        assert len(sources(case.readings[: len(claims)])) == groups


def test_the_same_words_carried_twice_are_one_source(make):
    copy, document = later(replace(CLOSED, speaker="Jon Stone", speaker_text="Jon Stone"))
    copy = replace(copy, ordinal=1)
    case = make(CLOSED, copy, reviews=[review(CLOSED), review(copy)], others=[document])
    assert len(told(case, rung=Rung.CORROBORATED, claims=(CLOSED.id, copy.id))) == 1


@pytest.mark.parametrize("rung", [Rung.UNABLE_TO_DETERMINE, Rung.DISCOUNTED])
def test_what_could_not_be_determined_or_is_discounted_gives_no_value(checked, rung):
    assert "do not go together" in told(checked, rung=rung)[0]
    assert told(checked, rung=rung, truth=Truth.UNKNOWN) == []
    assert "'verified' and the value 'unable'" in told(checked, rung=Rung.VERIFIED, truth=Truth.UNKNOWN)[0]


def test_contested_is_a_rung_and_a_value_at_once(checked):
    assert len(told(checked, rung=Rung.CONTESTED)) == 1
    assert len(told(checked, truth=Truth.CONTESTED)) == 1
    assert told(checked, rung=Rung.CONTESTED, truth=Truth.CONTESTED) == []


ACCEPTED = {"rung": Rung.ACCEPTED, "answer": "accepts responsibility"}
CONCEDED = replace(SHUT, speaker="Jon Stone", speaker_text="Jon Stone")


def test_accepted_needs_an_answer_that_concedes_and_the_words_of_the_side_that_owes_the_duty(make):
    case = make(CLOSED, CONCEDED, reviews=[review(CLOSED), review(CONCEDED)])
    assert len(told(case, rung=Rung.ACCEPTED)) == 2
    denied = told(case, rung=Rung.ACCEPTED, answer="denies the act", answered=CONCEDED.id)
    assert denied == ["'accepted' says that the accused side concedes, and no such answer is given."]
    (unshown,) = told(case, **ACCEPTED)
    assert "p01 is owed by Southern Council, and no statement of that side is named as its answer." in unshown
    assert told(case, **ACCEPTED, answered=CONCEDED.id) == []


def test_the_accusers_words_are_no_answer_of_the_accused_side_on_any_rung(checked):
    (words,) = told(checked, **ACCEPTED, answered=SHUT.id)
    assert "is no answer of the accused side: Northern Front said it" in words
    assert len(told(checked, answer="denies the act", answered=SHUT.id)) == 1


def test_a_concession_that_no_statement_shows_is_none_on_any_rung(checked):
    assert len(told(checked, answer="accepts responsibility")) == 1
    assert told(checked, answer="denies the act") == []


def test_words_on_something_else_are_no_answer_and_words_to_the_contrary_no_concession(make):
    elsewhere = replace(COUNT, speaker="Jon Stone", speaker_text="Jon Stone")
    case = make(CLOSED, elsewhere, reviews=[review(CLOSED), review(elsewhere)])
    (words,) = told(case, **ACCEPTED, answered=elsewhere.id)
    assert "does not speak on p01 open the bridge" in words
    case = make(CLOSED, CONCEDED, reviews=[review(CLOSED), review(CONCEDED)])
    found = told(case, **ACCEPTED, truth=Truth.MET, answered=CONCEDED.id)
    assert len(found) == 1
    assert "yet the answer" in found[0]


@pytest.mark.parametrize("rung", [Rung.VERIFIED, Rung.SINGLE_SOURCE, Rung.REPORTED])
def test_a_statement_that_does_not_speak_on_the_duty_bears_no_value(make, rung):
    case = make(COUNT, reviews=[review(COUNT)])
    (words,) = told(case, rung=rung, claims=(COUNT.id,))
    assert "does not speak on p01 open the bridge: it is not linked to it." in words
    assert told(case, rung=Rung.UNABLE_TO_DETERMINE, truth=Truth.UNKNOWN, claims=(COUNT.id,)) == []


def test_two_sources_that_contradict_each_other_corroborate_nothing(make):
    other, document = later(replace(COUNCIL, payload=State("The bridge", "open")))
    case = make(CLOSED, other, reviews=[review(CLOSED), review(other)], others=[document])
    both = {"claims": (CLOSED.id, other.id)}
    for truth in (Truth.MET, Truth.NOT_MET):
        found = told(case, rung=Rung.CORROBORATED, truth=truth, **both)
        assert any("what is cited says the opposite" in words for words in found)
        assert any(words.startswith("'corroborated' needs two") for words in found)
    assert told(case, rung=Rung.CONTESTED, truth=Truth.CONTESTED, **both) == []


def test_a_second_source_that_shows_nothing_on_the_duty_does_not_corroborate(make):
    wish, document = later(replace(WANTS, speaker="Jon Stone", speaker_text="Jon Stone"))
    case = make(CLOSED, wish, reviews=[review(CLOSED), review(wish)], others=[document])
    (words,) = told(case, rung=Rung.CORROBORATED, claims=(CLOSED.id, wish.id))
    assert f"Does not say so on p01: {wish.id}." in words


def test_a_source_is_not_taken_at_the_opposite_of_its_word_and_the_missions_own_look_may_go_against_it(
    checked,
):
    assert len(told(checked, truth=Truth.MET)) == 1
    assert told(checked, truth=Truth.MET, rung=Rung.VERIFIED) == []


def test_a_reading_cited_twice_is_one_source(make):
    case = make(CLOSED, KEPT, reviews=[review(CLOSED)])
    assert len(sources([case.by_id[CLOSED.id]] * 2)) == 1
