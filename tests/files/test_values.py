from datetime import UTC, datetime, timedelta

import pytest

from truceline.files import FileProblem, yaml


def value(string):
    return yaml.parse(f"a: {string}\n", "f.yaml")["a"]


def test_durations_are_read_as_iso_writes_them():
    assert value("PT72H").duration() == timedelta(hours=72)
    assert value("P60D").duration() == timedelta(days=60)
    assert value("PT0H").duration() == timedelta(0)


def test_six_months_are_months_and_never_days():
    with pytest.raises(FileProblem, match="no fixed length"):
        value("P6M").duration()
    assert value("P6M").period().after(datetime(2025, 8, 31, tzinfo=UTC)) == datetime(2026, 2, 28, tzinfo=UTC)


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
