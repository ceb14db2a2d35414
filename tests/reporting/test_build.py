"""From a case to the report: what is held, in whose words, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from truceline.reporting import html, json, report, state
from truceline.reporting.model import Kind
from truceline.reporting.provenance import loose

DAY = date(2031, 5, 20)


def cell(made, duty, column):
    rows = {d.id: d for g in made.board.groups for d in g.rows}
    place = [c.id for c in made.board.columns].index(column)
    return rows[duty].cells[place]


def test_the_head_tells_the_period_with_its_offset_and_the_day_by_each_start(river_report):
    head = river_report.head
    assert (head.covers_from, head.covers_to, head.offset) == ("19 May 18:00", "20 May 18:00", "UTC+1")
    assert [x.text for x in head.day_counts] == [
        "Day 18 counted from 2 May (Arland, Borland; the case author's reading, no statement cited)"
    ]
    assert not head.signed


def test_one_side_heard_is_told_as_one_sides_account(river_report):
    assert [(v.side, v.count, v.last) for v in river_report.voices.sides] == [
        ("Arland", 1, "today"),
        ("Borland", 0, ""),
    ]
    assert river_report.voices.remark.startswith("One side's account of the day.")
    assert river_report.voices.never == ("farmers of the valley",)


def test_a_side_of_which_nothing_is_held_has_no_statement_and_never_not_met(river_report):
    assert cell(river_report, "p03", "borland").value == "no statement"
    assert cell(river_report, "p03", "borland").kind is None


def test_a_status_as_stated_opens_its_sentence(river_report):
    found = cell(river_report, "p03", "arland")
    assert (found.value, found.kind) == ("not met", Kind.STATED)
    assert river_report.statements[found.claims[0]].words == "the bridge is closed"


def test_a_changed_status_and_its_line_stand_under_what_changed(river_report):
    closing = [x.text for x in river_report.changed.closing]
    assert "Status changed: open the bridge, as stated by Arland: no value → not met." in closing
    assert any("the bridge is closed" in c.line.text for c in river_report.changed.items)


def test_words_of_the_case_author_are_never_put_in_quotation_marks(river_report):
    for change in river_report.changed.items:
        assert "in the case author's words" in change.line.text
        assert "“" not in change.line.text


def test_nothing_stated_later_stands_in_an_earlier_report(river):
    earlier = json.render(report(river, date(2031, 5, 19)))
    assert "the bridge is closed" not in earlier
    assert "12 violations" in earlier


def test_whose_condition_and_whose_account_are_kept_apart(river_report):
    gate = river_report.gates[0]
    assert gate.rows[0].holder.text == "Arland (Ana Arne), 20 May"
    assert gate.matrix is not None
    assert len(gate.matrix.rows[0].cells) == len(river_report.board.columns)
    assert "No such statement held at this date." in gate.declared.text


def test_the_texts_own_formula_is_told_in_words_with_ids_apart_in_small(river):
    gates = dict(river.agreement.gates)
    gates["g1"] = replace(gates["g1"], text_formula="p03 and not p01")
    made = report(replace(river, agreement=replace(river.agreement, gates=gates)), date(2031, 5, 20))
    (texts,) = [g.texts for g in made.gates if g.id == "g1"]
    assert texts.text.startswith("Open the bridge p03 and not no attacks by Arland p01.")
    assert [r.text for r in texts.runs if r.rule == "id"] == [" p03", " p01"]
    assert '<span data-fact="id"> p03</span>' in html.render(made)


@pytest.fixture(scope="module")
def waiting(river):
    """The same case, with the state of the bridge still a machine reading."""
    turned = [
        replace(r, state="proposed", authored=False) if r.claim.text == "the bridge is closed" else r
        for r in river.readings
    ]
    return replace(river, readings=tuple(turned))


def test_an_unchecked_reading_changes_no_cell_and_stands_beside_it(waiting):
    made = report(waiting, DAY)
    found = cell(made, "p03", "arland")
    assert found.value == "no statement"
    assert [p.would for p in found.pending] == ["not met"]
    assert state(made) == "NOT-CHECKED"
    assert made.todo.unchecked == 1
    assert "No status changed." in [x.text for x in made.changed.closing]


def test_an_unchecked_reading_is_in_no_checked_part_of_the_page(waiting):
    made = report(waiting, DAY)
    words = "the bridge is closed"
    assert not any(words in c.line.text for c in made.changed.items)
    assert not any(words in x.text for s in made.sections for x in s.lines)
    assert loose(html.render(made)) == ()
    assert words not in json.render(made)


def test_the_same_case_and_day_give_the_same_report(river, river_report):
    assert report(river, DAY) == river_report
