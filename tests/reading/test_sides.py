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


def figures(read, text):
    return [(c.payload.low, c.payload.counts, c.payload.side) for c in read(text) if c.kind is Kind.FIGURE]


def test_a_list_of_whom_a_count_is_blamed_on_gives_each_side_its_own(read):
    text = "Three shootings were blamed on Norland and one on the Karu Front, the mission said."
    assert figures(read, text) == [(3, "shootings", "Norland"), (1, "shootings", "Karu Front")]
    turned = "Three shootings were blamed on the Karu Front and one on Norland, the mission said."
    assert figures(read, turned) == [(3, "shootings", "Karu Front"), (1, "shootings", "Norland")]


def test_what_is_attributed_is_counted_as_before(read):
    text = "Of four shootings, three were attributed to Norland and one to the Karu Front, the mission said."
    assert figures(read, text)[1:] == [(3, "shootings", "Norland"), (1, "shootings", "Karu Front")]


@pytest.mark.parametrize(
    "text",
    ["The mission accused Norland of three raids.", "The Karu Front blamed Norland for three raids."],
)
def test_a_count_of_what_a_side_is_accused_of_is_of_its_acts(read, text):
    assert {side for _, _, side in figures(read, text)} == {"Norland"}


def test_who_attributes_is_not_the_side(read):
    text = "The mission reported two raids attributed by the Karu Front to Norland."
    assert [side for _, _, side in figures(read, text)] == ["Norland"]


def test_what_was_not_attributed_to_a_side_is_not_of_its_acts(read):
    assert [
        side for _, _, side in figures(read, "Two raids were not attributed to Norland, the mission said.")
    ] == [""]


def test_parts_of_what_a_body_recorded_have_their_sides_and_its_count(read):
    text = "Four violations were recorded by the Valley Mission: three by Norland, one by the Karu Front."
    found = [c.payload for c in read(text) if c.kind is Kind.FIGURE]
    assert [(f.low, f.side, f.counter) for f in found] == [
        (4, "", "Valley Mission"),
        (3, "Norland", "Valley Mission"),
        (1, "Karu Front", "Valley Mission"),
    ]
    assert found[0].parts == (("violations", 3), ("violations", 1))


def test_a_thing_that_records_is_nobody_who_counts(read):
    (claim,) = [c for c in read("Four raids were recorded by cameras.") if c.kind is Kind.FIGURE]
    assert claim.payload.counter == ""


@pytest.mark.parametrize("joined", [" and", ", and", ";"])
def test_what_is_told_beside_a_count_was_not_counted_by_that_body(read, joined):
    text = f"Four raids were recorded by the Valley Mission{joined} 40 trucks entered on Monday."
    found = [c.payload for c in read(text) if c.kind is Kind.FIGURE]
    assert [(f.low, f.counter) for f in found] == [(4, "Valley Mission"), (40, "")]
