from dataclasses import replace
from datetime import date

from river import CLOSED, COUNT, DAY, SHUT, SPORT, UNDATED, VAGUE, WANTS, later, review

from truceline.evidence import Doubt, Part, Truth, Verdict, dates
from truceline.review import Consequences, standing


def of(case, claim, day=DAY):
    return Consequences(case, day).of(case.by_id[claim.id])


def test_a_reading_that_would_fill_a_cell_says_which_and_how(make):
    found = of(make(CLOSED), CLOSED)
    (cell,) = found.cells
    assert (cell.matter, cell.viewpoint, cell.before, cell.after) == (
        "p01",
        "north",
        Truth.UNKNOWN,
        Truth.NOT_MET,
    )
    assert str(cell) == "p01 open the bridge, as stated by Northern Front: no value -> not met"


def test_what_is_open_at_a_gate_changes_with_the_cell(make):
    assert of(make(CLOSED), CLOSED).gates == ("into the second phase",)


def test_a_second_statement_that_leaves_the_value_changes_nothing_on_the_board(make):
    case = make(CLOSED, SHUT, reviews=[review(CLOSED)])
    assert not of(case, SHUT).board


def test_the_answer_is_that_of_the_whole_board_with_this_one_reading_accepted(make):
    case = make(CLOSED, COUNT, WANTS)
    for reading in case.readings:
        before, after = case.board(DAY), case.board(DAY, frozenset({reading.id}))
        changed = {
            (row.provision.id, view)
            for row in after.rows
            for view, cell in row.cells.items()
            if cell.value is not before.row(row.provision.id).cells[view].value
        }
        assert {(c.matter, c.viewpoint) for c in Consequences(case, DAY).of(reading).cells} == changed


def test_a_figure_and_a_position_add_a_row_whatever_the_board_says(make):
    case = make(COUNT, WANTS)
    assert of(case, COUNT).figures == 1
    assert of(case, WANTS).positions == 1
    assert of(case, WANTS).words() == (
        "nothing on the board",
        "adds 1 position",
        "adds a line under what changed",
    )


def test_what_changed_is_of_the_day_only(make):
    case = make(WANTS, published=dates.parse("2026-02-20"))
    assert of(case, WANTS).news is False
    assert of(case, WANTS).page


def test_a_reading_that_could_not_be_known_by_the_day_changes_nothing_then(make):
    case = make(CLOSED)
    assert not of(case, CLOSED, date(2026, 2, 28)).page


def test_standing_holds_unchecked_readings_only(make):
    case = make(CLOSED, COUNT, WANTS, reviews=[review(CLOSED), review(COUNT, Verdict.REJECTED)])
    assert [r.id for r in standing(case, DAY)] == [WANTS.id]


def test_a_reading_left_open_and_a_reopened_one_still_stand(make):
    changed = replace(review(COUNT), seen="another reading")
    case = make(CLOSED, COUNT, reviews=[review(CLOSED, Verdict.OPEN), changed])
    assert {(r.id, r.state) for r in standing(case, DAY)} == {(CLOSED.id, "open"), (COUNT.id, "reopened")}


def test_other_ceasefires_other_topics_repeats_and_bare_statements_do_not_stand(make):
    copy, document = later(CLOSED)
    copy = replace(copy, ordinal=1)
    case = make(CLOSED, copy, SPORT, VAGUE, others=[document])
    assert [r.id for r in standing(case, DAY)] == [CLOSED.id]
    other = make(CLOSED, ceasefire="river-2024")
    assert standing(other, DAY) == ()


def test_an_undated_document_counts_from_its_retrieval(make):
    case = make(CLOSED, published=UNDATED)
    assert standing(case, DAY)
    assert not standing(case, date(2026, 2, 28))


def test_a_doubtful_speaker_changes_no_cell_but_a_figure_is_still_added(make):
    doubtful = replace(
        COUNT, speaker=None, speaker_text="she", doubt=(Doubt(Part.SPEAKER, "she: two women"),)
    )
    found = of(make(doubtful), doubtful)
    assert not found.board
    assert found.figures == 1
