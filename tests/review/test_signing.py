from dataclasses import replace
from datetime import date, datetime

from river import CLOSED, DAY, SPORT, UNDATED, review

from truceline.evidence import Verdict
from truceline.review import obstacles, undated


def words(case, by="A. Berg"):
    return [o.words for o in obstacles(case, DAY, by)]


def test_a_page_whose_readings_are_all_checked_may_be_signed(make):
    assert obstacles(make(CLOSED, reviews=[review(CLOSED)]), DAY, "A. Berg") == ()


def test_an_unchecked_reading_on_the_page_prevents_it_and_the_command_helps(make):
    (found,) = obstacles(make(CLOSED), DAY, "A. Berg")
    assert found.words == "1 unchecked reading touches the page of 2026-03-01 (about 1 minute)."
    assert found.command.startswith("truceline review ")
    assert found.readings == (CLOSED.id,)


def test_a_reading_left_open_prevents_it_too(make):
    assert words(make(CLOSED, reviews=[review(CLOSED, Verdict.OPEN)]))


def test_a_reading_that_touches_nothing_prevents_nothing(make):
    assert words(make(SPORT)) == []


def test_nobody_signs_without_a_name(make):
    assert words(make(CLOSED, reviews=[review(CLOSED)]), by="  ") == ["No name is given for the signature."]


def test_an_undated_document_that_counts_must_be_dated_or_set_aside(make, tmp_path):
    reviews = [review(CLOSED)]
    case = make(CLOSED, reviews=reviews, published=UNDATED)
    (found,) = obstacles(case, DAY, "A. Berg")
    assert "sources/a.txt has no date" in found.words
    assert "--published" in found.command
    settings = tmp_path / "case.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "set_aside: [sources/a.txt]\n", encoding="utf-8"
    )
    assert words(make(CLOSED, reviews=reviews, published=UNDATED)) == []


def test_an_undated_document_that_touches_nothing_prevents_nothing(make):
    case = make(CLOSED, reviews=[review(CLOSED, Verdict.REJECTED)], published=UNDATED)
    assert undated(case, DAY) == ()
    assert words(make(CLOSED, published=UNDATED, ceasefire="river-2024")) == []


def test_a_day_that_has_not_come_is_not_signed(make):
    case = make(CLOSED, reviews=[review(CLOSED)])
    (found,) = obstacles(case, date(2231, 1, 1), "A. Berg")
    assert found.words.startswith("2231-01-01 has not come: the present day of the case is 20")
    assert obstacles(case, datetime.now(case.settings.offset).date(), "A. Berg") == ()


def test_a_report_date_ahead_is_the_present_day_of_its_case_and_an_old_one_forbids_no_later_day(make):
    case = make(CLOSED, reviews=[review(CLOSED)])
    ahead = replace(case, settings=replace(case.settings, report_date=date(2231, 1, 1)))
    assert obstacles(ahead, date(2231, 1, 1), "A. Berg") == ()
    (found,) = obstacles(ahead, date(2231, 1, 2), "A. Berg")
    assert "the present day of the case is 2231-01-01" in found.words
    assert "--as-of 2231-01-01" in found.command
    old = replace(case, settings=replace(case.settings, report_date=date(2020, 1, 1)))
    assert obstacles(old, DAY, "A. Berg") == ()


def test_an_empty_case_is_told_to_add_a_document(make, monkeypatch):
    case = make()
    object.__setattr__(case, "held", type(case.held)())
    assert words(case) == ["No document is held."]
