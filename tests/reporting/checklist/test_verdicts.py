"""What a colleague filled in becomes verdicts; a row that does not fit is told, and nothing of it is taken."""

from dataclasses import replace
from datetime import date

import pytest
from river import CLOSED, COUNT, SHUT, WANTS, review

from truceline.evidence import Doubt, Part, Verdict, in_force
from truceline.reporting.checklist.columns import HEADINGS, SHOWN, row_digest

SAID = "they said this"
MISSING = replace(CLOSED, speaker=None, speaker_text="")


def only(found):
    """The one row that was told, of which nothing was taken."""
    assert found.reviews == ()
    (told,) = found.told
    return str(told)


def test_a_verdict_is_entered_under_the_name_given(filled):
    made = filled(CLOSED, COUNT).put(CLOSED, verdict=SAID, note="by telephone")
    found = made.back()
    (entered,) = found.reviews
    assert (entered.verdict, entered.by, entered.corrections, entered.note) == (
        Verdict.ACCEPTED,
        "CD",
        {},
        "by telephone",
    )
    assert in_force(CLOSED, entered)
    assert (found.blank, found.told) == (1, ())


@pytest.mark.parametrize(
    ("word", "verdict"),
    [("They said this ", Verdict.ACCEPTED), ("not a statement", Verdict.REJECTED), ("leave open", Verdict.OPEN), ("rejected", Verdict.REJECTED)],
)  # fmt: skip
def test_the_words_of_the_drop_down_are_verdicts(filled, word, verdict):
    assert filled(CLOSED).put(CLOSED, verdict=word).back().reviews[0].verdict is verdict


@pytest.mark.parametrize(
    ("written", "speaker"),
    [("the Council", "south"), ("2", "River Post"), (2, "River Post"), ("-", "-"), ("nobody named", "-"), ("Mara Field", "Mara Field")],
)  # fmt: skip
def test_another_speaker_is_a_correction(filled, written, speaker):
    found = filled(CLOSED).put(CLOSED, verdict=SAID, speaker=written).back()
    assert found.reviews[0].verdict is Verdict.CORRECTED
    assert found.reviews[0].corrections == {"speaker": speaker}
    assert found.unknown == (
        ("Mara Field",) if speaker == "Mara Field" else ("River Post",) if speaker == "River Post" else ()
    )


def test_the_speaker_and_the_value_as_they_were_read_are_no_correction(filled):
    found = filled(COUNT).put(COUNT, verdict=SAID, speaker="Brook", value="10-12").back()
    assert (found.reviews[0].verdict, found.reviews[0].corrections) == (Verdict.ACCEPTED, {})


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("10 to 14", "10", "14"), (11, "11", "11"), ("at least 10", "10", ""), ("-600", "", "600")],
)
def test_another_value_is_a_correction(filled, written, low, high):
    made = filled(COUNT).put(COUNT, verdict=SAID, value=written).back().reviews[0].corrections
    assert made == {"payload.low": low, "payload.high": high, "payload.approximator": ""}


def test_rows_may_be_sorted_and_left_out(filled):
    made = filled(CLOSED, COUNT, WANTS).put(WANTS, verdict=SAID).put(CLOSED, verdict="leave open")
    made.sheet.delete_rows(made.row(COUNT))
    lines = [[c.value for c in r] for r in made.sheet.iter_rows(min_row=2)]
    for number, line in enumerate(reversed(lines), 2):
        for column, value in enumerate(line, 1):
            made.sheet.cell(number, column).value = value
    assert {r.claim for r in made.back().reviews} == {WANTS.id, CLOSED.id}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"note": "ask"}, "something is filled in, and no verdict"),
        ({"speaker": "Brook"}, "something is filled in, and no verdict"),
        ({"verdict": "true"}, "'true' is no verdict; it is one of: they said this"),
        (
            {"verdict": "not a statement", "speaker": "Brook"},
            "another speaker goes with 'they said this'",
        ),
        ({"verdict": SAID, "speaker": "Stone"}, "may be Jon Stone, Lia Stone"),
        ({"verdict": SAID, "speaker": "7"}, "there are 3 names to choose from, not 7"),
        ({"verdict": SAID, "value": "12"}, "this reading holds no number and no stance"),
        ({"verdict": SAID, "note": "=1+1"}, "note holds a formula, =1+1"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_row(filled, cells, why):
    made = filled(CLOSED).put(CLOSED, **cells)
    assert only(made.back()).startswith("row 2: ")
    assert why in only(made.back())


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("many", "'many' is no value"),
        (date(2026, 12, 10), "a date, 10 Dec 2026"),
        ("12-10", "above the high end"),
    ],
)
def test_a_value_that_is_none_is_told(filled, value, why):
    assert why in only(filled(COUNT).put(COUNT, verdict=SAID, value=value).back())


def test_a_doubtful_speaker_must_be_chosen(filled):
    assert "the speaker is in doubt" in only(filled(MISSING).put(MISSING, verdict=SAID).back())
    made = filled(MISSING).put(MISSING, verdict=SAID, speaker=1).back()
    assert made.reviews[0].corrections == {"speaker": "brook"}


@pytest.mark.parametrize("heading", [h for h in SHOWN if h != "id"])
def test_a_cell_that_was_changed_on_the_way_is_told(filled, heading):
    made = filled(CLOSED, COUNT).put(CLOSED, verdict=SAID)
    made.cell(CLOSED, heading).value = "the bridge is open"
    assert "a cell that is not to be filled in was changed" in only(made.back())


def test_an_id_that_is_not_in_the_case_is_told(filled):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    made.cell(CLOSED, "id").value = "0" * 16
    assert "no reading 0000000000000000 is in this case" in only(made.back())


def test_an_id_that_was_removed_is_told(filled):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    made.cell(CLOSED, "id").value = None
    assert "it has no id" in only(made.back())


def test_an_id_put_in_place_of_another_is_told(filled):
    made = filled(CLOSED, COUNT).put(CLOSED, verdict=SAID)
    made.sheet.delete_rows(made.row(COUNT))
    made.cell(CLOSED, "id").value = COUNT.id
    assert "a cell that is not to be filled in" in only(made.back())


def test_a_forged_row_with_a_digest_of_its_own_is_told(filled):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    made.cell(CLOSED, "exact words").value = "The bridge is open"
    cells = {h: made.cell(CLOSED, h).value for h in HEADINGS}
    made.cell(CLOSED, "row").value = row_digest("river-2026", cells)
    assert "its 'exact words' is not what the case holds" in only(made.back())


def test_a_row_that_a_newer_reader_reads_otherwise_is_told(filled, make):
    made = filled(COUNT).put(COUNT, verdict=SAID)
    newer = make(replace(COUNT, payload=replace(COUNT.payload, high=99)))
    assert "out of date" in only(made.back(newer))


def test_two_rows_that_say_different_things_of_one_reading_are_both_told(filled):
    made = filled(CLOSED, COUNT).put(CLOSED, verdict=SAID).put(COUNT, verdict=SAID)
    last = made.sheet.max_row + 1
    for column, cell in enumerate(made.sheet[made.row(CLOSED)], 1):
        made.sheet.cell(last, column).value = cell.value
    made.sheet.cell(last, HEADINGS.index("verdict") + 1).value = "not a statement"
    found = made.back()
    assert [t.row for t in found.told] == [made.row(CLOSED), last]
    assert f"rows {made.row(CLOSED)} and {last} say different things" in found.told[0].why
    assert [r.claim for r in found.reviews] == [COUNT.id]


def test_two_rows_that_say_the_same_are_one(filled):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    for column, cell in enumerate(made.sheet[2], 1):
        made.sheet.cell(3, column).value = cell.value
    found = made.back()
    assert (len(found.reviews), found.told) == (1, ())


def test_one_bad_row_keeps_no_good_one_out(filled):
    made = filled(CLOSED, COUNT).put(CLOSED, verdict="perhaps").put(COUNT, verdict=SAID)
    found = made.back()
    assert [r.claim for r in found.reviews] == [COUNT.id]
    assert len(found.told) == 1


@pytest.mark.parametrize(
    ("claim", "cells"),
    [
        (CLOSED, {"verdict": SAID}),
        (CLOSED, {"verdict": "not a statement", "note": "a headline"}),
        (CLOSED, {"verdict": "leave open"}),
        (CLOSED, {"verdict": SAID, "speaker": "the Council"}),
        (COUNT, {"verdict": SAID, "value": "10 to 14", "speaker": "2"}),
        (MISSING, {"verdict": SAID, "speaker": "1"}),
        (MISSING, {"verdict": SAID, "speaker": "-"}),
        (replace(CLOSED, doubt=(Doubt(Part.SPEAKER, "two names near"),)), {"verdict": SAID, "speaker": "1"}),
    ],
)  # fmt: skip
def test_the_same_sheet_twice_changes_nothing(filled, make, claim, cells):
    made = filled(claim, SHUT).put(claim, **cells)
    first = made.back()
    assert len(first.reviews) == 1, first.told
    again = made.back(make(claim, SHUT, reviews=first.reviews))
    assert (again.reviews, again.told, again.as_before) == ((), (), 1)


def test_another_verdict_on_record_is_told_with_who_and_when_and_stands(filled, make):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    found = made.back(make(CLOSED, reviews=[review(CLOSED, Verdict.REJECTED)]))
    assert "AB rejected it otherwise on 01 Mar 2026" in only(found)
    assert f"--card {CLOSED.id}" in only(found)


def test_what_was_left_open_is_settled_by_a_sheet(filled, make):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    found = made.back(make(CLOSED, reviews=[review(CLOSED, Verdict.OPEN)]))
    assert [r.verdict for r in found.reviews] == [Verdict.ACCEPTED]


def test_what_was_entered_and_taken_back_does_not_come_again_by_itself(filled):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    (first,) = made.back().reviews
    assert "entered and taken back before" in only(made.back(taken_back=[first]))
