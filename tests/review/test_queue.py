from dataclasses import replace

import pytest
from river import CLOSED, COUNT, DAY, SHUT, SPORT, VAGUE, WANTS, later, review

from truceline.evidence import Doubt, Part, dates
from truceline.review import picked, queue


def ids(found):
    return [c.reading.id for c in found.cards]


def test_the_board_goes_first_then_figures_and_positions_then_doubt(make):
    doubted = replace(VAGUE, doubt=(Doubt(Part.SPEAKER, "no speaker in this sentence"),))
    case = make(doubted, WANTS, COUNT, CLOSED)
    found = queue(case, DAY)
    assert ids(found)[0] == CLOSED.id
    assert set(ids(found)[1:3]) == {COUNT.id, WANTS.id}
    assert ids(found)[3] == doubted.id
    assert found.touching == 3


def test_what_touches_nothing_and_is_not_in_doubt_is_counted_and_added_when_asked_for(make):
    case = make(VAGUE)
    sure = replace(VAGUE, speaker="Ana Brook")
    case = make(sure)
    assert queue(case, DAY).cards == ()
    assert queue(case, DAY).others == 1
    assert ids(queue(case, DAY, everything=True)) == [sure.id]


def test_repeats_other_ceasefires_and_topics_out_of_scope_are_counted_not_queued(make):
    copy, document = later(CLOSED)
    elsewhere, other = later(SHUT, path="sources/c.txt", ceasefire="river-2024")
    case = make(
        CLOSED, replace(copy, ordinal=1), replace(elsewhere, ordinal=1), SPORT, others=[document, other]
    )
    found = queue(case, DAY)
    assert ids(found) == [CLOSED.id]
    assert (found.repeats, found.other_ceasefire, found.out_of_scope) == (1, 1, 1)
    assert found.aside == "1 repeats, 1 of another ceasefire, 1 outside the scope"


def test_a_checked_reading_is_not_queued(make):
    assert queue(make(CLOSED, reviews=[review(CLOSED)]), DAY).cards == ()


def test_what_is_later_than_the_day_waits_for_its_day(make):
    found = queue(make(CLOSED, published=dates.parse("2026-03-05")), DAY)
    assert (found.cards, found.later) == ((), 1)


def test_cards_are_numbered_in_their_order(make):
    found = queue(make(CLOSED, COUNT, WANTS), DAY)
    assert [(c.number, c.total) for c in found.cards] == [(1, 3), (2, 3), (3, 3)]


def test_a_limit_takes_the_first_cards_and_counts_the_rest(make):
    found = queue(make(CLOSED, COUNT, WANTS), DAY, limit=1)
    assert ids(found) == [CLOSED.id]
    assert (found.more, found.more_touching) == (2, 2)
    assert found.cards[0].total == 1
    assert queue(make(CLOSED, COUNT, WANTS), DAY, limit=0).cards == ()


def test_beyond_the_limit_only_what_may_go_with_a_card_is_drawn(make):
    found = queue(make(CLOSED, SHUT, COUNT), DAY, limit=1)
    assert [c.reading.id for c in found.companions] == [SHUT.id]
    assert found.more == 2


def test_a_reading_is_picked_by_its_id_whatever_shelf_it_lies_on(make):
    case = make(CLOSED, SPORT, reviews=[review(CLOSED)])
    assert ids(picked(case, DAY, [SPORT.id, CLOSED.id])) == [SPORT.id, CLOSED.id]
    with pytest.raises(LookupError, match="no reading nowhere"):
        picked(case, DAY, ["nowhere"])


def test_a_card_of_another_ceasefire_names_no_duty_of_this_one(make):
    elsewhere, other = later(SHUT, path="sources/c.txt", ceasefire="river-2024")
    elsewhere = replace(elsewhere, ordinal=1)
    (card,) = picked(make(elsewhere, others=[other]), DAY, [elsewhere.id]).cards
    (about,) = [row for row in card.rows if row.label == "About"]
    assert (about.value, about.aside) == ("no duty of this agreement", "another ceasefire")
