"""Deadlines and amounts in a cell: what is shown is read back as what stood there, and what is no deadline says how to write one."""

import pytest

from truceline.agreement.sheet import COLUMNS, Known, cells, whole
from truceline.agreement.sheet.columns import plain, read
from truceline.agreement.sheet.slip import Slip
from truceline.files import yaml

KNOWN = Known(
    actors=frozenset({"norland", "sudland"}),
    instruments=frozenset({"I1", "I2"}),
    anchors=frozenset({"in_effect"}),
    phases=frozenset({"ph1"}),
    provisions=frozenset({"p01", "p02"}),
    issues=frozenset({"crossings"}),
    types=frozenset({"withdrawal", "monitoring"}),
)
BY_HEADING = {c.heading: c for c in COLUMNS}


def node(value):
    return yaml.parse(f"value: {value}\n", "x.yaml")["value"]


@pytest.mark.parametrize(
    ("heading", "value", "cell"),
    [
        ("deadline", "[{anchor: in_effect, offset: P7D}]", "in_effect + 7 days"),
        ("deadline", "[{anchor: in_effect, offset: PT72H, article: I1.2}]", "in_effect + 72 hours, article I1.2"),
        ("deadline", "{anchor: in_effect, offset: P1DT12H}", "in_effect + P1DT12H"),
        ("deadline", "{anchor: in_effect, offset: P6M}", "in_effect + 6 months"),
        ("also in", "[{instrument: I1, article: 4}, {instrument: I1}]", "I1 article 4; I1"),
        ("deadline", "[{anchor: in_effect, offset: P7D, instrument: I1}]", "in_effect + 7 days, text I1"),
        ("quantity", "[{counts: held, exact: 0, direction: down}]", "held: down to 0"),
        ("quantity", "[{counts: troops, high: 50, direction: down, unit: soldier}]", "troops: no more than 50 soldier"),
        ("quantity", "[{counts: posts, low: 2, high: 5, direction: within}]", "posts: within 2 to 5"),
        ("bound via", "[{through: sudland, by: text}]", "through sudland, by text"),
        ("bound via", "[{who: norland, through: sudland, article: 2.1}]", "norland through sudland, article 2.1"),
        ("deadline", '[{due: "2031-05-08T12:00+01:00"}]', "by 2031-05-08T12:00+01:00"),
        ("deadline", "[{after: p02, offset: PT1H}]", "after p02 + 1 hour"),
        ("deadline", "[{after: p02, each: yes, words: each time}]", 'each time, after p02, "each time"'),
        ("deadline", '[{every: P6M, starts: "2031-05-08"}]', "every 6 months, from 2031-05-08"),
        ("deadline", '[{starts: in_effect, until: "open, or longer"}]', 'from in_effect, until "open, or longer"'),
        ("deadline", "[{anchor: in_effect}, {words: soon; at once}]", 'in_effect; "soon; at once"'),
        ("quantity", "[{counts: trucks entered, exact: 40, unit: truck, per: day}]", "trucks entered: 40 truck per day"),
        ("quantity", "[{counts: tents, low: 10, high: 20}]", "tents: 10 to 20"),
        ("quantity", "[{counts: km, low: 25, unit: km}, {counts: guns, high: 3}]", "km: at least 25 km; guns: up to 3"),
        ("quantity", '[{counts: remains, formula: "15 * deceased"}]', "remains, formula 15 * deceased"),
        ("quantity", '[{counts: "a: b", undefined: "what, exactly"}]', '"a: b", undefined "what, exactly"'),
        ("quantity", "[{counts: fuel, low: 1.5, unit: million litres}]", "fuel: at least 1.5 million litres"),
        ("bearer", "[norland, sudland]", "norland, sudland"),
        ("verify", "[norland, a joint committee]", "norland; a joint committee"),
        ("words are", "no", "verbatim"),
    ],
)  # fmt: skip
def test_what_a_cell_shows_is_read_back_as_what_stood_there(heading, value, cell):
    column = BY_HEADING[heading]
    assert column.cell(node(value)) == cell
    assert whole(column, node(value))
    assert read(column.rendered(cell, KNOWN)) == plain(node(value))


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("deadline", "[{anchor: in_effect, by: norland}]"),
        ("deadline", '[{anchor: in_effect, note: "from the press"}]'),
        ("deadline", "[{anchor: in_effect, src: S1}]"),
        ("quantity", '[{counts: trucks, exact: 4, by: norland, says: "four"}]'),
        ("quantity", "[{counts: trucks, exact: 4, low: 3}]"),
        ("verify", '["one; or two"]'),
    ],
)
def test_a_cell_that_shows_less_than_stands_there_is_known_as_such(heading, value):
    assert not whole(BY_HEADING[heading], node(value))


def test_what_somebody_asserts_is_not_shown_as_the_texts_own():
    shown = BY_HEADING["deadline"].cell(node("[{after: p02, by: [norland, sudland]}]"))
    assert shown == "after p02, [said by norland and sudland]"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("in_effect + 7 day", "[{anchor: in_effect, offset: P7D}]"),
        ("in_effect + P7D", "[{anchor: in_effect, offset: P7D}]"),
        ("every day", "[{every: P1D}]"),
        ("“as soon as possible”", "[{words: as soon as possible}]"),
        ("in_effect + 7 days\nafter p02", "[{anchor: in_effect, offset: P7D}, {after: p02}]"),
    ],
)
def test_a_deadline_may_be_written_in_several_ways(cell, meant):
    assert read(BY_HEADING["deadline"].rendered(cell, KNOWN)) == plain(node(meant))


@pytest.mark.parametrize(
    ("heading", "cell", "message", "example"),
    [
        ("deadline", "in efect + 7 days", "this is no deadline", "in_effect + 7 days"),
        ("deadline", "in_efect + 7 days", "there is no anchor 'in_efect'", "in_effect"),
        ("bound via", "norland, sudland", "through whom", "river_guard through sudland, article 2"),
        ("bound via", "norland through sudland, 2", "no part of a bond", "river_guard through sudland, article 2"),
        ("deadline", "in_effect + soon", "no length of time", "7 days"),
        ("deadline", "by 8 May", "this is no instant", "by 2031-05-08T12:00+01:00"),
        ("deadline", "by 2031-05-08", "this is no instant", "by 2031-05-08T12:00+01:00"),
        ("deadline", "after p99", "there is no provision 'p99'", ""),
        ("deadline", "in_effect, in_effect + 7 days", "two deadlines stand in one", "in_effect + 7 days; after p02"),
        ("quantity", "trucks: 4,000", "this is no number", "trucks entered: 40 truck per day"),
        ("quantity", "trucks: 4, twice", "no part of an amount", "formula 2 * families"),
        ("quantity", "trucks: 4 000", "this is no number", "trucks entered: 40 truck per day"),
        ("quantity", "trucks: 1.200", "1.200 can be read in two ways: 1200, or 1.2", "trucks entered: 40 truck per day"),
        ("quantity", "trucks: at least 4.000 truck per day", "two ways: 4000, or 4", "trucks entered: 40 truck per day"),
        ("quantity", "trucks: 10 to 1.200", "two ways: 1200, or 1.2", "trucks entered: 40 truck per day"),
        ("quantity", "trucks: down to 12.500", "two ways: 12500, or 12.5", "trucks entered: 40 truck per day"),
        ("quantity", "trucks: 1.200.000", "this is no number", "trucks entered: 40 truck per day"),
        ("quantity", "trucks, formula 1.200 * families", "two ways", "trucks entered: 40 truck per day"),
        ("quantity", ": 4", "this is no amount", "trucks entered: 40 truck per day"),
        ("deed", "oblgation", "this word is not known here", "obligation"),
        ("bearer", "norlund", "there is no actor", "norland"),
        ("type", "withdrawl", "vocabulary of provision types", "withdrawal"),
        ("text", "I3", "there is no text", ""),
        ("verify", "norlund", "there is no actor", "norland"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_says_what_was_expected(heading, cell, message, example):
    with pytest.raises(Slip) as slip:
        BY_HEADING[heading].rendered(cell, KNOWN)
    assert message in slip.value.message
    assert not example or slip.value.example == example


@pytest.mark.parametrize("number", ["1.2", "1.20", "1.2000", "0.125", "1200.125", "1200"])
def test_a_fraction_that_can_be_read_in_one_way_is_taken(number):
    assert BY_HEADING["quantity"].rendered(f"tons: {number}", KNOWN) == f"[{{counts: tons, exact: {number}}}]"


def test_every_column_is_a_key_of_a_provision():
    from truceline.agreement.loading.provisions import PROVISION

    assert {c.key for c in COLUMNS} <= set(PROVISION)
    assert len({c.heading for c in COLUMNS}) == len(COLUMNS)


def test_what_is_left_out_shows_what_that_means():
    shown = cells(yaml.parse("{id: p01, name: n, bearer: a}", "x.yaml"))
    assert (shown["deed"], shown["modality"], shown["words are"]) == ("obligation", "shall", "paraphrase")
    assert shown["deadline"] == shown["text"] == ""
