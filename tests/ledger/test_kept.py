"""What stood once is kept: readings that were replaced and the files of the case, each once, and none past an erasure."""

import sqlite3
import zlib

import pytest

from truceline.evidence import digest
from truceline.ledger.entry import EntryKind

FIRST, SECOND = "Naim said that 100 trucks entered.\n", "Naim said that 200 trucks entered.\n"


def kept(case):
    return {key: zlib.decompress(data) for key, data in case.rows("SELECT digest, data FROM kept_v1")}


def named(case):
    """The digests of readings in the order of the journal."""
    query = "SELECT json_extract(payload, '$.claims') FROM entry_v1 WHERE kind = 'reading' ORDER BY entry"
    return [key for (key,) in case.rows(query)]


def files(case):
    query = "SELECT json_extract(payload, '$.path'), json_extract(payload, '$.sha256') FROM entry_v1 WHERE kind = 'file' ORDER BY entry"
    return case.rows(query)


def test_a_reading_that_was_replaced_is_kept_under_the_digest_that_the_journal_names(case):
    case.put("a.txt", FIRST)
    case.build()
    lines = "\n".join(line for (line,) in case.rows("SELECT line FROM claim_v1 ORDER BY start"))
    assert kept(case) == {}
    case.put("a.txt", SECOND)
    case.build()
    assert kept(case) == {named(case)[0]: lines.encode()}
    assert case.faults() == []


def test_a_reading_is_kept_when_its_source_goes_and_once_however_often_it_comes_back(case):
    for text in (FIRST, SECOND, FIRST, SECOND):
        case.put("a.txt", text)
        case.build()
    (case.path / "sources" / "a.txt").unlink()
    (case.path / "sources" / "a.yaml").unlink()
    case.build()
    assert set(kept(case)) == set(named(case))
    assert len(kept(case)) == 2
    assert case.faults() == []


def test_a_new_description_keeps_no_reading_twice(case):
    case.put("a.txt", FIRST)
    case.build()
    case.put("a.txt", FIRST, 'outlet: "Another"\npublished: 2025-12-02\nretrieved: 2026-03-01\n')
    case.build()
    assert kept(case) == {}


def test_a_file_of_the_case_is_entered_where_it_changed_and_kept_whole(case):
    file = case.path / "issues.yaml"
    for text in ("one: 1\n", "one: 1\n", "two: 2\r\n", "one: 1\n"):
        file.write_bytes(text.encode())
        case.build()
    keys = [digest(text) for text in ("one: 1\n", "two: 2\r\n", "one: 1\n")]
    assert files(case) == [("issues.yaml", key) for key in keys]
    assert kept(case)[keys[1]] == b"two: 2\r\n"
    assert case.faults() == []


def test_what_a_person_does_enters_the_files_by_which_it_was_done(case):
    case.put("a.txt", FIRST)
    case.build()
    (case.path / "agreement.yaml").write_text("schema: agreement/0.1\n", encoding="utf-8")
    with case.ledger() as ledger:
        signed = ledger.append(EntryKind.SIGNATURE, {"as_of": "2026-03-01", "digest": "0", "path": "r"}, "A")
    assert files(case)[-1][0] == "agreement.yaml"
    assert case.rows("SELECT max(entry) FROM entry_v1 WHERE kind = 'file'") == [(signed - 1,)]


def test_an_erasure_reaches_every_reading_that_was_ever_made_of_the_text(case, new_reader):
    case.put("a.txt", FIRST)
    case.build()
    case.put("a.txt", SECOND)
    case.build()
    assert len(kept(case)) == 1
    with case.ledger() as ledger:
        ledger.erase(1, "asked for by law", "A")
    assert kept(case) == {}
    assert case.faults() == []
    assert b"100 trucks" not in (case.path / ".truceline" / "ledger.db").read_bytes()


def test_a_version_of_a_case_file_can_be_erased_and_is_not_kept_anew(case):
    (case.path / "actors.yaml").write_text("note: her name\n", encoding="utf-8")
    case.build()
    ((number,),) = case.rows("SELECT entry FROM entry_v1 WHERE kind = 'file'")
    with case.ledger() as ledger:
        ledger.erase(number, "asked for by law", "A")
    case.build()
    assert (kept(case), case.faults()) == ({}, [])


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_kept SET data = x'00'",
        "DELETE FROM ledger_kept",
        "INSERT OR REPLACE INTO ledger_kept SELECT digest, text, x'00' FROM ledger_kept",
    ],
)
def test_nobody_changes_or_removes_what_is_kept(case, sql):
    (case.path / "issues.yaml").write_text("one: 1\n", encoding="utf-8")
    case.build()
    with pytest.raises(sqlite3.IntegrityError, match="what stood once is kept"):
        case.sql(sql)


def test_verify_tells_what_was_changed_past_the_triggers_and_what_is_absent(case):
    for name in ("issues.yaml", "actors.yaml"):
        (case.path / name).write_text(f"note: {name}\n", encoding="utf-8")
    case.build()
    changed, gone = digest("note: issues.yaml\n"), digest("note: actors.yaml\n")
    case.sql("DROP TRIGGER kept_kept; DROP TRIGGER kept_unchanged;")
    case.sql(
        f"UPDATE ledger_kept SET data = x'00' WHERE digest = '{changed}'; DELETE FROM ledger_kept WHERE digest = '{gone}';"
    )
    found = " ".join(case.faults())
    assert f"kept {changed[:12]}: it does not fit its digest" in found
    assert f"kept actors.yaml: the journal names its version {gone[:12]}, and it is absent" in found


def test_a_ledger_of_the_version_before_is_brought_up_to_this_one_with_all_it_held(case):
    from truceline.ledger.triggers import TRIGGERS

    case.fill(3)
    case.build()
    before = case.rows("SELECT * FROM ledger_claim"), case.rows("SELECT * FROM ledger_entry")
    triggers = "".join(f"DROP TRIGGER {name};" for name in TRIGGERS if name.startswith("kept_"))
    case.sql(
        f"{triggers} DROP VIEW kept_v1; DROP VIEW text_v1; DROP TABLE ledger_kept; PRAGMA user_version = 2;"
        "DELETE FROM django_migrations WHERE name = '0002_kept';"
    )
    case.ledger().close()
    assert (case.rows("SELECT * FROM ledger_claim"), case.rows("SELECT * FROM ledger_entry")) == before
    assert (kept(case), case.faults()) == ({}, [])
