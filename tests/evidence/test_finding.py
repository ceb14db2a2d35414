"""What a role of the mission concluded, and which of its conclusions stands."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.evidence import Answer, Finding, Kept, Rung, Truth
from truceline.evidence.finding import parse, standing

DAY = date(2031, 5, 3)
MORNING = datetime(2031, 5, 3, 7, tzinfo=UTC)
SHUT = Finding(
    "f1", "bridge", "team leader", Truth.NOT_MET, Rung.VERIFIED, DAY, ("a", "b"), "Shut.", made=MORNING
)

made = st.builds(
    Finding,
    id=st.text(),
    matter=st.sampled_from(["bridge", "guns"]),
    role=st.text(),
    truth=st.sampled_from(Truth),
    rung=st.sampled_from(Rung),
    at=st.dates(),
    claims=st.lists(st.text()).map(tuple),
    text=st.text(),
    answer=st.sampled_from(["", *(a.value for a in Answer)]),
    answered=st.text(),
    by=st.text(),
    made=st.one_of(st.none(), st.datetimes(timezones=st.just(UTC))),
    kept=st.lists(st.builds(Kept, st.text(), st.text(), rendering=st.booleans())).map(tuple),
)


@given(made)
def test_the_line_of_a_finding_gives_the_finding_back(finding):
    assert parse(finding.line()) == finding


def test_a_line_of_before_the_answer_had_a_claim_is_read_all_the_same():
    line = {k: v for k, v in SHUT.line().items() if k not in ("answered", "by", "made", "answer", "kept")}
    assert parse(line) == replace(SHUT, made=None)


@pytest.mark.parametrize("slip", [{"rung": "sure"}, {"truth": "perhaps"}, {"at": "yesterday"}])
def test_what_is_no_finding_is_refused(slip):
    with pytest.raises((KeyError, ValueError)):
        parse({**SHUT.line(), **slip})


def test_of_one_day_the_later_entry_stands_and_of_two_days_the_later_day():
    again = replace(SHUT, id="f2", truth=Truth.MET, made=MORNING + timedelta(hours=1))
    back = replace(SHUT, id="f3", at=DAY - timedelta(days=1), made=MORNING + timedelta(days=9))
    assert standing([again, SHUT, back], "bridge", DAY) == (again,)
    assert standing([again, SHUT, back], "bridge", DAY - timedelta(days=1)) == (back,)
    assert standing([again, SHUT, back], "guns", DAY) == ()


@given(st.lists(made, max_size=5), st.dates())
def test_a_finding_of_a_later_day_stands_on_no_earlier_one(findings, day):
    assert all(f.at <= day for f in standing(findings, "bridge", day))


def test_only_an_answer_that_grants_the_act_concedes():
    assert [a for a in Answer if a.concedes] == [
        Answer.DENIES_RESPONSIBILITY,
        Answer.OTHER_EXPLANATION,
        Answer.ACCEPTS,
    ]
