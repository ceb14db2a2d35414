from types import SimpleNamespace

import pytest

from truceline.agreement.spoken import pieces, plain, spoken

AGREEMENT = SimpleNamespace(
    provisions={
        "p01": SimpleNamespace(name="no fire"),
        "p02": SimpleNamespace(name="open the bridge"),
        "p03": SimpleNamespace(name="withdraw"),
    }
)


def name(actor):
    return {"norland": "Norland"}.get(actor, actor)


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("p01", "no fire (p01)"),
        ("p01 and p02", "no fire (p01) and open the bridge (p02)"),
        ("p01 or (p02 and not p03)", "no fire (p01) or (open the bridge (p02) and not withdraw (p03))"),
        ("not (p01 or p02)", "not (no fire (p01) or open the bridge (p02))"),
        ("announcement(norland)", "announcement by Norland"),
        ("returned(deceased) >= 28", "returned (deceased): at least 28"),
        ('p01 and "the sides agree"', "no fire (p01) and the sides agree"),
        ("pressure_on(norland)", "pressure on Norland"),
        ("no condition is written in any text held", "no condition is written in any text held"),
    ],
)
def test_a_formula_is_told_in_words_with_its_ids_beside(formula, told):
    assert spoken(formula, AGREEMENT, name) == told


def test_each_provision_is_a_piece_with_its_id_apart():
    assert pieces("p01 and p02", AGREEMENT) == (("no fire", "p01"), (" and ", ""), ("open the bridge", "p02"))


def test_words_for_which_nothing_is_measured_lose_their_marks():
    assert plain("us_pressure_on(norland)", name) == "us pressure on Norland"
