"""What a bare number goes on with, weighed among all that was told before."""

import pytest

from truceline.evidence import Basis, Kind


def figures(claims):
    return [c.payload for c in claims if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("text", "low", "counts"),
    [
        ("Drivers said that 40 lorries had left. Only 33 got through, Odell said.", 33, "lorries"),
        (
            "Police detained 60 demonstrators, 12 of whom were later released, Odell said.",
            12,
            "demonstrators",
        ),
        ("Sennet has three observers for 90 miles of river. Tolm has 143, Odell said.", 143, "observers"),
    ],
)
def test_the_thing_counted_before_outweighs_tellers_and_measures(read, text, low, counts):
    figure = next(f for f in figures(read(text)) if f.low == low)
    assert counts in figure.counts


def test_a_thing_that_was_only_named_is_a_guess(read):
    claims = read("Odell said that the patrols must stop. Nearly 60 had passed the village, she said.")
    (claim,) = [c for c in claims if c.kind is Kind.FIGURE]
    assert any("taken from the words before" in d.reason for d in claim.doubt)


def test_what_happened_is_new_on_the_day_that_its_paragraph_named(read):
    text = "Odell said that the crossing opened on 3 May 2023. She said that five patients left the town."
    assert figures(read(text))[-1].basis is Basis.NEW


def test_what_brings_a_total_to_is_all_there_are(read):
    (added, whole) = figures(
        read("Odell said that 20 breaches were logged last week, bringing the total to 133.")
    )
    assert (added.basis, whole.basis) == (Basis.NEW, Basis.TOTAL)
