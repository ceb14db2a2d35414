"""The grammar of amounts: what it reads, what it refuses and how it reads aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.amounts import (
    AmountError,
    Elapsed,
    ForEach,
    Known,
    Least,
    Less,
    Number,
    Owed,
    Sum,
    Times,
    leaves,
    parse,
    words,
)


def test_so_much_for_each_is_a_product():
    assert parse("15 for each p11") == ForEach(Number(15.0), Known("p11"))


def test_a_rate_times_the_days_since_an_anchor():
    rate = Number(600.0, "trucks", "day")
    assert parse("600 trucks per day * days(in_effect)") == Times(rate, Elapsed("in_effect", "day"))


def test_a_product_binds_more_closely_than_a_sum():
    assert parse("1 + 2 * p11") == Sum((Number(1.0), Times(Number(2.0), Known("p11"))))


def test_a_difference_is_read_from_left_to_right():
    assert parse("9 - 4 - 3") == Less(Less(Number(9.0), Number(4.0)), Number(3.0))


def test_signs_may_be_written_as_words():
    assert parse("p1 plus 2 times p2 minus 3") == parse("p1 + 2 * p2 - 3")


def test_at_most_is_the_least_of_two():
    assert parse('min(400 "living persons", owed(p16))') == Least(
        (Number(400.0, "living persons"), Owed("p16"))
    )


def test_the_names_are_given_from_left_to_right():
    found = leaves(parse("min(p1 - p2, 3 for each owed(p3)) + hours(x1)"))
    assert [getattr(leaf, "id", None) or leaf.anchor for leaf in found] == ["p1", "p2", "p3", "x1"]


def test_a_formula_reads_aloud():
    found = parse("min(400 person, 15 for each (p11 - p12)) + 600 person per day * days(start)")
    told = words(found, lambda leaf: getattr(leaf, "id", None) or f"days since {leaf.anchor}")
    assert told == (
        "the least of (400 person; 15 for each of (p11 minus p12)) plus 600 person per day x days since start"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,718",
        "15 for p11",
        "(((p1)",
        "p1 +",
        "open('x')",
        "__import__('os')",
        "a.b()",
        "p1 ** 2",
        "p1 / 2",
        "lambda: 1",
        "min()",
        "days(3)",
        "-5",
        "15 person per 3",
        "(" * 40 + "p1" + ")" * 40,
    ],
)
def test_what_is_no_formula_is_refused(text):
    with pytest.raises(AmountError):
        parse(text)


@given(st.text(max_size=60))
def test_no_text_does_anything_but_give_a_formula_or_be_refused(text):
    try:
        parse(text)
    except AmountError:
        return
    assert list(leaves(parse(text))) == list(leaves(parse(text)))


def test_even_an_empty_word_too_many_is_told():
    with pytest.raises(AmountError, match="is one word too many"):
        parse('(15) ""')
