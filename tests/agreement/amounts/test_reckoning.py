"""Amounts by formula as intervals: whatever the numbers behind the bounds are, what is owed lies within what is told."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.amounts import parse
from truceline.agreement.amounts.bounds import Bounds
from truceline.agreement.amounts.reckoning import NOTHING, Step, reckon, told

COUNTS = st.fractions(min_value=0, max_value=1_000, max_denominator=4)


@st.composite
def held(draw):
    """A number and bounds that hold it, either end open now and then."""
    value = draw(COUNTS)
    low = draw(st.none() | st.fractions(min_value=0, max_value=value, max_denominator=4))
    high = draw(st.none() | st.fractions(min_value=value, max_value=2_000, max_denominator=4))
    return value, Bounds(low, high)


class Figures:
    """An account that holds what it is given."""

    def __init__(self, **amounts):
        self.amounts = amounts

    def stated(self, name):
        amount = self.amounts.get(name)
        missing = () if amount else (f"a figure of {name}",)
        return Step(f"{told(amount)} {name}" if amount else name, amount, (f"claim of {name}",), (), missing)

    owed = stated

    def elapsed(self, anchor, unit):
        return self.stated(anchor)


# Each formula with the same in Python: the true value has to lie within the bounds.
FORMULAS = {
    "15 for each a": lambda a, b: 15 * a,
    "a + b": lambda a, b: a + b,
    "a - b": lambda a, b: a - b,
    "3 * (a - b)": lambda a, b: 3 * (a - b),
    "a * b": lambda a, b: a * b,
    "a * (a - b)": lambda a, b: a * (a - b),
    "(b - a) * (a - b)": lambda a, b: (b - a) * (a - b),
    "min(a, 15 * b)": lambda a, b: min(a, 15 * b),
    "max(a, b, 40)": lambda a, b: max(a, b, 40),
    "sum(a, b, 2 * a) - 1": lambda a, b: 3 * a + b - 1,
}


@pytest.mark.parametrize("formula", FORMULAS)
@given(held(), held())
def test_the_true_amount_lies_within_the_bounds(formula, one, other):
    found = reckon(parse(formula), Figures(a=one[1], b=other[1]))
    assert FORMULAS[formula](one[0], other[0]) in found.amount


@pytest.mark.parametrize("formula", FORMULAS)
@given(COUNTS, COUNTS)
def test_of_exact_figures_an_exact_amount_is_reckoned(formula, one, other):
    found = reckon(parse(formula), Figures(a=Bounds(one, one), b=Bounds(other, other)))
    true = FORMULAS[formula](one, other)
    if formula.count("a") + formula.count("b") <= 2:  # a figure named twice is taken to vary by itself
        assert found.amount == Bounds(Fraction(true), Fraction(true))
    assert true in found.amount


@given(held(), held(), held())
def test_to_know_a_figure_more_closely_never_widens_the_amount(one, other, wide):
    wider = one[1].joined(wide[1])
    close = reckon(parse("min(40 + b, 15 * (a - b))"), Figures(a=one[1], b=other[1])).amount
    loose = reckon(parse("min(40 + b, 15 * (a - b))"), Figures(a=wider, b=other[1])).amount
    assert loose.low is None or (close.low is not None and loose.low <= close.low)
    assert loose.high is None or (close.high is not None and close.high <= loose.high)


@pytest.mark.parametrize("formula", FORMULAS)
def test_nothing_held_of_a_figure_is_no_zero(formula):
    found = reckon(parse(formula), Figures())
    assert (found.amount, found.value) == (None, NOTHING)
    assert found.missing
    assert found.words != "0"


def test_a_formula_is_told_with_its_figures_filled_in_and_leads_to_their_claims():
    found = reckon(parse("15 for each a - 2"), Figures(a=Bounds.of(18, 18)))
    assert (found.value, found.words) == ("268", "15 for each of 18 a minus 2")
    assert found.evidence() == ("claim of a",)
    open_ = reckon(parse("15 for each a"), Figures(a=Bounds.of(18, None)))
    assert (open_.value, open_.words) == ("at least 270", "15 for each of at least 18 a")


def test_an_hourly_rate_is_brought_to_days():
    assert reckon(parse("25 trucks per hour"), Figures()).value == "600"
