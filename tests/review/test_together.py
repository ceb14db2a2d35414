from dataclasses import replace

import pytest
from river import CLOSED, COUNT, DAY, NOW, SHUT

from truceline.evidence import Doubt, Part
from truceline.review import Desk, Session, press, queue
from truceline.review.session import TOGETHER
from truceline.review.table import show
from truceline.review.together import together, voices

OTHER = replace(SHUT, speaker="Jon Stone", speaker_text="Stone")


def counts(many):
    """Figures of one speaker, each another number."""
    return [replace(COUNT, ordinal=n, payload=replace(COUNT.payload, high=12 + n)) for n in range(many)]


@pytest.fixture
def sit(make):
    def begun(*claims, limit=None):
        case = make(*claims)
        found = queue(case, DAY, everything=True, limit=limit)
        return Session(found.cards, Desk.of(case), "AB", NOW, companions=found.companions)

    return begun


def keys(session, typed):
    for key in typed:
        session = press(session, key, NOW)
    return session


def test_several_speakers_are_accepted_together_only_with_each_shown(sit):
    session = keys(sit(CLOSED, OTHER), "g")
    text = show(session)
    assert "You confirm 2 sentences were said by these speakers. Type 2 and Enter" in text
    for words in (
        "Said by Ana Brook",
        "Said by Jon Stone",
        ">> The bridge is closed <<",
        ">> The bridge stays shut <<",
    ):
        assert words in text
    made = keys(session, "2\n").reviews
    assert {r.claim for r in made} == {CLOSED.id, OTHER.id}
    assert not any(r.corrections for r in made)


def test_a_change_of_speaker_never_lands_in_another_mouth(sit):
    session = keys(sit(CLOSED, OTHER), "s2g")
    assert session.said == "No other reading is like this one."


def test_a_change_of_speaker_holds_for_all_of_the_same_speaker(sit):
    made = keys(sit(CLOSED, SHUT), "s2g2\n").reviews
    assert [r.corrections for r in made] == [{"speaker": "River Post"}] * 2


def test_a_doubt_keeps_speakers_apart(sit):
    doubt = (Doubt(Part.DUTY, "which bridge"),)
    one, other = replace(CLOSED, doubt=doubt), replace(OTHER, doubt=doubt)
    assert keys(sit(one, other), "g").said == "No other reading is like this one."
    assert len(sit(one, replace(SHUT, doubt=doubt)).like) == 2


def test_a_changed_duty_holds_for_what_spoke_of_the_same(sit):
    session = sit(CLOSED, SHUT)
    assert len(session.like) == 2
    assert len(keys(session, "ap02\n").like) == 2
    assert keys(session, "ap02\ng2\n").reviews[1].corrections == {"provision": "p02"}


def test_another_kind_is_not_like(sit):
    assert [c.reading.id for c in sit(CLOSED, COUNT).like] == [CLOSED.id]


def test_what_waits_beyond_the_limit_may_go_along(sit):
    session = sit(CLOSED, SHUT, limit=1)
    assert len(session.cards) == 1
    assert {r.claim for r in keys(session, "g2\n").reviews} == {CLOSED.id, SHUT.id}


def test_one_left_out_keeps_its_own_card(sit):
    session = keys(sit(*counts(3)), "g-2\n")
    assert "You confirm 2 sentences" in show(session)
    left = session.apart
    done = keys(session, "2\n")
    assert len(done.reviews) == 2
    assert done.card.reading.id in left


def test_the_card_on_the_table_cannot_be_left_out_nor_one_that_is_not_there(sit):
    assert "Leave out 2 to 2" in keys(sit(CLOSED, SHUT), "g-1\n").said
    assert "Leave out 2 to 2" in keys(sit(CLOSED, SHUT), "g-3\n").said
    assert "Only this one is left" in keys(sit(CLOSED, SHUT), "g-2\n").said


def test_undo_takes_the_whole_group_back(sit):
    session = keys(sit(CLOSED, OTHER), "g2\nz")
    assert session.reviews == ()
    assert session.said == "Undone: 2 verdicts."
    assert session.card.reading.id == CLOSED.id


def test_no_more_are_asked_for_than_stand_on_a_screen(sit):
    session = sit(*counts(30))
    assert len(session.cards) == 30
    assert len(session.like) == TOGETHER
    assert all(len(line) <= 100 for line in show(keys(session, "g")).splitlines())


def test_the_list_numbers_every_sentence_and_groups_by_voice(sit):
    cards = sit(CLOSED, replace(OTHER, ordinal=1), SHUT).like
    text = together(cards)
    assert text.count("Said by") == 2, text
    assert [f" {n}  >> " in text for n in (1, 2, 3)] == [True] * 3
    assert "would change p01 open the bridge, as stated by Northern Front: no value -> not met" in text
    assert voices(cards) == "these speakers"
    assert voices(cards[:1]) == "Ana Brook"
