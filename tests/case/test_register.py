"""The register: what is asked for comes, what is not stays out, and a pronoun goes with what it points back to."""

from datetime import date

import pytest

from truceline.case import open_case
from truceline.case.register import Wanted, mode_of, register
from truceline.evidence import Kind
from truceline.positions.tones import Tone

from ..docs.questions import made  # noqa: TID252 - the tests are no package on the path

DAY = date(2030, 1, 1)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return open_case(made(tmp_path_factory.mktemp("register") / "questions"))


def texts(case, day=DAY, **wanted):
    return [r.claim.text for r in register(case, day, Wanted(**wanted)) if not r.authored]


def test_a_side_stands_for_all_its_speakers_and_a_name_for_one(case):
    speakers = {r.speaker.id for r in register(case, DAY, Wanted(by="hamas")) if r.speaker and not r.authored}
    assert {"naim", "qassem", "abu_marzouk"} <= speakers
    (one,) = {
        r.speaker.id for r in register(case, DAY, Wanted(by="Bassem Naim", ceasefire="any")) if r.speaker
    }
    assert one == "naim"


def test_whoever_has_no_name_is_found_by_the_words_of_the_text(case):
    assert texts(case, by="experts", ceasefire="any") == [
        "the text leaves open how Israel would carry it out"
    ]


def test_other_ceasefires_stay_out_unless_they_are_asked_for(case):
    told = "Hamas will not settle for a solution in pieces"
    assert told not in texts(case)
    assert told in texts(case, ceasefire="gaza-2025-01")
    assert told in texts(case, ceasefire="any")
    assert told not in texts(case, ceasefire="gaza-2024-05-draft")


def test_a_matter_is_an_issue_a_provision_or_a_word(case):
    assert "Rafah is closed" in texts(case, about=("p20",))
    assert "Rafah is closed" in texts(case, about=("crossings",))
    worded = register(case, DAY, Wanted(about=("minister",)))
    assert worded
    assert all("minister" in r.sentence.casefold() for r in worded)


def test_its_opening_goes_with_the_crossing_named_before_it(case):
    assert any("the text has it opened" in t for t in texts(case, about=("p20",)))
    assert not any("the text has it opened" in t for t in texts(case, about=("committee",)))


def test_days_modes_kinds_and_tones_narrow_what_comes(case):
    assert not texts(case, date(2025, 10, 9))
    assert texts(case, since=date(2026, 2, 1))
    assert not [t for t in texts(case, since=date(2026, 2, 1)) if "Rafah is closed" in t]
    found = register(case, DAY, Wanted(mode="direct", ceasefire="any"))
    assert found
    assert {mode_of(r) for r in found} == {"direct"}
    assert {r.claim.kind for r in register(case, DAY, Wanted(kinds=(Kind.TERM,)))} == {Kind.TERM}
    assert "On the committee Hamas has shown flexibility" in texts(case, tone=Tone.GIVING)
