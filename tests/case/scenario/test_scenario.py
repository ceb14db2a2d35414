"""Scenarios: what is said goes in, what the board should say is compared, and each slip names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from truceline.case import open_case
from truceline.case.scenario import load, run
from truceline.files import FileProblem

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
HEAD = "schema: scenarios/0.1\nscenarios:\n"


@pytest.fixture(scope="module")
def case():
    return open_case(EXAMPLES / "gaza-2025")


@pytest.fixture
def written(tmp_path, case):
    def make(body):
        (tmp_path / "a.yaml").write_text(HEAD + body, encoding="utf-8")
        return load(tmp_path / "a.yaml", case.agreement)

    return make


def row(says, expect, more=""):
    return f"  - {{name: a test, on: 2025-12-24, says: [{says}], expect: {{{expect}}}{more}}}\n"


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.glob("*/scenarios/*.yaml")), ids=lambda p: f"{p.parents[1].name}-{p.stem}"
)
def test_the_scenarios_of_the_worked_cases_hold(path):
    case = open_case(path.parents[1])
    found = load(path, case.agreement)
    assert found
    assert [str(d) for s in found for d in run(case, s)] == []


def test_a_cell_that_says_something_else_is_told_with_its_line(case, written):
    (scenario,) = written(row("{by: hamas, at: 2025-12-20, about: p20, state: closed}", "p20: {hamas: met}"))
    (difference,) = run(case, scenario)
    assert (
        str(difference)
        == "a.yaml:3:122: p20 as stated by hamas: expected met, got not_met, stated, not_in_effect"
    )


def test_a_reason_and_a_clock_are_compared_too(case, written):
    (scenario,) = written(
        row(
            "{by: israel, at: 2025-12-20, about: p10, state: released}",
            'p10: {israel: "met, due", hamas: "unknown, no_state"}',
        )
    )
    assert [d.what for d in run(case, scenario)] == ["p10 as stated by hamas"]


def test_a_condition_for_a_phase_is_named_by_whose_it_is_and_whose_account(case, written):
    (scenario,) = written(
        row(
            "{by: hamas, at: 2025-12-20, about: p20, state: closed}",
            'g_1_2: {"hamas.badran by hamas": unknown}',
        )
    )
    assert isinstance(run(case, scenario), tuple)
    with pytest.raises(FileProblem, match="a condition needs two names"):
        written(row("", "g_1_2: {hamas: unknown}"))


def test_a_statement_on_what_no_agreement_holds_is_a_slip(written):
    with pytest.raises(FileProblem, match=r"'p200' is defined nowhere in agreement\.yaml"):
        written(row("{by: hamas, at: 2025-12-20, about: p200, state: closed}", "p20: {hamas: met}"))


def test_a_value_that_is_none_is_a_slip(written):
    with pytest.raises(FileProblem, match="this is no value of a cell"):
        written(row("", "p20: {hamas: done}"))


@pytest.mark.parametrize(
    ("says", "expect", "told"),
    [
        ("{by: hamsa, at: 2025-12-20, about: p20, state: closed}", "p20: {hamas: not met}", "speaker 'hamsa'"),
        ("{by: hamas, at: 2025-12-20, about: p20, state: closed}", "p20: {hamsa: not met}", "viewpoint 'hamsa'"),
        ("{by: hamas, at: 2025-12-20, about: p20, state: blue}", "p20: {hamas: unknown}", "state 'blue' of p20"),
        ("{by: hamas, at: 2025-12-20, about: p02, incident: bar}", "p02: {hamas: not met}", "incident 'bar' of p02"),
        ("{by: hamas, at: 2025-12-20, about: p02, counts: bananas, exact: 4}", "p02: {hamas: not met}", "counts 'bananas' of p02"),
    ],
)  # fmt: skip
def test_words_that_nothing_in_the_case_hears_are_told(case, written, says, expect, told):
    (scenario,) = written(row(says, expect))
    assert [d.what for d in run(case, scenario)] == [told]


def test_a_past_day_is_asked_by_what_was_known_later(case, written):
    told = "{by: hamas, at: 2025-11-05, about: p20, state: closed, on: 2025-10-19}"
    expected = "expect: {p20: {hamas: not met}}"
    since, then = written(
        f"  - {{name: since, on: 2025-10-20, as_of: 2025-11-30, says: [{told}], {expected}}}\n"
        f"  - {{name: then, on: 2025-10-20, says: [{told}], {expected}}}\n"
    )
    assert run(case, since) == ()
    assert [d.got.partition(",")[0] for d in run(case, then)] == ["unknown"]


def test_a_day_cannot_be_told_by_what_was_known_before_it(written):
    with pytest.raises(FileProblem, match="what held on 2025-12-24 cannot be told by what was known before"):
        written(row("", "p20: {hamas: unknown}", ", as_of: 2025-12-01"))
