"""What keeps a report from being signed or going out beside its readings: the ledger, the folder and the day."""

import json
import sqlite3
from contextlib import closing

import pytest

PATH = "(SELECT min(path) FROM ledger_document)"
REMOVED = f"""DELETE FROM ledger_claim WHERE document = {PATH}; DELETE FROM ledger_reading WHERE document = {PATH};
DELETE FROM ledger_document WHERE path = {PATH}"""
RELEASES = (("sign", "--by", "A. Berg"), ("report", "--public"))


def sql(case, script):
    with closing(sqlite3.connect(case / ".truceline" / "ledger.db")) as connection:
        connection.executescript(script)


def run(truceline, verb, case):
    return truceline(verb[0], case, *verb[1:])


@pytest.fixture
def news(case):
    """The example, with an article that no build has read."""
    (case / "sources" / "new.txt").write_text("Rafah is closed, Bassem Naim said.\n", encoding="utf-8")
    return case


@pytest.mark.parametrize("verb", RELEASES)
@pytest.mark.parametrize(
    ("script", "fault"),
    [
        (REMOVED, "document sources/"),
        ("DROP TRIGGER entry_kept", "trigger entry_kept: it is absent: somebody dropped it"),
        ("DROP VIEW document_v1", "view document_v1: it is absent"),
    ],
)
def test_a_ledger_that_does_not_hold_lets_nothing_be_signed_or_go_out(truceline, case, verb, script, fault):
    sql(case, script)
    ended = run(truceline, verb, case)
    assert ended.code == 4
    assert f"- The ledger does not hold: {fault}" in ended.err
    assert f"    truceline verify {case}\n" in ended.err


@pytest.mark.parametrize("verb", RELEASES)
def test_a_ledger_that_is_no_database_lets_nothing_be_signed_or_go_out(truceline, case, verb):
    (case / ".truceline" / "ledger.db").write_bytes(b"no database" * 1000)
    ended = run(truceline, verb, case)
    assert ended.code == 4
    assert "truceline verify" in ended.err


@pytest.mark.parametrize("verb", RELEASES)
def test_a_source_that_no_build_has_read_lets_nothing_be_signed_or_go_out(truceline, news, verb):
    ended = run(truceline, verb, news)
    assert ended.code == 4
    assert "- 1 source changed since the last build: sources/new.txt." in ended.err
    assert f"    truceline build {news}\n" in ended.err


@pytest.mark.parametrize("verb", RELEASES)
def test_changed_and_removed_sources_are_named_and_a_build_lets_them_be(truceline, case, verb):
    first, second, *_ = sorted((case / "sources").glob("*.txt"))
    first.unlink()
    first.with_suffix(".yaml").unlink(missing_ok=True)
    second.write_text("Nothing is said.\n", encoding="utf-8")
    assert f"- 2 sources changed since the last build: sources/{first.name}," in " ".join(
        run(truceline, verb, case).err.split()
    )
    truceline("build", case)
    assert "since the last build" not in run(truceline, verb, case).err


@pytest.mark.parametrize("verb", [("status",), ("status", "--json"), ("report", "--format", "json")])
def test_board_and_draft_say_in_one_line_that_sources_changed(truceline, news, verb):
    before = run(truceline, ("status",), news).code
    ended = run(truceline, verb, news)
    assert ended.code == before == 0
    assert ended.err == f"Look at: 1 source changed since the last build. Next: truceline build {news}\n"


def test_board_and_draft_say_nothing_where_nothing_changed(truceline, case):
    assert truceline("status", case).err == truceline("report", case, "--format", "json").err == ""


def test_a_day_that_has_not_come_is_not_signed(truceline, case):
    ended = truceline("sign", case, "--by", "A. Berg", "--as-of", "2231-01-01")
    assert ended.code == 4
    assert "- 2231-01-01 has not come" in ended.err


def test_verify_tells_the_faults_of_a_replaced_view(truceline, case):
    sql(case, "DROP VIEW review_v1; CREATE VIEW review_v1 AS SELECT 1 AS entry")
    ended = truceline("verify", case)
    assert ended.code == 1
    assert "view review_v1: its SQL is not the one this version lays" in ended.out
    assert "content digest: it cannot be worked out" in ended.out
    assert not ended.err
    line = json.loads(truceline("verify", case, "--json").out)
    assert line["digest"] == ""
    assert line["faults"][0]["where"] == "view review_v1"


def test_a_ledger_without_its_views_is_told_as_such_and_not_as_a_fault_of_truceline(truceline, case):
    sql(case, "DROP VIEW document_v1")
    ended = truceline("status", case)
    assert ended.code == 2
    assert "SQLite cannot use the ledger: no such table: document_v1. Next: truceline verify" in ended.err
    assert "fault of Truceline" not in ended.err


def test_a_case_without_documents_has_a_board_and_is_told_how_to_add_one(truceline, fresh, article):
    for _ in range(2):
        ended = truceline("status", fresh)
        assert ended.code == 0
        assert "Columns in alphabetical order" in ended.out
        assert ended.err == f"No document is held yet. Next: truceline add {fresh} FILE\n"
        truceline("build", fresh)
    truceline("add", fresh, article, "--outlet", "X", "--published", "2025-12-24")
    assert "1 source changed since the last build" in truceline("status", fresh).err
