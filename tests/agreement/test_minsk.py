"""The Package of Measures, written with the guide alone: no error, every note explained, neutral names, no invented source."""

import re
from pathlib import Path

import pytest

from truceline import agreement
from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement.check import check

CASE = Path(__file__).parents[2] / "examples" / "minsk-2015"
README = (CASE / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def package():
    return agreement.load(CASE / "agreement.yaml")


@pytest.fixture(scope="module")
def told(package):
    return check(package, Lexicon.builtin().merged(load_actors(CASE / "actors.yaml")))


def test_what_check_says_is_no_error_and_one_warning_that_stays(told):
    assert {t.code for t in told if t.severity == "warning"} == {"T052"}
    assert [str(t) for t in told if t.severity == "error"] == []


def test_the_readme_explains_every_code_that_check_gives_and_no_other(told):
    assert set(re.findall(r"\bT\d{3}\b", README)) == {t.code for t in told}


def test_the_order_of_border_and_vote_is_a_circle_and_a_gate_with_two_formulas_at_least(package, told):
    assert any(t.code == "T007" and {"p14", "p21"} <= set(re.findall(r"p\d\d", str(t))) for t in told)
    assert len({a.formula for a in package.gates["g_elections"].asserted}) == 3
    assert len({a.formula for a in package.gates["g_border"].asserted}) == 2


def test_all_thirteen_points_have_a_duty(package):
    points = {p.article for p in package.provisions.values() if p.instrument == "I1"}
    assert points == {str(n) for n in range(1, 14)}


def test_nothing_is_cited_since_no_text_was_at_hand(package):
    assert all(p.held == "from memory" for p in package.provisions.values())
    assert package.claims == ()


def test_words_that_take_a_side_stand_nowhere_but_under_loaded():
    loaded = re.findall(r"loaded: \[(.*?)\]", (CASE / "actors.yaml").read_text(encoding="utf-8"))
    words = [w.strip(' "') for line in loaded for w in line.split(",")]
    assert len(words) > 5
    written = (CASE / "agreement.yaml").read_text(encoding="utf-8") + README
    assert [w for w in words if re.search(rf"\b{re.escape(w)}\b", written)] == []
