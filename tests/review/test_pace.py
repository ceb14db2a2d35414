from datetime import timedelta

from river import CLOSED, COUNT, NOW, SHUT, WANTS, review

from truceline.review import settled


def test_readings_accepted_together_are_one_card(make):
    later = NOW + timedelta(minutes=1)
    case = make(CLOSED, SHUT, COUNT, reviews=[review(CLOSED), review(SHUT), review(COUNT, at=later)])
    assert settled(case, "AB", NOW) == 2


def test_only_the_cards_of_that_person_and_day_count(make):
    yesterday = NOW - timedelta(days=1)
    case = make(CLOSED, WANTS, reviews=[review(CLOSED), review(WANTS, at=yesterday)])
    assert settled(case, "AB", NOW) == 1
    assert settled(case, "CD", NOW) == 0
