"""Another kind for a reading, part by part, at the keys."""

from datetime import timedelta

import pytest
from river import CLOSED, COUNT, DAY, KEPT, NOW, VAGUE, WANTS, review

from truceline.evidence import Kind, Verdict
from truceline.review import Desk, Session, picked, press, queue
from truceline.review.table import show


@pytest.fixture
def sit(make):
    """A sitting over some claims."""

    def begun(*claims):
        case = make(*claims)
        return Session(queue(case, DAY, everything=True).cards, Desk.of(case), "AB", NOW)

    return begun


def keys(session, typed):
    for key in typed:
        session = press(session, key, session.since + timedelta(seconds=1))
    return session


def test_a_state_becomes_a_figure_of_what_was_written_and_waits_for_enter(sit):
    session = keys(sit(CLOSED), "kfigure\n3 in this period\nshellings\nthe Council\n")
    assert session.reviews == ()
    assert "it is figure: shellings by Southern Council: 3 in this period" in show(session)
    (made,) = keys(session, "\n").reviews
    assert (made.verdict, made.by, made.claim) == (Verdict.CORRECTED, "AB", CLOSED.id)
    assert made.corrections == {
        "kind": "figure",
        "payload.low": "3",
        "payload.high": "3",
        "payload.approximator": "",
        "payload.basis": "new",
        "payload.per": "",
        "payload.counts": "shellings",
        "payload.side": "Southern Council",
    }


def test_kinds_are_listed_and_chosen_by_number_or_by_how_their_names_begin(sit):
    assert "1 figure   2 incident   3 position" in show(keys(sit(CLOSED), "k"))
    assert keys(sit(CLOSED), "k2\n").shaping is Kind.INCIDENT
    assert keys(sit(CLOSED), "kinc\n").shaping is Kind.INCIDENT
    assert "is no kind of its own: one of figure, incident" in keys(sit(CLOSED), "kst\n").said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kfigure\n\n", "A figure needs a number and what it counts over: for example 410 in total"),
        ("kfigure\n3\n", "Say what it counts over, too: 410 in total, 12 in this period, 10-12 per day."),
        ("kfigure\nmany\n", "'many' is no value"),
        ("kposition\nmaybe\n", "'maybe' is no stance: one of accept, reject"),
        ("kposition\nconditional\n", "needs its condition: conditional if the road opens"),
        ("kcompliance\nyes\n", "'yes' is neither kept nor broken"),
    ],
)
def test_a_part_that_is_missing_is_asked_for_by_name(sit, typed, said):
    session = keys(sit(VAGUE), typed)
    assert said in session.said
    assert session.asking == "part"
    assert not session.edits


def test_what_fits_the_new_kind_is_offered_as_it_was_read(sit):
    session = keys(sit(KEPT), "kincident\nclosing\n")
    assert "who is said to have done it (Enter for: the Council)" in show(session)
    assert keys(session, "\n\n").reviews[0].corrections == {
        "kind": "incident",
        "payload.type": "closing",
        "payload.author": "Southern Council",
    }


def test_a_statement_has_no_parts(sit):
    assert keys(sit(CLOSED), "kstatement\n\n").reviews[0].corrections == {"kind": "statement"}


def test_of_the_same_kind_the_parts_alone_are_changed(sit):
    made = keys(sit(WANTS), "kposition\nreject\n\n\n\n").reviews[0].corrections
    assert "kind" not in made
    assert (made["payload.stance"], made["payload.issue"], made["payload.holder"]) == (
        "reject",
        "monitors",
        "Ana Brook",
    )


def test_escape_and_undo_leave_the_kind_as_it_was(sit):
    session = keys(sit(CLOSED), "kfigure\n3 in total\n\x1b")
    assert (session.asking, session.shaping, dict(session.edits)) == ("", None, {})
    assert keys(sit(CLOSED), "kstatement\nz").edits == {}
    done = keys(sit(CLOSED), "kstatement\n\nz")
    assert done.reviews == ()


def test_denied_whose_and_value_go_on_from_the_kind_on_the_table(sit):
    session = keys(sit(CLOSED), "kposition\nreject\nthe bridge\n\nwthe Front\nvaccept\nd\n")
    made = session.reviews[0].corrections
    assert (made["payload.holder"], made["payload.stance"], made["polarity"]) == (
        "Northern Front",
        "accept",
        "denied",
    )


def test_a_stance_is_the_value_of_a_position_and_kept_or_broken_that_of_a_duty(sit):
    made = keys(sit(WANTS), "vconditional if the bridge opens\n\n").reviews[0].corrections
    assert made == {"payload.stance": "conditional", "payload.condition": "the bridge opens"}
    assert keys(sit(KEPT), "vkept\n\n").reviews[0].corrections == {"payload.value": "met"}


def test_what_a_figure_counts_over_is_written_behind_its_number(sit):
    made = keys(sit(COUNT), "v11 in total\n\n").reviews[0].corrections
    assert (made["payload.low"], made["payload.basis"], made["payload.per"]) == ("11", "total", "")
    rate = keys(sit(COUNT), "v10 to 12 a week\n\n").reviews[0].corrections
    assert (rate["payload.high"], rate["payload.basis"], rate["payload.per"]) == ("12", "rate", "week")


def test_a_kind_belongs_to_one_sentence(sit):
    from river import SHUT

    assert "belongs to one sentence" in keys(sit(CLOSED, SHUT), "kstatement\ng").said


def test_a_kind_put_right_once_is_put_right_again_without_the_parts_of_the_first(make):
    before = review(CLOSED, Verdict.CORRECTED, kind="incident", payload__type="closing", speaker="stone")
    case = make(CLOSED, reviews=[before])
    session = Session(picked(case, DAY, [CLOSED.id]).cards, Desk.of(case), "AB", NOW)
    made = keys(session, "kposition\nreject\nthe bridge\n\n\n").reviews[0].corrections
    assert "payload.type" not in made
    assert (made["kind"], made["speaker"]) == ("position", "stone")
