"""The board of a past day, by what was said since."""

import json

import pytest

DAY = ("--as-of", "2025-12-24")


def test_the_board_of_a_past_day_says_which_days_it_is_asked_for(truceline, case):
    ended = truceline("status", case, "--on", "2025-10-20", *DAY)
    told = " ".join(ended.out.split())
    assert "what held on 2025-10-20, by what could be known on 2025-12-24 18:00" in told
    assert "--gate g_1_2 --on 2025-10-20 --as-of 2025-12-24" in told
    assert "Voices today" not in told


def test_data_carry_all_three_days(truceline, case):
    made = json.loads(truceline("status", case, "--on", "2025-10-20", *DAY, "--json").out)
    assert [made[k] for k in ("as_of", "on", "recorded")] == ["2025-12-24", "2025-10-20", None]
    audit = json.loads(truceline("status", case, *DAY, "--recorded", "2100-01-01", "--json").out)
    assert (audit["on"], audit["recorded"]) == ("2025-12-24", "2100-01-01")
    del audit["recorded"]
    plain = json.loads(truceline("status", case, *DAY, "--json").out)
    assert audit == {k: v for k, v in plain.items() if k != "recorded"}


def test_a_day_after_that_of_the_report_is_refused_with_what_to_ask(truceline, case):
    ended = truceline("status", case, "--on", "2025-12-25", *DAY)
    assert (ended.code, ended.out) == (2, "")
    assert "--on 2025-12-25 --as-of 2025-12-25" in ended.err


def test_degrees_stand_beside_the_values_where_they_are_asked_for(truceline, case):
    plain, told = (truceline("status", case, *DAY, *more).out for more in ((), ("--degree",)))
    assert "never added up" in told
    assert "not met c d2" in told
    assert "met s d3" in told
    assert "g d3" not in told
    assert " d3" not in plain
    assert max(len(line) for line in told.splitlines() if "truceline" not in line) <= 100


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "3000-01-01", "1899-12-31"])
@pytest.mark.parametrize(
    "asked", [("dates", "--as-of"), ("status", "--as-of"), ("status", "--recorded"), ("diff", "2025-10-16")]
)
def test_a_day_at_the_edge_of_the_calendar_is_a_slip_and_no_fault_of_truceline(truceline, case, asked, day):
    ended = truceline(asked[0], case, *asked[1:], day)
    assert (ended.code, ended.out) == (2, "")
    assert f"'{day}' lies outside the years" in ended.err
    assert "such as 2025-12-24" in ended.err


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
@pytest.mark.parametrize("verb", ["dates", "status", "accounts", "demands", "positions"])
def test_the_first_and_the_last_day_that_may_be_asked_about_are_answered(truceline, case, verb, day):
    assert truceline(verb, case, "--as-of", day).code in (0, 3)
