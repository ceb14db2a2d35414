"""A reading that was put right is linked anew, and shows what the reading as put right shows."""

from dataclasses import replace

import pytest
from river import CLOSED, COUNT, WANTS, review

from truceline.evidence import Target, Truth, Verdict

SHELLING = {"kind": "incident", "payload__type": "shelling", "payload__author": "Southern Council"}
OURS = replace(COUNT, payload=replace(COUNT.payload, side="Northern Front"))


def told(make, claim, verdict=Verdict.CORRECTED, **corrections):
    """The duties it is about, and what it shows of them."""
    case = make(claim, reviews=[review(claim, verdict, **corrections)])
    reading = case.by_id[claim.id]
    rows = {r.matter: r.truth for r in case.rows(reading, checked=True)}
    return reading.linked(Target.PROVISION), rows


def test_a_position_put_right_to_an_incident_fills_the_ban_of_the_side_that_is_named(make):
    assert told(make, WANTS, Verdict.ACCEPTED) == (("p01",), {"p01": Truth.UNKNOWN})
    about, rows = told(make, WANTS, **SHELLING)
    assert "p02" in about
    assert rows["p02"] is Truth.NOT_MET


def test_an_incident_of_another_side_is_no_breach_of_this_ban(make):
    about, _ = told(make, WANTS, **{**SHELLING, "payload__author": "Northern Front"})
    assert "p02" not in about


def test_a_count_given_to_the_side_that_owes_is_linked_to_its_ban(make):
    assert told(make, OURS, Verdict.ACCEPTED)[0] == ()
    about, rows = told(make, OURS, payload__side="Southern Council")
    assert (about, rows) == (("p02",), {"p02": Truth.NOT_MET})


def test_what_is_denied_shows_the_contrary_of_a_duty_and_nothing_of_a_ban(make):
    assert told(make, CLOSED, Verdict.ACCEPTED)[1] == {"p01": Truth.NOT_MET}
    assert told(make, CLOSED, polarity="denied")[1] == {"p01": Truth.MET}
    assert told(make, WANTS, polarity="denied", **SHELLING)[1]["p02"] is Truth.UNKNOWN


def test_duties_that_the_reviewer_named_stay_as_he_named_them(make):
    assert told(make, WANTS, provision="p01", **SHELLING)[0] == ("p01",)


@pytest.mark.parametrize("verdict", [Verdict.OPEN, Verdict.REJECTED])
def test_only_what_was_accepted_is_put_right(make, verdict):
    case = make(WANTS, reviews=[review(WANTS, verdict, **SHELLING)])
    reading = case.by_id[WANTS.id]
    assert (reading.claim.kind, reading.checked) == (WANTS.kind, False)


def test_a_newer_reading_asks_anew(make):
    newer = replace(WANTS, payload=replace(WANTS.payload, issue="a force"))
    case = make(newer, reviews=[review(WANTS, Verdict.CORRECTED, **SHELLING)])
    assert case.by_id[newer.id].state == "reopened"
