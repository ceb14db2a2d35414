"""The journal only grows."""

import asyncio
import json
import sqlite3
import threading
from datetime import UTC, date, datetime

import pytest

from truceline.evidence import Review, Verdict
from truceline.ledger import EntryKind, Ledger

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)


def review(claim="c1", verdict=Verdict.ACCEPTED, seen="s1", **more):
    return Review(claim, seen, verdict, "AB", AT, **more)


def test_each_entry_names_the_digest_of_the_one_before(case):
    with case.ledger() as ledger:
        assert [ledger.append("correction", {"n": n}, "AB") for n in range(3)] == [1, 2, 3]
    rows = case.rows("SELECT previous, digest FROM ledger_entry ORDER BY number")
    assert [previous for previous, _ in rows] == ["", rows[0][1], rows[1][1]]
    assert len({digest for _, digest in rows}) == 3


def test_equal_payloads_have_different_digests_so_that_an_erased_one_cannot_be_guessed(case):
    with case.ledger() as ledger:
        for _ in range(2):
            ledger.append("correction", {"name": "Leila"}, "AB", AT)
    assert len(set(case.rows("SELECT payload_digest FROM ledger_entry"))) == 2


def test_an_entry_of_no_known_kind_is_refused(case):
    with case.ledger() as ledger, pytest.raises(ValueError, match="gossip"):
        ledger.append("gossip", {}, "AB")


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE ledger_entry SET by = 'CD' WHERE number = 1",
        "UPDATE OR IGNORE ledger_entry SET payload = '{}' WHERE number = 1",
        "UPDATE ledger_entry SET payload = NULL, salt = NULL WHERE number = 1",
        "DELETE FROM ledger_entry WHERE number = 2",
        "INSERT OR REPLACE INTO ledger_entry SELECT 1, at, kind, 'CD', salt, payload, payload_digest, previous, digest FROM ledger_entry WHERE number = 1",
        "INSERT OR REPLACE INTO ledger_entry SELECT 2, at, kind, 'CD', salt, payload, payload_digest, previous, digest FROM ledger_entry WHERE number = 2",
        "INSERT INTO ledger_entry SELECT 9, at, kind, by, salt, payload, payload_digest, previous, digest FROM ledger_entry WHERE number = 1",
        "UPDATE ledger_head SET number = 1",
        "DELETE FROM ledger_head",
    ],
)
def test_somebody_past_the_ledger_is_refused(case, script):
    with case.ledger() as ledger:
        ledger.append("correction", {"n": 1}, "AB")
        ledger.append("correction", {"n": 2}, "AB")
    with pytest.raises(sqlite3.IntegrityError, match=r"only grows|only moves on|cannot be removed"):
        case.sql(script)
    assert case.faults() == []


def test_the_last_review_that_is_not_undone_counts_and_all_stay_on_record(case):
    with case.ledger() as ledger:
        ledger.review(review(verdict=Verdict.OPEN))
        second = ledger.review(review(verdict=Verdict.CORRECTED, corrections={"speaker": "naim"}, note="he"))
        undo = ledger.undo(second, "AB")
    assert undo == 3
    assert case.rows("SELECT entry, claim, verdict, by, at FROM review_v1") == [
        (1, "c1", "open", "AB", "2026-03-01T09:00:00.000000+00:00")
    ]
    assert case.rows("SELECT kind FROM journal_v1") == [("review",), ("review",), ("undo",)]


def test_the_corrections_of_a_review_are_json_in_the_view(case):
    with case.ledger() as ledger:
        ledger.review(review(corrections={"payload.low": "410"}, note="bound"))
    [(corrections, note)] = case.rows("SELECT corrections, note FROM review_v1")
    assert (json.loads(corrections), note) == ({"payload.low": "410"}, "bound")


def test_only_a_review_or_a_finding_can_be_taken_back_and_only_once(case):
    with case.ledger() as ledger:
        signature = ledger.sign("AB", date(2025, 12, 24), "d" * 64, "out/report.html")
        entry = ledger.review(review())
        ledger.undo(entry, "AB")
        with pytest.raises(ValueError, match="is a signature"):
            ledger.undo(signature, "AB")
        with pytest.raises(ValueError, match="before"):
            ledger.undo(entry, "AB")
        with pytest.raises(LookupError, match="no entry 99"):
            ledger.undo(99, "AB")


def test_signatures_and_findings_stand_in_their_views(case):
    with case.ledger() as ledger:
        ledger.append(EntryKind.FINDING, {"id": "f1", "text": "Both sides agree."}, "head of mission")
        ledger.sign("AB", date(2025, 12, 24), "d" * 64, "out/report.html")
        ledger.export("AB", "out/public.html", "e" * 64, "public")
    assert case.rows("SELECT entry, by, as_of, digest FROM signature_v1") == [
        (2, "AB", "2025-12-24", "d" * 64)
    ]
    [(entry, line)] = case.rows("SELECT entry, line FROM finding_v1")
    assert (entry, json.loads(line)["id"]) == (1, "f1")


def test_several_cases_are_open_in_one_process(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with Ledger.open(tmp_path / "one") as one, Ledger.open(tmp_path / "two") as two:
        one.append("correction", {}, "AB")
        assert two.append("correction", {}, "AB") == 1
        assert one.append("correction", {}, "AB") == 2


def test_a_folder_that_is_not_there_is_no_case(tmp_path):
    with pytest.raises(NotADirectoryError, match="no case folder"):
        Ledger.open(tmp_path / "nowhere")


def test_the_ledger_works_where_an_event_loop_runs_as_in_a_notebook(case):
    case.fill(2)

    async def cell():
        result = case.build()
        with case.ledger() as ledger:
            ledger.review(review())
            return result.documents, ledger.verify()

    assert asyncio.run(cell()) == (2, [])


def test_threads_append_without_losing_or_doubling_an_entry(case):
    with case.ledger() as ledger:

        def write():
            for _ in range(10):
                ledger.append("correction", {}, "AB")
            ledger.close()

        threads = [threading.Thread(target=write) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert ledger.verify() == []
    assert case.rows("SELECT count(*) FROM journal_v1") == [(40,)]


def test_verdicts_that_belong_together_are_entered_all_or_none(case):
    with case.ledger() as ledger:
        assert ledger.review_all([review("c1"), review("c2"), review("c3")]) == [1, 2, 3]
        with pytest.raises(TypeError):
            ledger.review_all([review("c4"), review(object())])
    assert case.rows("SELECT claim FROM review_v1 ORDER BY entry") == [("c1",), ("c2",), ("c3",)]
    assert case.faults() == []


def test_several_are_taken_back_all_or_none_and_stay_on_record(case):
    with case.ledger() as ledger:
        made = ledger.review_all([review("c1"), review("c2")])
        with pytest.raises(LookupError):
            ledger.undo_all([*made, 99], "AB")
        assert ledger.taken_back() == []
        ledger.undo_all(made, "AB")
        assert [r.claim for r in ledger.taken_back()] == ["c1", "c2"]
    assert case.rows("SELECT claim FROM review_v1") == []
