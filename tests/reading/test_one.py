"""When "one" counts, and when it is a person in general."""

import pytest

from truceline.evidence import Kind


def bounds(claims):
    return [(c.payload.low, c.payload.high, c.payload.counts) for c in claims if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The work takes two tugs, and we have one, the harbour master said.", "tugs"),
        ("Half a dozen boats were seized and one was sunk, the harbour master said.", "boats"),
    ],
)
def test_one_counts_what_was_counted_before_it_in_the_sentence(read, text, thing):
    assert any(low == high == 1 and thing in counts for low, high, counts in bounds(read(text)))


def test_one_as_a_person_in_general_or_behind_an_article_counts_nothing(read):
    assert all(low != 1 for low, _, _ in bounds(read("With two mothers one does not argue, the clerk said.")))
    assert all(
        low != 1 for low, _, _ in bounds(read("Of the two roads he took the new one, the clerk said."))
    )
