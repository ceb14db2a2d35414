"""The queue goes out as a sheet and comes back; the verb tells what happened to each row."""

import json

import pytest
from openpyxl import load_workbook

DAY = ("--as-of", "2026-03-01")


@pytest.fixture
def desk(truceline, fresh, dispatch):
    """A case with one dispatch and no verdict."""
    truceline("add", fresh, dispatch, "--outlet", "Wire", "--published", "2025-10-11")
    truceline("build", fresh)
    return fresh


@pytest.fixture
def sheet(truceline, desk, tmp_path):
    ended = truceline("review", desk, *DAY, "--export", tmp_path / "queue.xlsx", "--by", "AB")
    assert ended.code == 0, ended
    return tmp_path / "queue-NOT-CHECKED.xlsx"


def fill(path, **cells):
    """Write the same into every row."""
    book = load_workbook(path)
    rows = book["queue"]
    heads = [c.value for c in rows[1]]
    for row in rows.iter_rows(min_row=2):
        for heading, value in cells.items():
            row[heads.index(heading)].value = value
    book.save(path)
    return rows.max_row - 1


def entered(case, kind):
    from truceline.ledger import Ledger

    with Ledger.open(case) as ledger:
        return [json.loads(e.payload) for e in ledger.journal.entries(kind)]


def test_the_name_ends_in_not_checked_and_the_journal_says_that_it_went_out(truceline, desk, sheet):
    assert sheet.is_file()
    (made,) = entered(desk, "export")
    assert (made["path"], made["tier"], made["as_of"]) == (sheet.name, "internal", "2026-03-01")
    assert truceline("verify", desk).code == 0


def test_the_verb_says_what_comes_next_and_that_the_sheet_stays_inside(truceline, desk, tmp_path):
    out = truceline("review", desk, *DAY, "--export", tmp_path / "a.xlsx").out
    assert "Stays inside" in out
    assert f'--import {tmp_path / "a-NOT-CHECKED.xlsx"} --by "NAME"' in out


def test_a_sheet_that_somebody_may_have_filled_in_is_not_written_over(truceline, desk, sheet):
    before = sheet.read_bytes()
    ended = truceline("review", desk, *DAY, "--export", sheet)
    assert ended.code == 4
    assert "somebody may have filled it in" in ended.err
    assert sheet.read_bytes() == before


def test_the_limit_holds_for_the_sheet_and_says_what_is_beyond(truceline, desk, tmp_path):
    ended = truceline("review", desk, *DAY, "--export", tmp_path / "a.xlsx", "--limit", "1")
    assert "1 reading to judge" in ended.out
    assert "beyond the limit" in ended.out
    assert load_workbook(tmp_path / "a-NOT-CHECKED.xlsx")["queue"].max_row == 2


def test_what_was_filled_in_is_entered_under_the_name_of_who_judged(truceline, desk, sheet):
    rows = fill(sheet, verdict="not a statement", note="read on the bus")
    ended = truceline("review", desk, *DAY, "--import", sheet, "--by", "C. Ode")
    assert ended.code == 0, ended
    assert f"Entered      {rows} verdicts ({rows} no statement)" in ended.out
    assert {r["by"] for r in entered(desk, "review")} == {"C. Ode"}
    again = truceline("review", desk, *DAY, "--import", sheet, "--by", "C. Ode")
    assert again.code == 0
    assert f"As before    {rows} rows on record already" in again.out
    assert len(entered(desk, "review")) == rows


def test_without_a_name_nothing_is_entered(truceline, desk, sheet, monkeypatch):
    monkeypatch.delenv("TRUCELINE_BY", raising=False)
    fill(sheet, verdict="not a statement")
    for by in ((), ("--by", "  ")):
        ended = truceline("review", desk, "--import", sheet, *by)
        assert ended.code == 2
        assert "needs the name of who judged" in ended.err
    assert entered(desk, "review") == []


def test_a_row_that_does_not_fit_is_told_and_the_code_says_so(truceline, desk, sheet):
    rows = fill(sheet, verdict="surely", id="0" * 16)
    ended = truceline("review", desk, *DAY, "--import", sheet, "--by", "CD")
    assert ended.code == 3
    assert f"Left out: {rows} rows, nothing of them was entered" in ended.err
    assert "  row 2: no reading 0000000000000000 is in this case" in ended.err
    assert "Entered      0 verdicts" in ended.out
    assert entered(desk, "review") == []


def test_a_sheet_without_verdicts_changes_nothing(truceline, desk, sheet):
    ended = truceline("review", desk, *DAY, "--import", sheet, "--by", "CD")
    assert ended.code == 0
    assert "without a verdict" in ended.out


@pytest.mark.parametrize("name", ["no-such.xlsx", "text.xlsx"])
def test_a_file_that_is_none_says_what_to_do(truceline, desk, tmp_path, name):
    (tmp_path / "text.xlsx").write_text("verdict", encoding="utf-8")
    ended = truceline("review", desk, "--import", tmp_path / name, "--by", "CD")
    assert ended.code == 2
    assert "there is no such file" in ended.err or "save it as an Excel workbook" in ended.err


@pytest.mark.parametrize("suffix", ["xls", "ods", "csv"])
def test_another_kind_of_sheet_is_not_made(truceline, desk, tmp_path, suffix):
    ended = truceline("review", desk, "--export", tmp_path / f"a.{suffix}")
    assert ended.code == 2
    assert "the queue goes out as .xlsx" in ended.err


def test_where_nothing_waits_no_sheet_is_written(truceline, desk, tmp_path):
    ended = truceline("review", desk, "--as-of", "2020-01-01", "--export", tmp_path / "a.xlsx")
    assert ended.code == 0
    assert "No sheet was written" in ended.out
    assert list(tmp_path.glob("*.xlsx")) == []
