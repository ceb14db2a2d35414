"""A report of which nothing is held says so in sentences."""

from datetime import date

import pytest

from truceline.reporting import html, json, model, report, state, xlsx
from truceline.reporting.provenance import loose


@pytest.fixture(scope="module")
def nothing():
    return model.Report(
        head=model.Head(
            "c",
            "A ceasefire",
            "Daily report of 2 May 2031",
            "2031-05-02",
            "2 May 2031, 18:00",
            "1 May 18:00",
            "2 May 18:00",
            "UTC",
        ),
        voices=model.Voices(0, 0),
        changed=model.Changed(),
        board=model.BoardSection((), ()),
        todo=model.ToDo(),
        ahead=model.Section("ahead", "Dates ahead", empty="No deadline is held."),
        gates=(
            model.GateSection("g", "Condition", "What blocks it", model.line("None."), model.line("Nobody.")),
        ),
        figures=model.FigureSection(),
        sections=(model.Section("incidents", "Incidents", empty="No incident with place and time."),),
        foot=model.Foot("alphabetical"),
    )


def test_each_empty_part_is_a_sentence(nothing):
    page = html.render(nothing)
    for words in (
        "No new statement in this period has been checked.",
        "the board is empty, which says nothing about any party",
        "No figure is held.",
        "No incident with place and time.",
        "No condition is stated by anybody in what is held.",
        "No statement is held.",
        "No deadline is held.",
    ):
        assert words in page
    assert loose(page) == ()


def test_every_output_can_be_made_of_nothing(nothing):
    assert xlsx.render(nothing)
    assert json.parse(json.plain(nothing)) == nothing
    assert state(nothing) == "DRAFT"


def test_a_day_before_anything_was_said_has_all_its_sections(river):
    made = report(river, date(2031, 5, 3))
    ids = {s.id for s in made.sections}
    assert {"incidents", "exchange", "aid", "monitors", "unsaid", "sources"} <= ids
    assert all(s.empty for s in made.sections if s.is_empty)
    assert {c.value for g in made.board.groups for d in g.rows for c in d.cells} == {
        "no statement",
        "none made",
    }
    assert "Nobody is heard in this period" in made.voices.remark
    assert loose(html.render(made)) == ()
