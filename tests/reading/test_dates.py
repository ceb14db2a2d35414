from datetime import date

import pytest

from truceline.reading import dates, days

WEDNESDAY = dates.Published(date(2024, 12, 4), date(2024, 12, 4))


def edtf(text, published=dates.NEVER):
    return [f.interval.edtf for f in dates.find(text, published)]


def test_dates_keep_their_precision():
    assert edtf("on 18 March 2025, in November 2025, in 2006, on October 7") == [
        "2025-03-18",
        "2025-11",
        "2006",
        "XXXX-10-07",
    ]


def test_a_day_of_no_calendar_is_no_date():
    assert edtf("on 31 February 2025") == []


@pytest.mark.parametrize(
    "words", ["999999 days ago", "99999999999999999999 weeks later", "in 99 Octember", "² days ago"]
)
def test_a_day_beyond_the_calendar_is_no_date(words):
    assert edtf(f"It began on 4 December 2024, {words}.", WEDNESDAY) == ["2024-12-04"]


def test_a_stretch_of_months_long_ago_has_four_digits_of_a_year():
    first, last = days.of_month(925, 1)[0], days.of_month(925, 3)[1]
    assert days.interval((first, last)).edtf == "0925-01/0925-03"


def test_a_year_is_taken_from_the_publication_only_where_both_ends_agree():
    known = dates.Published(date(2026, 1, 5), date(2026, 1, 6))
    assert edtf("They met on 30 December", known) == ["2025-12-30"]
    wide = dates.Published(date(2025, 12, 1), date(2026, 1, 6))
    assert edtf("They met on 30 December", wide) == ["XXXX-12-30"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("from November 24-30 in 2023", "2023-11-24/2023-11-30"),
        ("between 3 and 9 May 2024", "2024-05-03/2024-05-09"),
        ("between 26 February and 2 March 2024", "2024-02-26/2024-03-02"),
        ("covering 30 December 2023 - 2 January 2024", "2023-12-30/2024-01-02"),
        ("covering 30 December - 2 January 2024", "2023-12-30/2024-01-02"),
        ("12 to 24 March 2024", "2024-03-12/2024-03-24"),
        ("on 12, 14 and 19 September 2024", "2024-09-12/2024-09-19"),
        ("the week of 21 April 2031", "2031-04-21/2031-04-27"),
        ("for the two weeks to 8 May 2016", "2016-04-25/2016-05-08"),
        ("in late March 2024", "2024-03-21/2024-03-31"),
        ("in mid-April 2014", "2014-04-11/2014-04-20"),
        ("in early June 2024", "2024-06-01/2024-06-10"),
        ("by the end of 2027", "2027-12"),
        ("by the end of May 2027", "2027-05"),
        ("in the summer of 2022", "2022-06/2022-08"),
        ("in the winter of 2022", "2022-12/2023-02"),
        ("in 2019-21", "2019/2021"),
        ("on 2024-12-03", "2024-12-03"),
        ("on 14/08/2024", "2024-08-14"),
        ("on 3.12.2024", "2024-12-03"),
        ("the 3rd of May 2024", "2024-05-03"),
        ("on Thursday, 5 December 2024", "2024-12-05"),
        ("on Oct. 7, 2023", "2023-10-07"),
    ],
)
def test_what_the_text_itself_fixes(words, expected):
    assert edtf(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They met on Wednesday.", "2024-12-04"),
        ("They met on Thursday.", "2024-11-28"),
        ("They will meet on Thursday.", "2024-12-05"),
        ("He said on Monday that they would go.", "2024-12-02"),
        ("They met last Wednesday.", "2024-11-27"),
        ("They meet next Wednesday.", "2024-12-11"),
        ("Friday will show.", "2024-12-06"),
        ("The next session is on Friday.", "2024-12-06"),
        ("They crossed on 27 November.", "2024-11-27"),
        ("They crossed on 27 December.", "2023-12-27"),
        ("They will cross on 27 December.", "2024-12-27"),
        ("The text runs to 27 January.", "2025-01-27"),
        ("No one has crossed since 27 December.", "2023-12-27"),
        ("They crossed in March.", "2024-03"),
        ("They may cross in March.", "2025-03"),
        ("They crossed last December.", "2023-12"),
        ("They crossed yesterday.", "2024-12-03"),
        ("They crossed last night.", "2024-12-03"),
        ("They crossed this morning.", "2024-12-04"),
        ("They cross tomorrow.", "2024-12-05"),
        ("They crossed overnight.", "2024-12-03/2024-12-04"),
        ("They crossed last week.", "2024-11-25/2024-12-01"),
        ("They cross next week.", "2024-12-09/2024-12-15"),
        ("They crossed last month.", "2024-11"),
        ("It was made this year.", "2024"),
        ("It was made a year ago.", "2023-12"),
        ("It was made three days ago.", "2024-12-01"),
        ("It was made two months ago.", "2024-10"),
        ("They left on the 2nd.", "2024-12-02"),
        ("They left on the 18th.", "2024-11-18"),
        ("They will leave by the 18th.", "2024-12-18"),
        ("They left in the spring.", "2024-03/2024-05"),
        ("They will leave before the spring.", "2025-03/2025-05"),
        ("They will be home at Christmas.", "2024-12-25"),
        ("It shall be done by the end of the year.", "2024-12"),
    ],
)
def test_what_the_publication_fixes(words, expected):
    assert edtf(words, WEDNESDAY) == [expected]


def test_words_that_count_from_a_day_take_the_last_one_named():
    text = "They met on Monday. Two days earlier they had not. The week before that nobody wrote, but the same day all did."
    assert edtf(text, WEDNESDAY)[:2] == ["2024-12-02", "2024-11-30"]


def test_a_year_at_the_head_of_a_clause_holds_for_its_days():
    text = "In 2017 they kept a truce, from 1 October to 9 January; it ended."
    assert edtf(text, WEDNESDAY) == ["2017", "2017-10-01", "2018-01-09"]


def test_the_weekdays_of_a_bulletin_lie_in_the_period_it_names():
    text = "LOG (25 November - 1 December 2024)\nThursday: quiet. This week: 4. The week before: 5."
    assert edtf(text, WEDNESDAY) == [
        "2024-11-25/2024-12-01",
        "2024-11-28",
        "2024-11-25/2024-12-01",
        "2024-11-18/2024-11-24",
    ]


def test_a_publication_between_two_days_gives_an_interval():
    between = dates.Published(date(2024, 12, 3), date(2024, 12, 9))
    assert edtf("They met on Wednesday.", between) == ["2024-11-27/2024-12-04"]


def test_an_unknown_publication_leaves_a_weekday_unknown_and_says_why():
    (found,) = dates.find("They met on Wednesday.")
    assert not found.interval.known
    assert found.interval.evidence == "speaks of 'Wednesday', and the day of publication is not known"


@pytest.mark.parametrize(
    "words",
    [
        "They may meet.",
        "Resolution 1701 holds.",
        "There were 2024 people.",
        "Harbour Radio, 1900: the news.",
        "The day before the talks nobody slept.",
        "They will march on.",
        "The spring water was cold.",
    ],
)
def test_what_only_looks_like_a_date_is_none(words):
    assert edtf(words, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in the first half of November", "2024-11-01/2024-11-15"),
        ("in the second half of November", "2024-11-16/2024-11-30"),
        ("in the last week of November", "2024-11-24/2024-11-30"),
        ("in the second week of November", "2024-11-08/2024-11-14"),
        ("in the first 14 days of November 2023", "2023-11-01/2023-11-14"),
        ("in the first three weeks of October", "2024-10-01/2024-10-21"),
        ("since the middle of last month", "2024-11-11/2024-11-20"),
        ("31 October to 6 November", "2024-10-31/2024-11-06"),
        ("28 December to 3 January 2024", "2023-12-28/2024-01-03"),
        ("between August and October", "2024-08/2024-10"),
        ("it was shut between November and January", "2023-11/2024-01"),
        ("between November and January", "2024-11/2025-01"),
        ("the talks announced for February", "2025-02"),
        ("June was the worst month", "2024-06"),
    ],
)
def test_parts_of_months_and_stretches_over_their_ends(text, found):
    assert edtf(text, WEDNESDAY) == [found]


def test_from_one_day_to_another_names_two():
    assert edtf("from 31 October to 6 November", WEDNESDAY) == ["2024-10-31", "2024-11-06"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The week was calm.", "2024-11-25/2024-12-01"),
        ("Nobody came in the week.", "2024-11-25/2024-12-01"),
        ("Nobody came in the reporting period.", "2024-11-25/2024-12-01"),
        ("Down from nine in the previous week.", "2024-11-18/2024-11-24"),
        ("Down from nine in the preceding week.", "2024-11-18/2024-11-24"),
        ("Trucks (previous week 12).", "2024-11-18/2024-11-24"),
        ("Up from nine a week earlier.", "2024-11-18/2024-11-24"),
    ],
)
def test_the_week_of_a_weekly_report_is_the_one_that_it_covers(words, found):
    assert edtf(f"Weekly report, 25 November to 1 December 2024\n\n{words}", WEDNESDAY)[1:] == [found]


def test_the_week_of_a_page_that_covers_none_is_no_date():
    assert edtf("The week was calm.", WEDNESDAY) == []


def test_the_week_before_the_week_that_was_named():
    assert edtf("22 last week, down from 61 in the week before", WEDNESDAY) == [
        "2024-11-25/2024-12-01",
        "2024-11-18/2024-11-24",
    ]


def test_the_day_at_the_head_of_an_entry_is_not_drawn_ahead_by_its_present_tense():
    assert edtf("16 March: The truce takes effect.", WEDNESDAY) == ["2024-03-16"]
