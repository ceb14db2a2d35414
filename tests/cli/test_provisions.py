"""``truceline provisions``: out as a sheet, back with a look at what would change, and nothing half done."""

import os
import pty

import pytest
from openpyxl import load_workbook


@pytest.fixture
def sheet(truceline, fresh, tmp_path):
    ended = truceline("provisions", fresh, "--xlsx", tmp_path / "duties.xlsx")
    assert ended.code == 0, ended.err
    assert f"--from {tmp_path / 'duties.xlsx'}" in ended.out
    return tmp_path / "duties.xlsx"


def fill(path, **cells):
    book = load_workbook(path)
    for place, value in cells.items():
        book["provisions"][place].value = value
    book.save(path)


def row_of(path, id_):
    return next(c.row for c in load_workbook(path)["provisions"]["A"] if c.value == id_)


def test_an_unchanged_sheet_changes_nothing(truceline, fresh, sheet):
    before = (fresh / "agreement.yaml").read_bytes()
    ended = truceline("provisions", fresh, "--from", sheet)
    assert ended.code == 0
    assert "Nothing was changed" in ended.out
    assert (fresh / "agreement.yaml").read_bytes() == before


def test_without_a_terminal_the_change_is_shown_and_not_written(truceline, fresh, sheet):
    before = (fresh / "agreement.yaml").read_bytes()
    fill(sheet, **{f"B{row_of(sheet, 'p20')}": "open the crossing"})
    ended = truceline("provisions", fresh, "--from", sheet)
    assert ended.code == 4
    assert "+    name: open the crossing" in ended.out
    assert "p20: name" in ended.out
    assert "--yes" in ended.err
    assert (fresh / "agreement.yaml").read_bytes() == before


def test_with_yes_the_change_is_written_and_the_rest_stays(truceline, fresh, sheet):
    before = (fresh / "agreement.yaml").read_text(encoding="utf-8").splitlines()
    last = load_workbook(sheet)["provisions"].max_row
    free = next(r for r in range(2, last + 1) if not load_workbook(sheet)["provisions"].cell(r, 1).value)
    fill(sheet, **{f"B{row_of(sheet, 'p20')}": "open the crossing", f"A{free}": "p99", f"B{free}": "report", f"D{free}": "us, hamas, un"})  # fmt: skip
    ended = truceline("provisions", fresh, "--from", sheet, "--yes")
    assert ended.code == 0, ended.err
    after = (fresh / "agreement.yaml").read_text(encoding="utf-8").splitlines()
    new = ["    name: open the crossing", "  - id: p99", "    name: report", "    bearer: [us, hamas, un]"]
    assert [line for line in after if line not in before] == new
    assert len(after) == len(before) + 3
    assert truceline("check", fresh).code == 0
    assert not list(fresh.glob(".agreement*"))


def test_a_slip_is_named_by_its_cell_and_nothing_is_written(truceline, fresh, sheet):
    before = (fresh / "agreement.yaml").read_bytes()
    fill(sheet, C2="oblgation", B3="=1+1")
    ended = truceline("provisions", fresh, "--from", sheet, "--yes")
    assert ended.code == 2
    assert "duties.xlsx:C2: this word is not known here" in ended.err
    assert "duties.xlsx:B3: a formula stands here" in ended.err
    assert (fresh / "agreement.yaml").read_bytes() == before


def test_a_row_that_is_gone_is_told(truceline, fresh, sheet):
    book = load_workbook(sheet)
    book["provisions"].delete_rows(2)
    book.save(sheet)
    ended = truceline("provisions", fresh, "--from", sheet)
    assert "1 provision of agreement.yaml not in the sheet" in ended.err
    assert "Nothing was changed" in ended.out


def test_a_person_at_a_terminal_is_asked(truceline, fresh, sheet, monkeypatch):
    fill(sheet, **{f"B{row_of(sheet, 'p20')}": "open the crossing"})
    for answer, written in ((b"n\n", False), (b"y\n", True)):
        ours, theirs = pty.openpty()
        os.write(ours, answer)
        with os.fdopen(theirs, "r", encoding="utf-8") as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            ended = truceline("provisions", fresh, "--from", sheet)
        os.close(ours)
        assert ended.code == (0 if written else 4)
        assert ("open the crossing" in (fresh / "agreement.yaml").read_text(encoding="utf-8")) is written


def test_no_sheet_is_written_over(truceline, fresh, sheet):
    before = sheet.read_bytes()
    assert truceline("provisions", fresh, "--xlsx", sheet).code == 4
    assert sheet.read_bytes() == before


def test_one_of_the_two_ways_must_be_said(truceline, fresh, tmp_path):
    assert truceline("provisions", fresh).code == 2
    assert "--xlsx" in truceline("provisions", fresh).err
    assert truceline("provisions", fresh, "--xlsx", tmp_path / "a", "--from", tmp_path / "b").code == 2
    assert "no such file" in truceline("provisions", fresh, "--from", tmp_path / "b.xlsx").err
