"""Findings stand in the journal, one at a time, and `verify` reads them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from truceline.case import store
from truceline.evidence import Finding, Rung, Truth
from truceline.ledger import Ledger
from truceline.ledger.entry import EntryKind
from truceline.ledger.triggers import TRIGGERS

SHUT = Finding(
    "f1",
    "p20",
    "head of mission",
    Truth.NOT_MET,
    Rung.VERIFIED,
    date(2025, 12, 24),
    ("a" * 16,),
    "Closed on each visit.",
    "denies the act",
    by="AB",
    made=datetime(2025, 12, 24, 7, tzinfo=UTC),
)


def test_a_finding_is_read_back_as_it_was_entered_and_by_whom(case):
    with case.ledger() as ledger:
        assert ledger.find(SHUT) == 1
        assert ledger.find(replace(SHUT, id="f2", by="")) == 2
    assert store.read(case.path).findings == (SHUT, replace(SHUT, id="f2", by=""))
    assert case.rows('SELECT "by", kind FROM ledger_entry ORDER BY number') == [
        ("AB", "finding"),
        ("head of mission", "finding"),
    ]
    assert case.faults() == []


def test_the_same_finding_is_entered_once(case):
    with case.ledger() as ledger:
        ledger.find(SHUT)
        with pytest.raises(ValueError, match="stands already, as entry 1"):
            ledger.find(SHUT)


def test_a_finding_can_be_taken_back_and_stays_on_record(case):
    with case.ledger() as ledger:
        ledger.undo(ledger.find(SHUT), "AB")
    assert store.read(case.path).findings == ()
    assert len(case.rows("SELECT 1 FROM ledger_entry WHERE kind = 'finding'")) == 1


def test_a_changed_finding_is_found_at_its_entry(case):
    with case.ledger() as ledger:
        ledger.find(SHUT)
    drop = "".join(f"DROP TRIGGER {name};" for name in TRIGGERS)
    again = "".join(f"{sql};" for sql in TRIGGERS.values())
    case.sql(
        f"{drop}UPDATE ledger_entry SET payload = replace(payload, 'not_met', 'met') WHERE number = 1;{again}"
    )
    assert case.faults() == ["journal entry 1: its payload does not fit its digest: it was changed"]


@pytest.mark.parametrize(
    ("slip", "told"),
    [({"rung": "sure"}, "is none: 'sure' is not a valid Rung"), ({"role": ""}, "it names no role")],
)
def test_an_entry_that_is_no_finding_is_a_fault(case, slip, told):
    with case.ledger() as ledger:
        ledger.append(EntryKind.FINDING, {**SHUT.line(), **slip}, "AB")
    (fault,) = case.faults()
    assert fault.startswith("journal entry 1: ")
    assert told in fault


def test_there_is_no_way_to_conclude_in_bulk():
    assert [name for name in dir(Ledger) if name.startswith("find")] == ["find"]


def test_a_withdrawal_is_appended_with_who_and_why_and_changes_no_entry(case):
    with case.ledger() as ledger:
        number = ledger.find(SHUT)
        before = case.rows("SELECT digest FROM ledger_entry WHERE number = 1")
        assert ledger.withdraw(number, "Ode", "another gate") == number + 1
        assert case.rows("SELECT digest FROM ledger_entry WHERE number = 1") == before
    (entered,) = store.read(case.path).entered
    assert entered.finding == SHUT
    assert (entered.withdrawn.by, entered.withdrawn.why) == ("Ode", "another gate")
    assert store.read(case.path).findings == ()
    assert case.faults() == []


@pytest.mark.parametrize(("by", "why"), [("", "another gate"), ("Ode", " ")])
def test_nobody_withdraws_without_a_name_and_a_reason(case, by, why):
    with case.ledger() as ledger:
        number = ledger.find(SHUT)
        with pytest.raises(ValueError, match="names who takes the finding back, and why"):
            ledger.withdraw(number, by, why)


def test_only_a_finding_is_withdrawn_and_once(case):
    with case.ledger() as ledger:
        number = ledger.find(SHUT)
        gone = ledger.withdraw(number, "Ode", "another gate")
        with pytest.raises(ValueError, match="and no finding"):
            ledger.withdraw(gone, "Ode", "again")
        with pytest.raises(ValueError, match="was withdrawn before"):
            ledger.withdraw(number, "Ode", "again")
