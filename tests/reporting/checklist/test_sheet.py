import io

import pytest
from openpyxl import load_workbook
from river import CLOSED, COUNT, DAY, WANTS

from truceline.reporting import checklist
from truceline.reporting.checklist.columns import CHOICES, FILL, HEADINGS, HELP, SHEET


def test_kind_and_checked_are_the_first_two_columns_and_nothing_is_checked(filled):
    sheet = filled(CLOSED, COUNT).sheet
    assert [c.value for c in sheet[1]] == list(HEADINGS)
    assert [c.value for c in sheet[1]][:2] == ["kind", "checked"]
    assert {r[:2] for r in sheet.iter_rows(min_row=2, values_only=True)} == {("stated", "not checked")}


def test_the_name_ends_in_not_checked_once():
    assert checklist.name("queue") == "queue-NOT-CHECKED"
    assert checklist.name("queue-NOT-CHECKED") == "queue-NOT-CHECKED"


@pytest.mark.parametrize("heading", list(CHOICES))
def test_verdict_kind_and_denial_have_drop_downs_of_plain_words(filled, heading):
    column = HEADINGS.index(heading) + 1
    listed = filled(CLOSED).sheet.data_validations.dataValidation
    (own,) = [v for v in listed if next(iter(v.sqref.ranges)).min_col == column]
    assert own.formula1 == f'"{",".join(CHOICES[heading])}"'
    assert len(own.formula1) < 256, "no program opens a longer list"


def test_only_what_is_to_be_filled_in_is_unlocked_and_kept_as_text(filled):
    made = filled(COUNT)
    for heading in HEADINGS:
        cell = made.cell(COUNT, heading)
        assert cell.protection.locked == (heading not in FILL)
        assert (cell.number_format == "@") == (heading in FILL)
    assert made.sheet.protection.sheet


def test_nothing_is_filled_in_before_a_person_does(filled):
    assert all(filled(CLOSED, WANTS).cell(CLOSED, h).value is None for h in FILL)


def test_a_page_says_how_to_fill_in_and_that_the_file_stays_inside(filled):
    text = "\n".join(str(c) for r in filled(CLOSED).book[HELP].iter_rows(values_only=True) for c in r)
    for words in ("what was said, not whether it is true", "stays inside", "river-2026", "they said this"):
        assert words in text


def test_words_of_a_source_are_never_a_formula(make):
    case = make(CLOSED, outlet="=HYPERLINK(1)")
    from truceline.review import queue

    book = load_workbook(io.BytesIO(checklist.render(case, DAY, queue(case, DAY).cards)))
    at = HEADINGS.index("published")
    (cell,) = [r[at] for r in book[SHEET].iter_rows(min_row=2)]
    assert cell.value.startswith("=HYPERLINK")
    assert cell.data_type == "s"
