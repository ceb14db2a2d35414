"""Whose acts, arms or duties a number counts."""

import pytest

from truceline.evidence import Kind


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The office counted 12 raids by Norland.", "Norland"),
        ("The office counted 12 Norlandish raids.", "Norlandish"),
        ("The office said that the Karu Front freed thirty soldiers.", "Karu Front"),
        ("The office said that Norland violated the line 266 times.", "Norland"),
        ("The office said that 40 prisoners were freed by Norland.", "Norland"),
        ("The office visited nine depots of the Karu Front.", "Karu Front"),
        ("Odell said that 12 raids took place.", ""),
        ("Odell said that Norland counted 12 lorries.", ""),
        ("Odell said that 12 lorries crossed by night.", ""),
    ],
)
def test_the_side_of_a_figure_is_whoever_did_it_and_never_who_only_counts(read, text, side):
    found = [c.payload for c in read(text) if c.kind is Kind.FIGURE]
    assert [f.side for f in found] == [side]


def test_its_own_is_the_speakers(read):
    found = [
        c.payload for c in read("The Karu Front said that its 112 guns were stored.") if c.kind is Kind.FIGURE
    ]
    assert [f.side for f in found] == ["Karu Front"]


def test_a_table_by_party_gives_each_row_its_side(read):
    text = "Party | complaints | breaches\nNorland | 33 | 11\nKaru Front | 15 | 5\n"
    found = [c.payload for c in read(text) if c.kind is Kind.FIGURE]
    assert [f.side for f in found] == ["Norland", "Norland", "Karu Front", "Karu Front"]


def test_a_count_attributed_to_a_side_is_of_its_acts_and_so_is_the_next_one_of_the_row(read):
    text = "The Valley Observation Mission recorded four violations, three attributed to Norland and one to the Karu Front."
    assert [(c.payload.low, c.payload.side) for c in read(text) if c.kind.value == "figure"] == [
        (4, ""),
        (3, "Norland"),
        (1, "Karu Front"),
    ]


def test_a_count_blamed_on_a_side_is_of_its_acts(read):
    (claim,) = [
        c for c in read("The mission counted seven shootings blamed on Norland.") if c.kind.value == "figure"
    ]
    assert claim.payload.side == "Norland"
