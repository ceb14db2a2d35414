"""Units of a formula: products multiply them, sums want them alike, a rate is never a total."""

import pytest

from truceline.agreement.amounts import Elapsed, Measure, MeasureError, measure, measured, parse

UNITS = {"bodies": Measure.of("person"), "trucks": Measure.of("trucks"), "daily": Measure.of("truck", "day")}


def of(leaf):
    return Measure.of(leaf.unit) if isinstance(leaf, Elapsed) else UNITS[leaf.id]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("15 for each bodies", "person"),
        ("15 remains for each bodies", "remain"),
        ("15 * bodies", "person"),
        ("daily * days(start)", "truck"),
        ("daily * hours(start)", "truck"),
        ("25 trucks per hour", "truck per day"),
        ("2 * 3", "a number without unit"),
        ("15 remains per person * bodies", "remain"),
        ("min(trucks, 40 truck)", "truck"),
        ("bodies * trucks", "person x truck"),
    ],
)
def test_a_formula_gives_a_unit(text, unit):
    assert str(measure(parse(text), of)) == unit


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("trucks + daily", True),
        ("max(trucks, daily)", True),
        ("daily - trucks", True),
        ("15 for each daily", True),
        ("trucks + bodies", False),
        ("min(400, bodies)", False),
        ("trucks - 4", False),
    ],
)
def test_unlike_things_are_told_and_a_rate_beside_a_total_as_such(text, rate):
    with pytest.raises(MeasureError) as told:
        measure(parse(text), of)
    assert told.value.rate is rate


def test_numbers_without_unit_take_the_unit_in_which_the_amount_is_owed():
    measured(parse("250 + 1718"), of, Measure.of("person"))
    with pytest.raises(MeasureError):
        measured(parse("250 person"), of, Measure.of("truck"))


def test_a_rate_is_not_owed_as_a_total():
    with pytest.raises(MeasureError) as told:
        measured(parse("600 truck per day"), of, Measure.of("truck"))
    assert told.value.rate
