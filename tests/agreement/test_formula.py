import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.formula import (
    Act,
    And,
    Count,
    Duty,
    FormulaError,
    Not,
    Or,
    Unmeasured,
    duties,
    leaves,
    parse,
    unmeasured,
)

KNOWN = {"p02", "p18", "p20"}


def test_and_binds_closer_than_or():
    assert parse("p02 or p18 and p20", KNOWN) == Or((Duty("p02"), And((Duty("p18"), Duty("p20")))))
    assert parse("(p02 or p18) and not p20", KNOWN) == And((Or((Duty("p02"), Duty("p18"))), Not(Duty("p20"))))


def test_acts_and_counts_are_told_apart_from_duties():
    assert parse("announcement(us, qatar)", KNOWN) == Act("announcement", ("us", "qatar"))
    assert parse("returned(deceased) >= 28", KNOWN) == Count("returned", ("deceased",), ">=", 28)


def test_what_nothing_measures_keeps_its_words():
    read = parse('p02 and "full withdrawal" and us_pressure_on(israel) and p99', KNOWN)
    assert unmeasured(read) == ("full withdrawal", "us_pressure_on(israel)", "p99")
    assert duties(read) == ("p02",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("p02 and", "it ends where a provision"),
        ("(p02", "a closing parenthesis is missing"),
        ("p02 p18", "'p18' is one word too many"),
        ("returned(deceased) >=", "it ends where a number is expected"),
        ("returned(deceased) >= many", "'many' is no number"),
        ("and p02", "'and' stands where"),
        ("p02 & p18", "'& p18' cannot be read"),
        ("", "it ends where a provision"),
        ("(" * 50 + "p02" + ")" * 50, "more than 30 levels"),
        ("not " * 5000 + "p02", "more than 30 levels"),
    ],
)
def test_what_is_no_formula_is_told_with_an_example(text, told):
    with pytest.raises(FormulaError) as raised:
        parse(text, KNOWN)
    assert told in str(raised.value)
    assert "p10 and" in str(raised.value)


@given(
    st.lists(
        st.sampled_from(["p02", "p18", "and", "or", "not", "(", ")", ",", '"x"', "f", ">=", "3"]), max_size=12
    )
)
def test_any_row_of_words_is_read_or_refused_and_nothing_is_dropped(words):
    try:
        found = parse(" ".join(words), KNOWN)
    except FormulaError:
        return
    named = [w for w in words if w in KNOWN]
    assert sum(isinstance(leaf, Duty) for leaf in leaves(found)) <= len(named)
    assert list(leaves(found))
    assert isinstance(found, Duty | Act | Count | Unmeasured | Not | And | Or)
