"""The laws of the four values: what any status rests on."""

from hypothesis import given
from hypothesis import strategies as st

from truceline.evidence import Truth

truths = st.sampled_from(Truth)


def below(less: Truth, more: Truth) -> bool:
    """Information order: every bit of the one stands in the other."""
    return less & more == less


@given(truths)
def test_negating_twice_changes_nothing(a):
    assert ~~a is a


@given(truths, truths)
def test_negation_turns_both_into_either(a, b):
    assert ~(a.both(b)) is (~a).either(~b)
    assert ~(a.either(b)) is (~a).both(~b)


@given(truths, truths, truths)
def test_both_either_and_join_do_not_depend_on_order_or_grouping(a, b, c):
    for combine in (Truth.both, Truth.either, Truth.join):
        assert combine(a, b) is combine(b, a)
        assert combine(combine(a, b), c) is combine(a, combine(b, c))
        assert combine(a, a) is a


@given(truths, truths, truths)
def test_both_and_either_distribute(a, b, c):
    assert a.both(b.either(c)) is a.both(b).either(a.both(c))
    assert a.either(b.both(c)) is a.either(b).both(a.either(c))


@given(truths, truths)
def test_join_moves_only_up(a, b):
    assert below(a, a.join(b))


@given(truths, truths, truths)
def test_every_operation_keeps_information_order(a, b, c):
    more = a.join(b)
    assert below(~a, ~more)
    assert below(a.both(c), more.both(c))
    assert below(a.either(c), more.either(c))


def test_nothing_held_is_not_a_no():
    assert ~Truth.UNKNOWN is Truth.UNKNOWN
    assert Truth.MET.both(Truth.UNKNOWN) is Truth.UNKNOWN
    assert Truth.NOT_MET.both(Truth.UNKNOWN) is Truth.NOT_MET


def test_words_are_those_of_the_json_contract():
    assert [t.word for t in Truth] == ["unknown", "met", "not_met", "contested"]
