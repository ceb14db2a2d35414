import io
import zipfile

import pytest
from river import CLOSED, COUNT

from truceline.reporting import checklist
from truceline.reporting.checklist import NotChecklist
from truceline.reporting.checklist.columns import HEADINGS, HELP


def packed(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 cut off", b"%PDF-1.7", packed(a="b"), packed(**{"[Content_Types].xml": "<x"})]
)
def test_what_is_no_workbook_says_what_to_do(data):
    with pytest.raises(NotChecklist, match="save it as an Excel workbook"):
        checklist.rows(data, "river-2026")


def test_a_file_made_to_fill_the_memory_is_refused(monkeypatch, filled):
    monkeypatch.setattr("truceline.reporting.xlsx.opening.MOST", 100)
    with pytest.raises(NotChecklist, match="at most 100"):
        checklist.rows(filled(CLOSED).bytes(), "river-2026")


def test_a_checklist_of_another_case_is_refused_whole(filled):
    with pytest.raises(NotChecklist, match="of the case river-2026, and this case is lake-2027"):
        checklist.rows(filled(CLOSED).bytes(), "lake-2027")


def test_missing_columns_are_named(filled):
    made = filled(CLOSED)
    made.sheet.delete_cols(HEADINGS.index("seen") + 1)
    with pytest.raises(NotChecklist, match="lacks the columns seen"):
        checklist.rows(made.bytes(), "river-2026")


def test_a_column_that_stands_twice_is_refused(filled):
    made = filled(CLOSED)
    made.sheet.cell(1, len(HEADINGS) + 1).value = "verdict"
    with pytest.raises(NotChecklist, match="the column verdict stands in it twice"):
        checklist.rows(made.bytes(), "river-2026")


def test_columns_may_be_moved_sheets_renamed_and_the_help_removed(filled):
    made = filled(CLOSED, COUNT).put(CLOSED, verdict="they said this")
    made.sheet.insert_cols(1)
    made.sheet.cell(1, 1).value = "my own"
    made.sheet.title = "Tabelle1"
    del made.book[HELP]
    found = checklist.rows(made.bytes(), "river-2026")
    assert [r.cells["verdict"] for r in found if not r.blank] == ["they said this"]
    assert len(found) == 2


def test_rows_that_are_empty_are_passed_over(filled):
    made = filled(CLOSED)
    made.sheet.cell(50, 1).value = "x"
    assert len(checklist.rows(made.bytes(), "river-2026")) == 1


def test_whole_numbers_lose_their_decimals(filled):
    made = filled(COUNT).put(COUNT, verdict="they said this", value=12.0)
    assert checklist.rows(made.bytes(), "river-2026")[0].cells["value"] == "12"


def test_line_ends_and_spaces_that_a_program_for_sheets_puts_in_are_no_change(filled):
    made = filled(CLOSED).put(CLOSED, verdict="they said this")
    words = made.cell(CLOSED, "sentence").value
    made.cell(CLOSED, "sentence").value = words.replace(" ", "\r\n", 1) + " "
    assert len(made.back().reviews) == 1
