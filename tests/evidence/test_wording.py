"""Values and days in words."""

from __future__ import annotations

from datetime import date

import pytest

from truceline.evidence import Basis, Figure, dates, wording


@pytest.mark.parametrize(("low", "high", "approximator", "words"), [
    (190, None, "more than", "more than 190"), (190, None, "more_than", "more than 190"), (190, None, "", "at least 190"),
    (None, 8000, "", "up to 8,000"), (None, 8000, "up to", "up to 8,000"), (1000, 1000, "around", "around 1,000"),
    (10, 12, "between", "10 to 12"), (10, 12, "range", "10 to 12"), (591, 591, "exact", "591"), (9.5, 9.5, "", "9.5"),
    (24, None, "dozens", "dozens (at least 24)"), (20000, None, "tens of thousands", "tens of thousands (at least 20,000)"),
    (None, None, "", "not stated"),
])  # fmt: skip
def test_a_value_keeps_its_bound(low, high, approximator, words):
    assert wording.bounds(low, high, approximator) == words


def test_a_rate_names_its_time_and_a_share_its_sign():
    assert wording.figure(Figure("violations", 10, 12, basis=Basis.RATE, per="day")) == "10 to 12 per day"
    assert wording.figure(Figure("share", 53, 53, "about", "percent")) == "about 53 %"


@pytest.mark.parametrize(("edtf", "words"), [
    ("2025-11-04", "4 Nov"), ("2024-11-04", "4 Nov 2024"), ("2025-12", "Dec 2025"), ("2025-10-10/2025-12-02", "10 Oct to 2 Dec"),
    ("/2025-11-21", "by 21 Nov"), ("XXXX-10-11", "XXXX-10-11"), ("", "not stated"),
])  # fmt: skip
def test_a_date_keeps_its_precision(edtf, words):
    assert wording.days(dates.parse(edtf), date(2025, 12, 24)) == words


def test_names_stand_in_alphabetical_order():
    assert wording.listed(["Qatar", "egypt", "Turkey"]) == "egypt, Qatar and Turkey"
    assert wording.listed(["Qatar"]) == "Qatar"
    assert wording.listed([]) == ""
