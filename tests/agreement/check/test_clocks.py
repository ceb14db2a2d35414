"""Clocks that hold together are not told."""

import pytest

AGREEMENT = """
instruments: [{{id: I1, name: Accord, date: 2031-05-01, expires: 2032-05}}, {{id: I2, name: Plan, date: 2031-04-01}}]
anchors:
  start: {{text: it starts, values: [{{at: 2031-05-01, by: norland}}, {{at: 2031-05-03, by: sudland}}]}}
  extended: {{text: it is extended, values: [{{at: 2031-05-20, by: norland}}]}}
provisions:
  - {{id: p01, name: a, bearer: norland, instrument: I1, clocks: [{clocks}]}}
"""
CODES = ("T022", "T031", "T034", "T035", "T044")


def told(lint, clocks):
    return [w.code for w in lint(AGREEMENT.format(clocks=clocks)) if w.code in CODES]


@pytest.mark.parametrize(
    "clocks",
    [
        "{starts: start, until: open}",
        '{starts: "2031-05-02", until: start}',  # it may end on the 3rd, as one side counts
        '{due: "2031-06-01T12:00+01:00", until: extended}',  # cut short by an extension
        "{starts: start, until: the guns are back}",
        '{starts: "2031-05", until: "2031-05-01"}',  # a month may begin on its first day
        "{anchor: start, offset: P7D}, {anchor: start, every: P1D}",
        "{anchor: start, offset: P7D}, {by: norland, anchor: start, offset: P3D, says: x}",
        "{anchor: start, offset: P7D, article: I1.4}, {anchor: start, offset: P7D, article: I1.9}",
        '{due: "2031-04-10T12:00+01:00", article: I2.4}',  # set by the earlier plan
        '{due: "2032-05-20T12:00+01:00"}',  # in the month of expiry
        "{after: p01, offset: P2D}",
    ],
)
def test_a_clock_that_can_run_is_not_told(lint, clocks):
    assert told(lint, clocks) == []


@pytest.mark.parametrize(
    ("clocks", "code"),
    [
        ('{starts: start, until: "2031-04-30"}', "T034"),
        ("{starts: extended, until: start}", "T034"),
        ('{starts: extended, due: "2031-05-08T12:00+01:00"}', "T034"),
        ('{starts: "2031-06-01T08:00+01:00", until: "2031-05-31"}', "T034"),
        ('{due: "2031-04-10T12:00+01:00"}', "T035"),
        ('{due: "2032-06-01T12:00+01:00"}', "T035"),
        ("{offset: P2D}", "T044"),
        ("{starts: start, offset: P2D}", "T044"),
        ("{anchor: start, offset: P7D}, {anchor: start, offset: P8D}", "T031"),
        ("{anchor: start, offset: P7D, article: I1.4}, {anchor: start, offset: P8D, article: I1.9}", "T022"),
    ],
)
def test_a_clock_that_cannot_run_is_told_once(lint, clocks, code):
    assert told(lint, clocks) == [code]
