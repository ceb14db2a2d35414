"""Dates keep the precision with which they were written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.evidence import DateError, dates

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(days)
def test_a_day_is_read_as_that_day(day):
    found = dates.parse(day.isoformat())
    assert found == dates.day(day)
    assert found.is_day
    assert str(found) == day.isoformat()


@given(days)
def test_a_month_is_all_its_days_and_never_a_day(day):
    found = dates.parse(f"{day:%Y-%m}")
    assert found.earliest <= day <= found.latest
    assert (found.earliest.day, found.is_day) == (1, False)


@given(days, days)
def test_an_interval_runs_from_the_earlier_to_the_later_and_never_back(one, other):
    first, last = sorted((one, other))
    for mark in ("/", ".."):
        found = dates.parse(f"{first}{mark}{last}")
        assert (found.earliest, found.latest) == (first, last)
    if first != last:
        with pytest.raises(DateError, match="comes before"):
            dates.parse(f"{last}/{first}")


@given(days)
def test_an_open_interval_knows_one_end(day):
    assert dates.parse(f"{day}/..").latest is None
    assert dates.parse(f"../{day}").earliest is None
    assert dates.parse(f"{day}/").known


def test_a_day_without_a_year_is_no_day_until_it_gets_one():
    found = dates.parse("XXXX-10-11")
    assert not found.known
    assert found.in_year(2025) == dates.parse("2025-10-11")
    assert dates.parse("2025-10").in_year(1999) == dates.parse("2025-10")


def test_leap_day_without_a_year_is_a_day_of_the_calendar():
    assert dates.parse("XXXX-02-29").edtf == "XXXX-02-29"
    with pytest.raises(DateError):
        dates.parse("XXXX-02-30")


@pytest.mark.parametrize("text", ["", "unknown", "undated", "Unknown", ".."])
def test_not_known_is_said_and_not_guessed(text):
    assert dates.parse(text) == dates.UNKNOWN
    assert str(dates.parse(text)) == "unknown"


@pytest.mark.parametrize("text", ["2025-13", "2025-02-30", "24 Dec 2025", "25-12-24", "2025-12-24T10:00"])
def test_what_is_no_date_is_refused_with_an_example(text):
    with pytest.raises(DateError, match="write 2025-12-24"):
        dates.parse(text)


@given(days, days)
def test_what_is_written_can_be_read_again(one, other):
    first, last = sorted((one, other))
    made = dates.between(dates.day(first), dates.day(last))
    assert dates.parse(made.edtf) == made
