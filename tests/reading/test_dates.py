from datetime import date

from truceline.reading import dates


def edtf(text, published=dates.NEVER):
    return [i.edtf for _, _, i in dates.find(text, published)]


def test_dates_keep_their_precision():
    assert edtf("on 18 March 2025, in November 2025, in 2006, on October 7") == [
        "2025-03-18",
        "2025-11",
        "2006",
        "XXXX-10-07",
    ]


def test_a_run_of_days_is_an_interval():
    assert edtf("from November 24-30 in 2023") == ["2023-11-24/2023-11-30"]


def test_a_day_of_no_calendar_is_no_date():
    assert edtf("on 31 February 2025") == []


def test_a_year_is_taken_from_the_publication_only_where_both_ends_agree():
    known = dates.Published(date(2026, 1, 5), date(2026, 1, 6))
    assert edtf("on 30 December", known) == ["2025-12-30"]
    wide = dates.Published(date(2025, 12, 1), date(2026, 1, 6))
    assert edtf("on 30 December", wide) == ["XXXX-12-30"]
