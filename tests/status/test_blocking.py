"""The smallest sets of open parts: exact against every assignment, and told with whoever could state them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.formula import Act, And, Duty, Not, Or, Unmeasured, leaves
from truceline.evidence import Truth
from truceline.status import formulas
from truceline.status.blocking import blocking

NAMES = ("p1", "p2", "p3", "p4")
FORMULAS = st.recursive(
    st.sampled_from([Duty(n) for n in NAMES]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda x: And(tuple(x))),
        st.lists(inner, min_size=2, max_size=3).map(lambda x: Or(tuple(x))),
    ),
    max_leaves=6,
)
HELD = st.fixed_dictionaries({n: st.sampled_from(Truth) for n in NAMES})


def worth(formula, held):
    return formulas.worth(formula, lambda leaf: formulas.Worth(held[leaf.id], held[leaf.id])).value


def found(formula, held, by=("hamas",)):
    return blocking(formula, lambda leaf: held.get(getattr(leaf, "id", ""), Truth.UNKNOWN), lambda _: by)


def settled(formula, held, chosen):
    return worth(formula, {**held, **{x.matter: x.wanted for x in chosen}})


@given(FORMULAS, HELD)
def test_whoever_states_all_of_a_set_meets_the_condition_and_with_one_less_does_not(formula, held):
    for chosen in found(formula, held).sets:
        assert settled(formula, held, chosen) is Truth.MET
        for fewer in combinations(chosen, len(chosen) - 1) if chosen else ():
            assert settled(formula, held, fewer) is not Truth.MET


@given(FORMULAS, HELD)
def test_no_smallest_set_is_missed(formula, held):
    """Every way in which parts could be stated otherwise that meets the condition holds one of the sets."""
    made = found(formula, held)
    assert not made.cut
    sets = [{(x.matter, x.wanted) for x in s} for s in made.sets]
    used = {leaf.id for leaf in leaves(formula)}
    for size in range(len(used) + 1):
        for names in combinations(sorted(used), size):
            for bits in range(2**size):
                chosen = {(n, Truth.MET if bits >> k & 1 else Truth.NOT_MET) for k, n in enumerate(names)}
                if worth(formula, {**held, **dict(chosen)}) is Truth.MET:
                    assert any(s <= chosen for s in sets), (chosen, sets)


def test_each_part_of_a_conjunction_blocks_and_one_of_a_choice():
    held = {"p1": Truth.MET, "p2": Truth.NOT_MET}
    both = And((Duty("p1"), Duty("p2"), Or((Duty("p3"), Duty("p4")))))
    assert [[x.matter for x in s] for s in found(both, held).sets] == [["p2", "p3"], ["p2", "p4"]]


def test_nothing_open_is_one_empty_set():
    made = found(Duty("p1"), {"p1": Truth.MET})
    assert made.sets == ((),)
    assert made.met


def test_what_contradicts_itself_can_be_met_by_nothing():
    assert found(And((Duty("p1"), Not(Duty("p1")))), {}).sets == ()


def test_words_that_nothing_measures_can_be_stated_by_nobody():
    (chosen,) = found(And((Unmeasured("good will"), Act("announcement", ("us",)))), {}, by=()).sets
    assert [(x.words, x.settled) for x in chosen] == [("announcement by us", False), ("good will", False)]


def test_a_choice_too_wide_to_tell_says_that_it_was_cut():
    wide = And(tuple(Or((Duty(f"a{k}"), Duty(f"b{k}"))) for k in range(8)))
    made = found(wide, {})
    assert made.cut
    assert all(len(s) == 8 for s in made.sets)
