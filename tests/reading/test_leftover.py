"""Numbers that stand outside every assertion are figures too."""

import pytest

from truceline.evidence import Kind


@pytest.mark.parametrize(
    ("text", "speaker", "low"),
    [
        ("The ministry said 40 raids; Odell says 2,000.", "Mira Odell", 2000),
        ("Two residents of Tolm said that the bridge was shut.", None, 2),
        ("Norland gives the mission sixteen more months\n\nThe mission stays.", None, 16),
    ],
)
def test_a_number_that_no_assertion_took_up_is_a_figure(read, text, speaker, low):
    found = [c for c in read(text) if c.kind is Kind.FIGURE and c.payload.low == low]
    assert [c.speaker for c in found] == [speaker]


def test_a_number_becomes_a_figure_once(read):
    found = [c for c in read("Two residents said that 40 raids took place.") if c.kind is Kind.FIGURE]
    assert sorted(c.payload.low for c in found) == [2, 40]


def test_a_headline_that_the_text_repeats_gives_no_second_figure(read):
    text = "Office in Tolm counts 40 raids; 360 bodies sent back\n\nOdell said that 360 bodies had been sent to Tolm.\n"
    found = [c for c in read(text) if c.kind is Kind.FIGURE and c.payload.low == 360]
    assert [c.speaker for c in found] == ["Mira Odell"]
