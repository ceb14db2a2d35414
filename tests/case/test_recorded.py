"""The third axis: what the journal held on a past day, whatever was entered, undone or found since."""

import json
import sqlite3
from datetime import date, timedelta

import pytest

from truceline.case.recorded import findings, recorded, reviews

DAY = date(2026, 3, 2)


@pytest.fixture
def journal():
    """Entries as the view gives them: number, moment, kind, payload."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.execute("CREATE TABLE entry_v1 (entry, at, kind, payload)")

    def enter(number, at, kind, **payload):
        row = (number, f"{at}:00.000000+00:00", kind, json.dumps(payload) if payload else None)
        connection.execute("INSERT INTO entry_v1 VALUES (?, ?, ?, ?)", row)
        return connection

    enter.connection = connection
    yield enter
    connection.close()


def test_a_document_counts_from_the_day_on_which_it_was_first_entered(journal):
    journal(1, "2026-03-01T09:00", "document", path="a.txt")
    journal(2, "2026-03-03T09:00", "document", path="b.txt")
    journal(3, "2026-03-03T10:00", "document", path="a.txt")
    assert recorded(journal.connection, DAY).paths == {"a.txt"}


def test_a_review_that_was_undone_later_still_stood_on_the_day(journal):
    journal(1, "2026-03-01T09:00", "review", claim="c1")
    journal(2, "2026-03-03T09:00", "undo", entry=1)
    past = recorded(journal.connection, DAY)
    assert [r["claim"] for r in reviews(journal.connection, past.entries)] == ["c1"]
    assert recorded(journal.connection, date(2026, 3, 3)).entries == frozenset()


def test_a_review_of_a_later_day_does_not_count(journal):
    journal(1, "2026-03-01T09:00", "review", claim="c1")
    journal(2, "2026-03-03T09:00", "review", claim="c2")
    past = recorded(journal.connection, DAY)
    assert (past.entries, past.last) == ({1}, 1)


def test_a_day_ends_at_midnight_of_the_case(journal):
    journal(1, "2026-03-02T22:30", "review", claim="c1")
    assert recorded(journal.connection, DAY).entries == {1}
    assert recorded(journal.connection, DAY, timedelta(hours=2)).entries == frozenset()


def test_an_erased_entry_is_left_out(journal):
    journal(1, "2026-03-01T09:00", "review")
    past = recorded(journal.connection, DAY)
    assert list(reviews(journal.connection, past.entries)) == []


def test_findings_come_as_their_lines(journal):
    journal(1, "2026-03-01T09:00", "finding", id="f1")
    past = recorded(journal.connection, DAY)
    assert [json.loads(line)["id"] for line in findings(journal.connection, past.entries)] == ["f1"]
