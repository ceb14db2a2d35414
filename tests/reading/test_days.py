from datetime import date

import pytest

from truceline.reading import days

P = date(2024, 12, 4)


@pytest.mark.parametrize(
    ("coming", "year"),
    [(False, 2023), (None, 2024), (True, 2024)],
)
def test_a_day_three_times_nearer_ahead_than_behind_is_meant_unless_the_verb_says_otherwise(coming, year):
    assert days.Published(P, P).year(12, 27, coming) == year


def test_a_day_that_lies_ahead_by_most_of_a_year_is_the_one_behind():
    assert days.Published(P, P).year(11, 27, True) == 2024


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 3, 1), date(2024, 5, 31), "2024-03/2024-05"),
        (date(2024, 3, 2), date(2024, 3, 2), "2024-03-02"),
        (date(2024, 3, 2), date(2024, 3, 8), "2024-03-02/2024-03-08"),
    ],
)
def test_days_are_written_as_the_largest_whole_that_they_are(first, last, written):
    assert days.interval((first, last)).edtf == written


def test_a_day_that_no_month_nearby_has_falls_into_one_that_has_it():
    assert days.day_near(date(2024, 3, 1), 31, coming=False)[0] == date(2024, 1, 31)
