"""Interval arithmetic: whatever the numbers behind the bounds are, the result's bounds hold them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.amounts.bounds import Bounds, exactly

COUNTS = st.fractions(min_value=0, max_value=10_000, max_denominator=20)


@st.composite
def held(draw):
    """A number and bounds that hold it, either end open now and then."""
    value = draw(COUNTS)
    low = draw(st.none() | st.fractions(min_value=0, max_value=value, max_denominator=20))
    high = draw(st.none() | st.fractions(min_value=value, max_value=20_000, max_denominator=20))
    return value, Bounds(low, high)


@given(held(), held())
def test_sum_and_difference_hold_the_true_sum_and_difference(one, other):
    assert one[0] + other[0] in one[1].plus(other[1])
    assert one[0] - other[0] in one[1].minus(other[1])


@given(held(), held())
def test_product_and_quotient_hold_the_true_product_and_quotient(one, other):
    assert one[0] * other[0] in one[1].times(other[1])
    if other[0]:
        assert one[0] / other[0] in one[1].over(other[1])


@given(held(), held())
def test_meeting_is_mutual_and_certain_where_one_number_is_in_both(one, other):
    assert one[1].meets(other[1]) == other[1].meets(one[1])
    if one[0] == other[0]:
        assert one[1].meets(other[1])


@given(held())
def test_bounds_meet_themselves_and_what_they_may_have_been_rounded_from(one):
    assert one[1].meets(one[1])
    assert one[0] in one[1].rounded()


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=1, max_value=500))
def test_one_number_over_another_is_exact(one, other):
    assert exactly(one).over(exactly(other)) == exactly(Fraction(one, other))


def test_an_open_end_stays_open():
    more = Bounds.of(190, None)
    assert more.open
    assert more.times(Bounds.of(2, 3)) == Bounds(Fraction(380), None)
    assert more.minus(Bounds.of(100, 100)) == Bounds(Fraction(90), None)
    assert more.stated == exactly(190)


def test_a_decimal_is_kept_as_written():
    assert Bounds.of(0.1, 0.3) == Bounds(Fraction(1, 10), Fraction(3, 10))
