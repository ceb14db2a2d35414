import pytest

from truceline.evidence import Kind


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("a little more than 40 wells", 40, None),
        ("well in excess of 40 wells", 40, None),
        ("no lower than 40 wells", 40, None),
        ("north of 40 wells", 40, None),
        ("40 wells, if not more,", 40, None),
        ("40 wells or above", 40, None),
        ("just below 40 wells", None, 40),
        ("not exceeding 40 wells", None, 40),
        ("anything up to 40 wells", None, 40),
        ("not even 40 wells", None, 40),
        ("40 wells, at the very most,", None, 40),
        ("in the region of 40 wells", 40, 40),
        ("something like 40 wells", 40, 40),
        ("close on 40 wells", 40, 40),
        ("not far short of 40 wells", 40, 40),
        ("40 wells, give or take,", 40, 40),
    ],
)
def test_the_words_beside_a_number_bound_it(read, words, low, high):
    found = [c.payload for c in read(f"The surveyor said the army had poisoned {words} in the valley.")]
    figures = [f for f in found if f is not None]
    assert (low, high) in [(f.low, f.high) for f in figures]
    assert all("wells" in f.counts for f in figures)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("He would not go beyond sixty, the nurse said.", None, 60),
        ("The depot had never held more than 90 shells, the captain said.", None, 90),
        ("The band does not exceed 300 men, the major said.", None, 300),
        ("The band does not have less than 300 men, the major said.", None, 300),
    ],
)
def test_a_negated_verb_turns_a_lower_bound_into_an_upper_one(read, text, low, high):
    figures = [c.payload for c in read(text) if c.kind is Kind.FIGURE]
    assert (low, high) in [(f.low, f.high) for f in figures]


def test_what_and_joins_bounds_the_next_number_only(read):
    claims = read("The major reported seven soldiers and up to a dozen guides hurt.")
    assert (7, 7) in [(c.payload.low, c.payload.high) for c in claims if c.kind is Kind.FIGURE]
