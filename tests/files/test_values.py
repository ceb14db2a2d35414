from datetime import UTC, date, datetime, timedelta

import pytest

from truceline.files import FileProblem, yaml


def value(string):
    return yaml.parse(f"a: {string}\n", "f.yaml")["a"]


def test_durations_are_read_as_iso_writes_them():
    assert value("PT72H").period().time == timedelta(hours=72)
    assert value("P60D").period().time == timedelta(days=60)
    assert value("PT0H").period().time == timedelta(0)


def test_six_months_are_months_and_never_days():
    assert (value("P6M").period().months, value("P1Y").period().months) == (6, 12)
    assert value("P6M").period().after(datetime(2025, 8, 31, tzinfo=UTC)) == datetime(2026, 2, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2025-01-31", "P1M", "2025-02-28"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2025-02-28", "P1M", "2025-03-28"),
        ("2025-10-31", "P1M1D", "2025-12-01"),
        ("2025-10-10", "PT36H", "2025-10-12"),
    ],
)
def test_a_month_ends_on_the_same_date_or_on_the_last_of_a_shorter_month(start, term, end):
    """European Convention on the Calculation of Time-Limits, article 4(2)."""
    assert value(term).period().day_after(date.fromisoformat(start)).isoformat() == end


@pytest.mark.parametrize("string", ["P", "PT", "72 hours", "P1.5D"])
def test_what_is_no_duration_is_told_with_an_example(string):
    with pytest.raises(FileProblem, match="PT72H, P60D or P6M"):
        value(string).period()


def test_an_instant_needs_its_offset():
    assert value('"2025-10-10T12:00+03:00"').moment().utcoffset() == timedelta(hours=3)
    with pytest.raises(FileProblem, match="day, time and offset"):
        value("2025-10-10").moment()


def test_an_interval_may_be_open_at_the_end():
    found = value("{from: 2025-03-18, to: unknown, evidence: after the break}").interval()
    assert (str(found.earliest), found.latest, found.evidence) == ("2025-03-18", None, "after the break")


def test_an_end_before_the_start_is_told():
    with pytest.raises(FileProblem, match="comes before the start"):
        value("{from: 2025-03-18, to: 2025-03-01}").interval()


def test_thousands_carry_no_mark():
    assert value("20000").number() == 20000
    with pytest.raises(FileProblem, match="without a thousands mark"):
        value('"20,000"').number()
