"""When something began: each asserted day with its holders, the figures that count from a day, and no day where none is stated."""

from datetime import date

from truceline.agreement.model import Agreement, Anchor, AnchorValue
from truceline.agreement.source import Source
from truceline.evidence import dates
from truceline.status.explain_anchor import CountsFrom, anchor_node

SAID = Source(date=dates.parse("2031-02-01"))


def node(values, counted=(), judge=""):
    anchor = Anchor("start", "the truce begins", tuple(values), judge)
    return anchor_node(Agreement("river", {}), anchor, date(2031, 3, 1), counted)


def value(day, by):
    return AnchorValue(None, dates.parse(day), (by,), source=SAID)


def child(found, label):
    return next(c for c in found.children if c.label == label)


def test_two_days_stand_side_by_side_with_their_holders():
    stated = child(node([value("2031-01-10", "norland"), value("2031-01-11", "sudland")]), "As stated")
    assert "2 days are stated" in stated.words
    assert [(c.label, c.words) for c in stated.children] == [
        ("2031-01-10", "norland"),
        ("2031-01-11", "sudland"),
    ]


def test_no_day_is_said_to_be_none():
    assert child(node([]), "As stated").words == "no day is stated by this date"


def test_figures_name_the_day_that_they_count_from():
    found = node([value("2031-01-10", "norland")], [CountsFrom(dates.parse("2031-01-11"), "c1")])
    (figure,) = child(found, "Figures that count from a day").children
    assert (figure.label, figure.claim) == ("counts from 2031-01-11", "c1")


def test_nobody_named_to_judge_is_told():
    assert child(node([]), "Nobody is named to judge it").words == ""
    assert child(node([], judge="the mission"), "Judged by").words == "the mission"
