"""Findings, wishes of a force and pledges in a scenario: what goes in, what should come out, and slips at their lines."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from truceline.case import open_case
from truceline.case.scenario import load, run
from truceline.evidence import Finding, Rung, Truth
from truceline.files import FileProblem

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "gaza-2025"
HEAD = "schema: scenarios/0.1\nscenarios:\n"


@pytest.fixture(scope="module")
def case():
    return open_case(EXAMPLE)


@pytest.fixture
def told(tmp_path, case):
    """The differences of one scenario, as they are printed."""

    def made(body):
        (tmp_path / "a.yaml").write_text(
            f"{HEAD}  - {{name: a test, on: 2025-12-24, {body}}}\n", encoding="utf-8"
        )
        (scenario,) = load(tmp_path / "a.yaml", case.agreement)
        return [str(d).partition(": ")[2] for d in run(case, scenario)]

    return made


FOUND = "found: [{role: head of mission, at: 2025-12-20, about: p20, value: not met, rung: verified}]"
WISHES = "wishes: [{force: isf, by: naim, at: 2025-12-07, stances: {disarm: reject}}, {force: isf, by: us, at: 2025-12-08, stances: {disarm: want}}]"
PLEDGES = "pledges: [{by: indonesia, at: 2025-12-09, unit: troops, high: 8000}]"


def test_a_finding_fills_the_missions_column_alone(told):
    assert told(FOUND + ", expect: {p20: {mission: not met, hamas: unknown}}") == []
    (wrong,) = told(FOUND + ", expect: {p20: {mission: met}}")
    assert wrong.startswith("p20 as stated by mission: expected met, got not_met, found")


def test_a_finding_of_a_later_day_is_not_known_yet(told):
    later = FOUND.replace("2025-12-20", "2025-12-25")
    assert told(later + ', expect: {p20: {mission: "unknown, none_made"}}') == []


def test_what_sides_want_of_a_force_is_compared_with_the_line_that_expects_it(told):
    held = "mandate: {isf: {disarm: {hamas: rejects, us: wants, I4: ensure, sides: differ}}}"
    assert told(f"{WISHES}, {held}") == []
    assert told(f"{WISHES}, mandate: {{isf: {{disarm: {{hamas: wants, sides: agree}}}}}}") == [
        "mandate of isf, disarm, as stated by hamas: expected wants, got rejects",
        "mandate of isf, disarm, of all sides: expected agree, got differ",
    ]


def test_the_wishes_of_the_agreement_file_count_only_where_it_is_asked_for(told):
    wanted = "mandate: {isf: {monitor_ceasefire: {egypt: wants}}}"
    assert told(f"agreement: yes, {wanted}") == []
    assert told(wanted) == [
        "mandate of isf, monitor_ceasefire, as stated by egypt: expected wants, got not mentioned"
    ]


def test_what_is_promised_is_compared_by_column(told):
    assert (
        told(PLEDGES + ', promised: {troops: {indonesia: {up to: "8,000", agreed: pledged, there: none}}}')
        == []
    )
    assert told(PLEDGES + ', promised: {troops: {indonesia: {there: "8,000"}}}') == [
        "promised troops, there, indonesia: expected 8,000, got none"
    ]
    assert told(PLEDGES + ", promised: {troops: {morocco: {there: none}}}") == [
        "promised troops, there, morocco: expected none, got nothing held"
    ]


def test_a_misspelt_actor_is_told_and_nothing_else(told):
    assert told("wishes: [{force: isf, by: hamsa, at: 2025-12-07, stances: {disarm: reject}}]") == [
        "speaker 'hamsa': expected an actor of the case; the nearest is 'hamas', got in no list of actors"
    ]


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        (FOUND.replace("verified", "contested"), "'contested' does not go with this value"),
        (FOUND.replace("p20", "p99"), "'p99' is defined nowhere in agreement.yaml"),
        (FOUND.replace("2025-12-20", "2025-12"), "a finding is of one day"),
        (
            WISHES.replace("disarm: reject", "disarming: reject"),
            "'disarming' is defined nowhere in agreement.yaml",
        ),
        (
            WISHES.replace("force: isf, by: naim", "force: ifs, by: naim"),
            "'ifs' is defined nowhere in agreement.yaml",
        ),
        ("mandate: {isf: {disarm: {I4: wants}}}", "wants"),
        ("promised: {troops: {indonesia: {arrived: none}}}", "'arrived' is no column of what is promised"),
    ],
)
def test_a_slip_is_told_at_its_line(told, body, slip):
    with pytest.raises(FileProblem, match=slip) as caught:
        told(body)
    assert "a.yaml:3:" in str(caught.value)


def test_findings_on_record_do_not_speak_in_a_scenario(tmp_path, case):
    made = Finding("f", "p20", "chief", Truth.MET, Rung.VERIFIED, date(2025, 12, 1), ())
    held = replace(case, held=replace(case.held, findings=(made,)))
    body = '  - {name: a test, on: 2025-12-24, expect: {p20: {mission: "unknown, none_made"}}}\n'
    (tmp_path / "a.yaml").write_text(HEAD + body, encoding="utf-8")
    (scenario,) = load(tmp_path / "a.yaml", case.agreement)
    assert run(held, scenario) == ()
