"""The sheet: kind and checked first, nothing of a source ever a formula, and the name tells of unchecked rows."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from truceline.reporting import name, without_unchecked, xlsx


@pytest.fixture(scope="module")
def book(day):
    return load_workbook(io.BytesIO(xlsx.render(day)))


def test_the_sheets_are_board_figures_statements_and_review_list(book):
    assert book.sheetnames == ["board", "figures", "statements", "review list"]


def test_kind_and_checked_are_the_first_two_columns_of_every_sheet(book):
    for sheet in book:
        assert [c.value for c in sheet[1]][:2] == ["kind", "checked"]
        assert sheet.freeze_panes == "C2"


def test_every_row_carries_its_kind_and_whether_it_is_checked(book):
    for sheet in book:
        for kind, checked, *rest in sheet.iter_rows(min_row=2, values_only=True):
            assert kind in {"stated", "computed", "found", None}, rest
            assert checked in {"checked", "not checked", None}, rest


def test_a_cell_in_which_nothing_is_held_claims_neither_kind_nor_check(book):
    for kind, checked, *rest in book["board"].iter_rows(min_row=2, values_only=True):
        assert (kind is None) == (checked is None), rest


def test_a_machine_reading_says_so_before_its_words_in_each_sheet(book):
    for sheet in book:
        for row in sheet.iter_rows(min_row=2, values_only=True):
            if row[1] == "not checked":
                assert any(str(v).startswith("Machine reading, not checked:") for v in row)


def test_bounds_are_numbers_apart_from_the_words(book):
    heads = [c.value for c in book["figures"][1]]
    rows = [dict(zip(heads, r, strict=True)) for r in book["figures"].iter_rows(min_row=2, values_only=True)]
    found = next(r for r in rows if r["value"] == "more than 190")
    assert (found["low"], found["high"]) == (190, None)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n="])
def test_text_of_a_source_never_becomes_a_formula(day, start):
    claim = next(iter(day.statements))
    hostile = f"{start}cmd|' /C calc'!A0"
    report = replace(
        day,
        statements={**day.statements, claim: replace(day.statements[claim], words=hostile, speaker=hostile)},
    )
    sheet = load_workbook(io.BytesIO(xlsx.render(report)))["statements"]
    cells = [
        c for row in sheet.iter_rows(min_row=2) for c in row if isinstance(c.value, str) and "calc" in c.value
    ]
    assert len(cells) == 2
    assert all(c.data_type != "f" and c.quotePrefix for c in cells)


def test_control_characters_do_not_break_the_file(day):
    claim = next(iter(day.statements))
    report = replace(
        day, statements={**day.statements, claim: replace(day.statements[claim], words="a\x00b\x0bc")}
    )
    assert xlsx.render(report)


def test_the_name_ends_in_not_checked_while_one_unchecked_row_is_held(day):
    assert name(day, "xlsx") == "2025-12-24-NOT-CHECKED.xlsx"
    assert name(without_unchecked(day), "xlsx") == "2025-12-24-DRAFT.xlsx"
