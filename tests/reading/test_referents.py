"""What a bare number points back to."""

import pytest

from truceline.evidence import Kind


@pytest.mark.parametrize(
    ("text", "low", "counts"),
    [
        (
            "The deal names 86 prisoners. There were three rounds of talks. Odell said that the 86 were home.",
            86,
            "prisoners",
        ),
        ("How many lorries crossed? Odell said that she had counted 14.", 14, "lorries"),
        ("Odell said that the patrols must stop. Nearly 60 had passed the village, she said.", 60, "patrols"),
        ("The hall stands under a guard of twenty.", 20, "guard"),
        ("The track waits for sweepers, of whom there are six on the coast.", 6, "sweepers"),
        ("Persons who crossed at Tolm: 320", 320, "persons"),
    ],
)
def test_a_bare_number_counts_what_the_text_points_back_to(read, text, low, counts):
    figure = [
        c.payload for c in read(text) if c.kind is Kind.FIGURE and low in (c.payload.low, c.payload.high)
    ]
    assert counts in figure[-1].counts.lower()


def test_a_small_number_comes_back_by_chance(read):
    text = (
        "Odell said that two tugs had sailed. Her clinic took in forty patients. Two died by noon, she said."
    )
    found = [c.payload for c in read(text) if c.kind is Kind.FIGURE and c.payload.low == 2]
    assert "tugs" not in found[-1].counts
