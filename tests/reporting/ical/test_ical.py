"""Deadlines as a file that calendar programs read: RFC 5545, line by line."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from truceline.reporting import ical
from truceline.reporting.ical.lines import OCTETS, escaped, folded

STAMP = datetime(2031, 5, 10, 18, tzinfo=timezone(timedelta(hours=2)))
NIGHT = ical.Event(
    "guns-1@river", "guns: due", "by North, at noon;\nnot met", date(2031, 5, 11), date(2031, 5, 11)
)


def unfolded(made):
    return made.replace("\r\n ", "").split("\r\n")


def test_a_day_is_an_event_from_that_day_to_the_next():
    assert unfolded(ical.text((NIGHT,), "River, deadlines", STAMP)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Truceline//deadlines//EN",
        "X-WR-CALNAME:River\\, deadlines",
        "BEGIN:VEVENT",
        "UID:guns-1@river",
        "DTSTAMP:20310510T160000Z",
        "DTSTART;VALUE=DATE:20310511",
        "DTEND;VALUE=DATE:20310512",
        "SUMMARY:guns: due",
        "DESCRIPTION:by North\\, at noon\\;\\nnot met",
        "CATEGORIES:DUE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_uncertain_day_is_an_event_over_all_its_days_and_a_moment_is_told_in_utc():
    wide = ical.Event("a", "", "", date(2031, 5, 11), date(2031, 5, 13))
    assert "DTSTART;VALUE=DATE:20310511\r\nDTEND;VALUE=DATE:20310514\r\n" in ical.text((wide,), "", STAMP)
    noon = ical.Event(
        "a", "", "", date(2031, 5, 11), date(2031, 5, 11), datetime(2031, 5, 11, 12, tzinfo=UTC)
    )
    made = ical.text((noon,), "", STAMP)
    assert "DTSTART:20310511T120000Z\r\n" in made
    assert "DTEND" not in made


def test_a_file_without_deadlines_is_a_calendar_all_the_same():
    assert ical.text((), "River", STAMP).startswith(ical.BEGIN)
    assert ical.text((), "River", STAMP).endswith("END:VCALENDAR\r\n")


@given(st.text())
def test_whatever_a_title_holds_no_line_is_over_75_octets_and_nothing_is_lost(title):
    made = folded(f"SUMMARY:{escaped(title)}")
    assert all(len(line.encode("utf-8", "surrogatepass")) <= OCTETS for line in made.split("\r\n"))
    assert made.replace("\r\n ", "") == f"SUMMARY:{escaped(title)}"


@given(st.text())
def test_a_title_can_never_begin_a_line_of_its_own(title):
    assert "\n" not in escaped(title)
    assert "\r" not in escaped(title)


def test_a_character_of_four_octets_is_never_cut():
    made = folded("SUMMARY:" + "\U0001f54a" * 40)
    assert all(line.encode("utf-8").decode("utf-8") for line in made.split("\r\n"))
    assert len(made.split("\r\n")) == 3
