"""What law demands to erase goes; a tombstone stays."""

from datetime import datetime

import pytest

from truceline.evidence import Review, Verdict
from truceline.ledger.entry import stamp


def raw(case):
    folder = case.path / ".truceline"
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_an_erased_review_leaves_a_tombstone_and_the_chain_verifies(case):
    with case.ledger() as ledger:
        entry = ledger.review(
            Review("c1", "s1", Verdict.OPEN, "AB", datetime.fromisoformat(stamp(None)), note="Leila told me")
        )
        ledger.append("correction", {}, "AB")
        made = ledger.erase(entry, "request of 3 March", "data officer")
    assert case.rows("SELECT payload, salt FROM ledger_entry WHERE number = 1") == [(None, None)]
    assert case.rows("SELECT * FROM review_v1") == []
    assert case.rows("SELECT kind FROM journal_v1 WHERE entry = 3") == [("erasure",)]
    assert made == 3
    assert case.faults() == []
    assert b"Leila" not in raw(case)


def test_an_erased_document_takes_its_text_and_proposals_with_it(case):
    case.fill(2)
    case.put("003.txt", "Leila said that 7 trucks entered.\n")
    case.build()
    with case.ledger() as ledger:
        [(entry,)] = case.rows("SELECT entry FROM ledger_document WHERE path = 'sources/003.txt'")
        ledger.erase(entry, "order of a court", "data officer")
    assert case.rows("SELECT count(*) FROM document_v1") == [(2,)]
    assert case.rows("SELECT count(*) FROM claim_v1 WHERE document = 'sources/003.txt'") == [(0,)]
    assert case.faults() == []
    assert b"Leila" not in raw(case)


def test_a_file_whose_text_was_erased_is_not_read_again(case):
    case.put("001.txt", "Leila said that 7 trucks entered.\n")
    case.build()
    with case.ledger() as ledger:
        ledger.erase(1, "order of a court", "data officer")
    result = case.build()
    assert [str(left) for left in result.left_out] == [
        "sources/001.txt: its text was erased from the ledger for good; remove the file from the folder"
    ]
    assert case.faults() == []


def test_nothing_is_erased_twice_and_no_erasure_is_erased(case):
    with case.ledger() as ledger:
        ledger.append("correction", {"n": 1}, "AB")
        ledger.erase(1, "request", "data officer")
        with pytest.raises(ValueError, match="before"):
            ledger.erase(1, "request", "data officer")
        with pytest.raises(ValueError, match="stays"):
            ledger.erase(2, "cover up", "data officer")
        with pytest.raises(LookupError):
            ledger.erase(9, "request", "data officer")


def test_a_payload_blanked_without_an_erasure_is_found(case):
    with case.ledger() as ledger:
        ledger.append("correction", {"n": 1}, "AB")
    case.sql("DROP TRIGGER entry_unchanged; UPDATE ledger_entry SET payload = NULL, salt = NULL")
    assert "journal entry 1: its payload is gone, and no erasure accounts for it" in case.faults()


def test_an_erasure_allows_only_to_blank_and_only_what_it_names(case):
    import sqlite3

    with case.ledger() as ledger:
        ledger.append("correction", {"n": 1}, "AB")
        ledger.append("correction", {"n": 2}, "AB")
        ledger.erase(1, "request", "data officer")
    for script in (
        "UPDATE ledger_entry SET payload = NULL, salt = NULL, by = 'CD' WHERE number = 1",
        "UPDATE ledger_entry SET payload = '{}' WHERE number = 1",
        "UPDATE ledger_entry SET payload = NULL, salt = NULL WHERE number = 2",
        "UPDATE ledger_entry SET payload = NULL, salt = NULL WHERE number = 3",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            case.sql(script)


def read_from(case, path):
    return {claim for (claim,) in case.rows(f"SELECT id FROM claim_v1 WHERE document = '{path}'")}


def test_a_source_goes_with_every_version_statement_and_verdict_and_nothing_else_does(case):
    case.put("001.txt", "Leila said that 7 trucks entered.\n")
    case.put("002.txt", "Naim said that 9 trucks entered.\n")
    case.build()
    old, other = read_from(case, "sources/001.txt"), read_from(case, "sources/002.txt")
    case.put("001.txt", "Leila said that 8 trucks entered.\n")
    case.build()
    new = read_from(case, "sources/001.txt")
    moment = datetime.fromisoformat(stamp(None))
    with case.ledger() as ledger:
        for claim in sorted(old | new | other):
            ledger.review(Review(claim, "s1", Verdict.OPEN, "AB", moment, note=f"Leila, {claim}"))
        found = ledger.erase_source("sources/001.txt", "at her request", "data officer")
        with pytest.raises(LookupError, match="erased before"):
            ledger.traces("sources/001.txt")
    assert found.claims == old | new
    assert (len(found.documents), len(found.verdicts)) == (2, len(old | new))
    assert {claim for (claim,) in case.rows("SELECT claim FROM review_v1")} == other
    assert case.rows("SELECT path FROM document_v1") == [("sources/002.txt",)]
    assert case.faults() == []
    assert b"Leila said" not in raw(case)
    assert not any(claim.encode() in raw(case) for claim in old | new)


def test_a_source_that_was_renamed_goes_under_both_names(case):
    case.put("001.txt", "Leila said that 7 trucks entered.\n")
    case.build()
    (case.path / "sources" / "001.txt").rename(case.path / "sources" / "002.txt")
    (case.path / "sources" / "001.yaml").rename(case.path / "sources" / "002.yaml")
    case.build()
    with case.ledger() as ledger:
        found = ledger.erase_source("sources/002.txt", "at her request", "data officer")
    assert len(found.documents) == 2
    assert case.rows("SELECT count(*) FROM document_v1") == [(0,)]
    assert case.faults() == []
    assert b"Leila" not in raw(case)


def test_what_the_journal_does_not_hold_cannot_be_erased(case):
    case.fill(1)
    case.build()
    with case.ledger() as ledger, pytest.raises(LookupError, match="holds no document sources/9"):
        ledger.erase_source("sources/9.txt", "at her request", "data officer")
    assert case.faults() == []
