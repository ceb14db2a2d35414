"""Which gates can never open on somebody's terms, and which can."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.check.reach import MOST, alternatives
from truceline.agreement.formula import And, Duty, Not, Or

HEAD = "schema: agreement/0.1\nid: river-2031\nparties: [norland, sudland]\n"
CODES = ("T026", "T027", "T028", "T029")
AGREEMENT = """
anchors:
  start: {{text: it starts, values: [{{at: 2031-05-01, by: norland}}]}}
  told: {{text: phase two is announced}}
phases:
  - {{id: ph1, name: one, opens_on: start}}
  - {{id: ph2, name: two, opens_on: g1, announced: told}}
  - {{id: ph3, name: three, opens_on: g2}}
provisions:
  - {{id: p01, name: a, bearer: norland, phase: ph1}}
  - {{id: p02, name: b, bearer: sudland, phase: ph1}}
  - {{id: p03, name: c, bearer: norland, deed: permission, phase: ph1}}
  - {{id: p05, name: d, bearer: norland, phase: ph2}}
  - {{id: p06, name: e, bearer: norland, phase: ph1, clocks: [{{after: p05}}, {{starts: told}}]}}
  - {{id: p07, name: f, bearer: norland, phase: ph1, clocks: [{{after: p05}}, {{starts: start}}]}}
  - {{id: p08, name: g, bearer: norland, phase: ph3}}
  - {{id: p09, name: h, bearer: norland, phase: ph1, clocks: [{{by: sudland, after: p05}}]}}
gates:
  - {{id: g1, name: first, phase: ph2, between: [ph1, ph2], text_formula: '{formula}'}}
  - {{id: g2, name: second, phase: ph3, between: [ph2, ph3], text_formula: '{second}'}}
"""


def told(lint, formula, second="p05"):
    found = lint(AGREEMENT.format(formula=formula, second=second))
    return [w.code for w in found if w.code in CODES]


@pytest.mark.parametrize(
    "formula",
    [
        "p01 and p02",
        "p01 and not p02",
        "p05 or p01",  # one alternative is enough
        "p01 and (p03 or p02)",
        "not p05",  # what lies behind is not done yet
        "p07",  # one of its clocks runs before the gate
        "p09",  # only a side says that it waits
        "returned(x) >= 20 and returned(x) < 28",
        "returned(x) >= 20 and returned(y) < 10",
        'p01 and "calm"',
        "not (p01 and not p01)",
    ],
)
def test_a_condition_that_some_day_could_meet_is_not_told(lint, formula):
    assert told(lint, formula) == []


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("p01 and not p01", "T026"),
        ("not (p01 or not p01)", "T026"),
        ('"calm" and not "calm"', "T026"),
        ("returned(x) >= 28 and not returned(x) >= 20", "T026"),
        ("returned(x) = 5 and returned(x) = 6", "T026"),
        ("p03", "T027"),
        ("p01 and p03", "T027"),
        ("p05", "T028"),
        ("p06", "T028"),
        ("p08", "T028"),
        ("(p05 or p08) and p01", "T028"),
    ],
)
def test_a_condition_that_no_day_can_meet_is_told_once(lint, formula, code):
    assert told(lint, formula) == [code]


def test_a_power_that_is_asked_for_is_no_impossible_condition(lint):
    """It can be used, and the board then shows the condition as met."""
    (found,) = lint(AGREEMENT.format(formula="p01 and p03", second="p05"), "T027")
    assert "g1 (the text) rests on p03, a permission, which nobody owes to use" in str(found)
    assert "never" not in str(found)


@pytest.mark.parametrize(
    ("formula", "code"), [("p03 or p05", "T027"), ("p03 or p01 and not p01", "T027"), ("p03 and p05", "T028")]
)
def test_never_is_said_only_where_no_alternative_is_left(lint, formula, code):
    assert told(lint, formula) == [code]


SIX = "p01 and not p01 and p02 and not p02 and p06 and not p06"
SCRIPT = """
import sys
from pathlib import Path
from truceline.actors import Lexicon
from truceline.agreement import load
from truceline.agreement.check import check
print([w.message for w in check(load(Path(sys.argv[1])), Lexicon([])) if w.code == "T026"])
"""


def test_what_is_told_of_a_contradiction_is_the_first_of_the_formula_in_every_run(tmp_path):
    path = tmp_path / "agreement.yaml"
    path.write_text(HEAD + AGREEMENT.format(formula=SIX, second="p05"), encoding="utf-8")
    run = [sys.executable, "-c", SCRIPT, str(path)]
    found = {
        subprocess.run(
            run, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "5")
    }
    assert len(found) == 1
    assert "p01 and its opposite" in found.pop()


def test_what_lies_before_a_later_gate_may_be_asked_for_there(lint):
    assert told(lint, "p01", "p05 and p06") == []
    assert told(lint, "p01", "p08") == ["T028"]


def test_a_gate_within_a_phase_has_that_phase_on_both_sides(lint):
    text = AGREEMENT.format(formula="p01", second="p05")
    text += "  - {id: g3, name: third, phase: ph2, between: [ph2, ph2], text_formula: p05}\n"
    assert [w.code for w in lint(text) if w.code in CODES] == []


def test_as_a_side_puts_it_the_same_is_a_note_of_another_code(lint):
    text = AGREEMENT.format(formula="p01", second="p05").replace(
        "text_formula: 'p01'", "asserted: [{by: norland, at: 2031-05-05, formula: p05}]"
    )
    (found,) = lint(text, "T029")
    assert found.severity == "note"
    assert "norland, 2031-05-05" in found.message.lower()


def test_a_formula_of_very_many_alternatives_is_left_alone(lint):
    part = "(p01 or p02 or p05)"
    assert MOST < 3**12
    assert told(lint, " and ".join([part] * 12)) == []


FORMULAS = st.recursive(
    st.sampled_from("abc").map(Duty),
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(lambda p: And(tuple(p))),
        st.lists(parts, min_size=2, max_size=3).map(lambda p: Or(tuple(p))),
    ),
    max_leaves=6,
)


def holds(formula, world):
    match formula:
        case Duty(id=id_):
            return world[id_]
        case Not(part=part):
            return not holds(part, world)
        case And(parts=parts):
            return all(holds(p, world) for p in parts)
        case Or(parts=parts):
            return any(holds(p, world) for p in parts)
    raise AssertionError(formula)


@given(FORMULAS, st.fixed_dictionaries({name: st.booleans() for name in "abc"}))
def test_the_alternatives_together_say_what_the_formula_says(formula, world):
    spread = any(all(holds(leaf, world) == wanted for leaf, wanted in term) for term in alternatives(formula))
    assert spread == holds(formula, world)
