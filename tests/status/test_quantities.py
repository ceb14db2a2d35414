"""A figure beside a quantity owed: intervals are honest, and unlike things are never compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import Cues, Deed, Provision, Target
from truceline.evidence import Basis, Figure, Truth
from truceline.status import Reason
from truceline.status.quantities import against, compare

OWED = Target("aid trucks entered", 600, per="day")
TOTAL = Target("deceased returned", 28, 28)
numbers = st.integers(0, 2000).map(float)


def rate(low=None, high=None, word="", counts="aid trucks entered", per="day") -> Figure:
    return Figure(counts, low, high, word, basis=Basis.RATE, per=per)


@pytest.mark.parametrize(
    ("figure", "truth"),
    [
        (rate(600, 800), Truth.MET),
        (rate(459, 459), Truth.NOT_MET),
        (rate(600, 600), Truth.MET),
        (rate(450, None, "more than"), Truth.UNKNOWN),
        (rate(600, None, "more than"), Truth.MET),
        (rate(None, 600, "up to"), Truth.UNKNOWN),
        (rate(None, 600, "less than"), Truth.NOT_MET),
        (rate(None, 500, "up to"), Truth.NOT_MET),
        (rate(500, 700), Truth.UNKNOWN),
        (rate(600, 600, "around"), Truth.UNKNOWN),
        (rate(600, 600, "nearly"), Truth.NOT_MET),
        (rate(25, 25, per="hour"), Truth.MET),
        (rate(4199, 4199, per="week"), Truth.NOT_MET),
        (rate(8400, 8400, per="fortnight"), Truth.MET),
    ],
)
def test_a_rate_against_a_least_amount(figure, truth):
    outcome = compare(figure, OWED, Deed.OBLIGATION)
    assert outcome.truth is truth
    assert outcome.reason is (Reason.UNDECIDED if truth is Truth.UNKNOWN else Reason.COMPUTED)


@pytest.mark.parametrize(
    "figure",
    [
        Figure("aid trucks entered", 25700, 25700),
        rate(600, 600, per="month"),
        rate(600, 600, counts="aid trucks offloaded"),
        rate(600, 600, counts="trucks"),
        Figure("aid trucks entered", 600, 600, basis=Basis.NEW),
        Figure("aid trucks entered", 600, 600, unit="tonnes", basis=Basis.RATE, per="day"),
    ],
)
def test_unlike_things_are_not_compared(figure):
    owed = Target("aid trucks entered", 600, unit="trucks", per="day")
    assert compare(figure, owed, Deed.OBLIGATION).reason is Reason.UNITS_DIFFER


def test_a_total_owed_is_not_compared_with_a_rate():
    figure = Figure("deceased returned", 28, 28, basis=Basis.RATE)
    assert compare(figure, TOTAL, Deed.OBLIGATION).reason is Reason.UNITS_DIFFER


@pytest.mark.parametrize(
    ("low", "high", "word", "truth"),
    [
        (28, 28, "", Truth.MET),
        (27, 27, "", Truth.UNKNOWN),
        (0, 0, "", Truth.UNKNOWN),
        (28, 28, "around", Truth.UNKNOWN),
        (30, None, "more than", Truth.MET),
        (None, 28, "up to", Truth.UNKNOWN),
    ],
)
def test_what_was_done_in_a_period_meets_a_total_that_it_reaches_and_never_shows_that_one_is_missed(
    low, high, word, truth
):
    figure = Figure("deceased returned", low, high, word, basis=Basis.NEW)
    found = compare(figure, TOTAL, Deed.OBLIGATION)
    assert found.truth is truth
    assert found.reason is (Reason.COMPUTED if truth is Truth.MET else Reason.UNITS_DIFFER)


@pytest.mark.parametrize(
    ("target", "deed"),
    [
        (Target("deceased still held", 0, 0, direction="down"), Deed.OBLIGATION),
        (Target("deceased returned", 28, 40, direction="within"), Deed.OBLIGATION),
        (Target("deceased returned", None, 3), Deed.PROHIBITION),
    ],
)
def test_what_was_done_in_a_period_is_set_beside_a_least_amount_of_a_duty_alone(target, deed):
    figure = Figure(target.counts, 28, 28, basis=Basis.NEW)
    assert compare(figure, target, deed).reason is Reason.UNITS_DIFFER


def test_more_than_owed_is_no_breach_of_a_duty():
    assert (
        compare(Figure("detainees", 1718, 1718), Target("detainees", 1700, 1700), Deed.OBLIGATION).truth
        is Truth.MET
    )


def test_a_duty_with_a_ceiling_only_owes_no_amount():
    assert (
        compare(rate(700, 700), Target("aid trucks", None, 600, per="day"), Deed.OBLIGATION).reason
        is Reason.NO_TARGET
    )


@pytest.mark.parametrize(
    ("low", "high", "word", "truth"),
    [
        (None, 10, "up to", Truth.MET),
        (10, None, "more than", Truth.NOT_MET),
        (10, None, "at least", Truth.UNKNOWN),
        (11, 12, "", Truth.NOT_MET),
    ],
)
def test_a_ban_may_set_a_ceiling(low, high, word, truth):
    assert (
        compare(Figure("posts", low, high, word), Target("posts", None, 10), Deed.PROHIBITION).truth is truth
    )


def test_phrases_of_the_agreements_author_measure_the_duty_too():
    figure = rate(600, 600, counts="lorries")
    assert compare(figure, OWED, Deed.OBLIGATION, ("lorries",)).truth is Truth.MET


def provision(*targets: Target, text: str = "public") -> Provision:
    return Provision("p", "p", Deed.OBLIGATION, ("x",), targets=targets, text=text, cues=Cues())


def test_reaching_one_of_several_quantities_shows_a_part_and_missing_one_shows_the_whole_not_met():
    two = provision(OWED, Target("fuel trucks", 50, per="day"))
    assert against(rate(700, 700), two.targets, two).reason is Reason.PART_ONLY
    assert against(rate(500, 500), two.targets, two).truth is Truth.NOT_MET


def test_without_a_quantity_nothing_is_compared():
    assert against(rate(1, 1), (), provision()).reason is Reason.NO_TARGET
    assert against(rate(1, 1), (), provision(text="unpublished")).reason is Reason.TEXT_UNPUBLISHED


@given(numbers, numbers, numbers)
def test_a_range_is_met_or_not_met_only_where_each_value_in_it_is(low, width, at_least):
    owed = Target("aid trucks entered", at_least, per="day")
    whole = compare(rate(low, low + width), owed, Deed.OBLIGATION).truth
    ends = {compare(rate(x, x), owed, Deed.OBLIGATION).truth for x in (low, low + width)}
    assert ends == {whole} if whole is not Truth.UNKNOWN else ends == {Truth.MET, Truth.NOT_MET}


@given(numbers, numbers, numbers)
def test_a_wider_range_never_says_more(low, width, at_least):
    owed = Target("aid trucks entered", at_least, per="day")
    narrow = compare(rate(low, low + width), owed, Deed.OBLIGATION).truth
    wide = compare(rate(low, None), owed, Deed.OBLIGATION).truth
    assert wide in (Truth.UNKNOWN, narrow)


def test_a_ceiling_that_somebody_asserts_settles_nothing_beside_other_amounts():
    both = provision(OWED, Target("aid trucks entered", None, 600, per="day", by="a paper"))
    assert against(rate(600, 800), both.targets, both).truth is Truth.MET
    assert against(rate(459, 459), both.targets, both).truth is Truth.NOT_MET


@pytest.mark.parametrize(
    ("held", "truth"),
    [
        ({"low": 0, "high": 0}, Truth.MET),
        ({"low": 5, "high": 5}, Truth.MET),
        ({"low": 6, "high": None}, Truth.NOT_MET),
        ({"low": 4, "high": 7}, Truth.UNKNOWN),
        ({"low": None, "high": 5, "approximator": "up to"}, Truth.MET),
        ({"low": None, "high": 9}, Truth.UNKNOWN),
    ],
)
def test_what_is_to_fall_is_met_at_or_below_its_upper_bound_and_missed_above_it(held, truth):
    target = Target("troops in the zone", high=5, direction="down")
    assert compare(Figure("troops in the zone", **held), target, Deed.OBLIGATION).truth is truth


@pytest.mark.parametrize(
    ("number", "truth"), [(1, Truth.NOT_MET), (2, Truth.MET), (5, Truth.MET), (6, Truth.NOT_MET)]
)
def test_within_owes_both_bounds(number, truth):
    target = Target("posts", low=2, high=5, direction="within")
    assert compare(Figure("posts", number, number), target, Deed.OBLIGATION).truth is truth


def test_a_duty_with_a_ceiling_and_no_direction_owes_no_amount_that_could_be_missed():
    found = compare(Figure("tents", 30, 30), Target("tents", high=20), Deed.OBLIGATION)
    assert found.reason is Reason.NO_TARGET


def test_what_is_still_held_is_not_measured_by_what_was_released():
    target = Target("prisoners still held", low=0, high=0, direction="down")
    found = compare(Figure("prisoners released", 30, 30), target, Deed.OBLIGATION, ["prisoners released"])
    assert found.reason is Reason.UNITS_DIFFER
