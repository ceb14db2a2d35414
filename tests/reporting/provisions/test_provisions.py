"""The workbook of provisions: what is written is read back, and what a sheet makes of a cell is told with its place."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from truceline.agreement.sheet import COLUMNS, Known, cells, entries
from truceline.files import yaml
from truceline.reporting.provisions import SHEET, NotProvisions, render, rows

EXAMPLE = Path(__file__).parents[3] / "examples" / "gaza-2025" / "agreement.yaml"
KNOWN = Known(
    anchors=frozenset({"in_effect"}), instruments=frozenset({"I1", "I2"}), types=frozenset({"police"})
)
TEXT = """\
provisions:
  - {id: p01, name: "=1+1", deed: power, bearer: a, article: 1.10, words: "-5 to 10\\nand more", clocks: [{after: p02, by: a}]}
  - {id: p02, name: "+ @x", bearer: [a, b], words: "تُفتح المعابر"}
"""
PROVISIONS = entries(yaml.parse(TEXT, "agreement.yaml"))


def book(**changed):
    """The workbook with cells changed: ``C3="x"``."""
    made = load_workbook(io.BytesIO(render("x", "The truce", PROVISIONS, KNOWN)))
    for place, value in changed.items():
        made[SHEET][place].value = value
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def told(**changed):
    return [str(p) for p in rows(book(**changed), "x", "duties.xlsx").problems]


def test_what_is_written_is_read_back():
    found = rows(book(), "x", "duties.xlsx")
    assert [r.cells for r in found.rows] == [cells(p) for p in PROVISIONS]
    assert found.rows[1].places["deed"] == "C3"
    assert found.problems == ()


def test_every_provision_of_the_example_is_read_back():
    held = entries(yaml.parse(EXAMPLE.read_text(encoding="utf-8"), "agreement.yaml"))
    found = rows(render("gaza-2025", "Gaza", held, KNOWN), "gaza-2025", "duties.xlsx")
    assert [r.cells for r in found.rows] == [cells(p) for p in held]


def test_no_text_of_an_agreement_becomes_a_formula():
    sheet = load_workbook(io.BytesIO(book()))[SHEET]
    assert {c.data_type for row in sheet["A2:R3"] for c in row if c.value is not None} == {"s"}


def test_every_cell_to_fill_in_is_text_also_below_the_last_row():
    sheet = load_workbook(io.BytesIO(book()))[SHEET]
    assert {sheet.cell(row, column).number_format for row in (2, 3, 40) for column in range(1, len(COLUMNS) + 1)} == {"@"}  # fmt: skip


def test_a_cell_that_holds_less_than_the_file_is_grey():
    sheet = load_workbook(io.BytesIO(book()))[SHEET]
    assert sheet["N2"].fill.fgColor.rgb.endswith("E7E6E6")
    assert sheet["N3"].fill.fill_type is None


def test_words_are_offered_from_a_page_of_their_own():
    made = load_workbook(io.BytesIO(book()))
    places = {str(v.sqref).split(":")[0]: v.formula1 for v in made[SHEET].data_validations.dataValidation}
    assert {"C2", "F2", "I2", "J2", "P2"} <= set(places)
    assert [c.value for c in made["words"]["A"][:3]] == ["deed", "obligation", "prohibition"]


def test_a_formula_a_date_and_an_error_are_told_with_their_cell():
    assert told(B2="=1+1") == ["duties.xlsx:B2: a formula stands here; expected the text itself; got =1+1"]
    (date,) = told(N3=datetime(2031, 5, 8))
    assert date.startswith(
        "duties.xlsx:N3: the sheet made a date of this; expected text, for example by 2031"
    )
    assert told(C3="#REF!") == ["duties.xlsx:C3: an error of the sheet stands here; expected text; got #REF!"]


def test_a_number_is_its_digits():
    found = rows(book(G3=4, H3=1.5, J3=4.0), "x", "d.xlsx").rows[1].cells
    assert (found["article"], found["words"], found["modality"]) == ("4", "1.5", "4")


def test_empty_rows_and_columns_of_ones_own_are_passed_over():
    found = rows(book(A9="p09", B9="  far below ", S1="my column", S2="=1"), "x", "d.xlsx")
    assert [r.cells["id"] for r in found.rows] == ["p01", "p02", "p09"]
    assert found.rows[2].places["name"] == "B9"
    assert found.rows[2].cells["name"] == "far below"
    assert found.problems == ()


def macros():
    data = io.BytesIO(book())
    with zipfile.ZipFile(data, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "case", "why"),
    [
        (b"id,name\n", "x", "no workbook that can be read"),
        (macros(), "x", "it holds macros"),
        (book(A1="number"), "x", "no column id"),
        (book(B1="id"), "x", "the column id stands in it twice"),
        (book(), "y", "the sheet of the case x, and this case is y"),
    ],
    ids=["no workbook", "macros", "no id", "twice", "another case"],
)
def test_what_is_no_sheet_of_this_case_is_refused(data, case, why):
    with pytest.raises(NotProvisions, match=why):
        rows(data, case, "duties.xlsx")
