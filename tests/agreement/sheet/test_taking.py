"""Rows into agreement.yaml: only what was changed changes, a round trip gives the same agreement, a slip names its cell."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline import agreement
from truceline.agreement.sheet import COLUMNS, Known, Row, cells, entries, take
from truceline.agreement.types import types
from truceline.files import yaml

ROOT = Path(__file__).parents[3]
HEAD = """\
# An agreement with notes.
schema: agreement/0.1
id: x
anchors: {in_effect: {text: it is in effect}}
instruments: [{id: I1, name: the text}]
phases: [{id: ph1, name: first}]
provisions:
  # The bridge.
  - id: p01   # the first
    name: open the bridge
    bearer: norland   # who else
    words: The bridge is opened.
    clocks: [{anchor: in_effect, offset: P7D}, {after: p02, by: sudland}]
    cues: {any: [bridge]}
  - {id: p02, name: no shelling, deed: prohibition, bearer: [norland, sudland], type: monitoring}   # in braces
# The end.
"""
KNOWN = Known(
    actors=frozenset({"norland", "sudland", "berg"}),
    instruments=frozenset({"I1"}),
    anchors=frozenset({"in_effect"}),
    phases=frozenset({"ph1"}),
    provisions=frozenset({"p01", "p02"}),
    issues=frozenset({"crossings"}),
    types=frozenset(types()),
)


def shown(text):
    return [cells(n) for n in entries(yaml.parse(text, "agreement.yaml"))]


def rows(found):
    """Rows as a sheet gives them: the first in line 2."""
    letters = {c.heading: chr(ord("A") + i) for i, c in enumerate(COLUMNS)}
    return [
        Row(cells, {heading: f"{letters[heading]}{line}" for heading in cells})
        for line, cells in enumerate(found, 2)
    ]


def taken(found, text=HEAD):
    return take(text, rows(found), KNOWN, "duties.xlsx")


def test_a_sheet_that_nobody_changed_changes_no_character():
    made = taken(shown(HEAD))
    assert made.text == HEAD
    assert (made.changed, made.new, made.missing, made.problems) == ({}, (), (), ())


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*/agreement.yaml")), ids=lambda p: p.parent.name
)
def test_the_examples_come_back_as_they_were(path):
    text = path.read_text(encoding="utf-8")
    assert take(text, rows(shown(text)), Known(), "s.xlsx").text == text


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*/agreement.yaml")), ids=lambda p: p.parent.name
)
def test_all_but_what_somebody_asserts_can_be_changed_from_a_sheet(path):
    from truceline.agreement.sheet import whole

    nodes = entries(yaml.parse(path.read_text(encoding="utf-8"), path.name))
    held = [(n, c) for n in nodes for c in COLUMNS if n.get(c.key) is not None]
    less = [(n, c) for n, c in held if not whole(c, n[c.key])]
    assert len(held) > 250
    assert all("[said by" in c.cell(n[c.key]) for n, c in less)


def test_a_changed_cell_changes_its_line_alone():
    found = shown(HEAD)
    found[0]["name"] = "open the new bridge"
    found[1]["judge"] = "berg, or nobody"
    made = taken(found)
    assert made.changed == {"p01": ("name",), "p02": ("judge",)}
    before, after = HEAD.splitlines(), made.text.splitlines()
    assert [a for b, a in zip(before, after, strict=True) if a != b] == [
        "    name: open the new bridge",
        '  - {id: p02, name: no shelling, deed: prohibition, bearer: [norland, sudland], judge: "berg, or nobody", type: monitoring}   # in braces',
    ]


def test_an_emptied_cell_takes_its_key_out():
    found = shown(HEAD)
    found[0]["words"] = ""
    assert "words:" not in taken(found).text
    assert "# who else" in taken(found).text


EMPTIED = [
    (
        "deed",
        "deed: prohibition",
        "C3: the cell 'deed' is empty, and then it would be read as 'obligation'; expected 'prohibition' as it was, or 'obligation' where that is meant",
    ),
    ("modality", "modality: may", ": the cell 'modality' is empty, and then it would be read as 'shall'"),
    (
        "words are",
        "paraphrase: no",
        ": the cell 'words are' is empty, and then it would be read as 'paraphrase'",
    ),
    (
        "text",
        "instrument: I1",
        ": the cell 'text' is empty, and then no end and no change of that text would reach it",
    ),
    (
        "quantity",
        "targets: [{counts: posts, high: 3, direction: down}]",
        ": the cell 'quantity' is empty, and then the bound downward would be gone",
    ),
]


@pytest.mark.parametrize(("heading", "key", "slip"), EMPTIED, ids=[e[0] for e in EMPTIED])
def test_an_emptied_cell_that_would_turn_the_meaning_is_refused_with_what_to_write(heading, key, slip):
    text = HEAD.replace("deed: prohibition", key)
    found = shown(text)
    found[1][heading] = ""
    made = taken(found, text)
    (problem,) = made.problems
    assert slip in str(problem)
    assert made.text == text


def test_an_emptied_cell_that_says_what_goes_without_saying_may_be_emptied():
    text = HEAD.replace("deed: prohibition", "deed: obligation, targets: [{counts: posts, high: 3}]")
    found = shown(text)
    found[1].update(deed="", quantity="")
    made = taken(found, text)
    assert made.problems == ()
    assert "targets" not in made.text
    assert "deed: obligation" not in made.text


def test_a_new_row_becomes_an_entry_without_what_goes_without_saying():
    found = [*shown(HEAD), {**dict.fromkeys((c.heading for c in COLUMNS), ""), "id": "p03", "name": "stay out", "deed": "prohibition", "bearer": "norland, sudland", "deadline": "after p01 + 2 days", "words are": "verbatim", "quantity": "posts: up to 3"}]  # fmt: skip
    made = taken(found)
    assert made.new == ("p03",)
    wanted = """\
  - id: p03
    name: stay out
    deed: prohibition
    bearer: [norland, sudland]
    paraphrase: no
    clocks: [{offset: P2D, after: p01}]
    targets: [{counts: posts, high: 3}]
"""
    assert made.text == HEAD.replace("# The end.\n", wanted + "# The end.\n")


def test_a_row_that_is_gone_is_told_and_its_provision_stays():
    made = taken(shown(HEAD)[:1])
    assert made.missing == ("p02",)
    assert made.text == HEAD


def test_what_somebody_asserts_of_a_deadline_is_not_lost_by_a_sheet():
    found = shown(HEAD)
    found[0]["deadline"] = "in_effect + 9 days"
    (problem,) = taken(found).problems
    assert str(problem).startswith(
        "duties.xlsx:N2: the deadline of this provision holds more than a cell can"
    )
    assert "agreement.yaml:13:" in str(problem)


@pytest.mark.parametrize(
    ("line", "heading", "cell", "slip"),
    [
        (0, "deed", "oblgation", "duties.xlsx:C2: this word is not known here; expected one of obligation, prohibition, permission, power, for example obligation; got oblgation"),
        (1, "bearer", "norlund", "duties.xlsx:D3: there is no actor of actors.yaml or of the lists that come with Truceline 'norlund'; expected one of berg, norland, sudland, for example norland"),
        (1, "bearer", "", "duties.xlsx:D3: the bearer is empty: nobody owes it; expected who owes it: ids of actors, with commas"),
        (1, "deadline", "in_effect + 7", "duties.xlsx:N3: this is no length of time; expected a number and a unit, for example 7 days; got 7"),
        (0, "id", "", "duties.xlsx:A2: a row needs an id; expected a letter, then letters, digits or _, for example p41; got nothing"),
        (1, "id", "p01", "duties.xlsx:A3: the id 'p01' stands twice, first in A2; expected each id once"),
        (1, "id", "p03", ""),
    ],
)  # fmt: skip
def test_a_slip_names_its_cell_and_nothing_is_changed(line, heading, cell, slip):
    found = shown(HEAD)
    found[line][heading] = cell
    made = taken(found)
    assert [str(p) for p in made.problems] == ([slip] if slip else [])
    assert not slip or made.text == HEAD


def test_a_new_row_without_a_name_and_a_bearer_tells_both():
    made = taken([*shown(HEAD), {**dict.fromkeys((c.heading for c in COLUMNS), ""), "id": "p03"}])
    assert [str(p).split(":")[1] for p in made.problems] == ["B4", "D4"]


TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=30).map(
    str.strip
)
IDS = st.lists(st.sampled_from(sorted(KNOWN.actors)), min_size=1, max_size=3, unique=True).map(", ".join)
ROW = st.fixed_dictionaries(
    {
        "name": TEXTS.filter(bool),
        "deed": st.sampled_from(["obligation", "prohibition", "permission", "power"]),
        "bearer": IDS,
        "beneficiary": st.one_of(st.just(""), IDS),
        "text": st.sampled_from(["", "I1"]),
        "article": TEXTS,
        "words": TEXTS,
        "words are": st.sampled_from(["paraphrase", "verbatim"]),
        "modality": st.sampled_from(["shall", "may", "work to"]),
        "condition": TEXTS,
        "judge": TEXTS,
        "verify": st.sampled_from(["", "norland", "norland; a joint committee"]),
        "deadline": st.sampled_from(["", "in_effect + 7 days", "after p01; by 2031-05-08T12:00+01:00", 'every 1 day, until "a, b"']),
        "quantity": st.sampled_from(["", "trucks entered: 40 truck per day", 'tents: 1 to 2; "a: b", undefined "c, d"']),
        "type": st.sampled_from(["", "monitoring", "withdrawal"]),
        "phase": st.sampled_from(["", "ph1"]),
        "issue": st.sampled_from(["", "crossings"]),
        "also in": st.sampled_from(["", "I1 article 4", 'I1 article "4, 5"; I1']),
        "bound via": st.sampled_from(["", "through norland", "berg through norland and sudland, article 2; through sudland, by text"]),
    }
)  # fmt: skip


@given(st.lists(ROW, max_size=4), st.lists(st.tuples(st.integers(0, 9), ROW), max_size=3))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_into_the_sheet_is_in_the_agreement_and_comes_back_as_it_was(new, edits):
    """Property: the agreement shows what the sheet said, its own sheet changes nothing, and it loads."""
    found = shown(HEAD)
    held = found[0]["deadline"]
    for number, row in enumerate(new, 3):
        found.append({"id": f"p{number:02}", **row})
    for place, row in edits:
        found[place % len(found)].update(row)
    found[0]["deadline"] = held  # holds what somebody asserts, which no sheet may change
    made = taken(found)
    assert made.problems == ()
    assert shown(made.text) == [{c.heading: row[c.heading] for c in COLUMNS} for row in found]
    assert taken(shown(made.text), made.text).text == made.text
    assert [n for n in ("# An agreement", "# The bridge.", "# the first", "# in braces", "# The end.") if n not in made.text] == []  # fmt: skip
    assert "{after: p02, by: sudland}" in made.text
    assert "cues: {any: [bridge]}" in made.text


@given(st.lists(ROW, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_what_a_sheet_made_loads_as_an_agreement(tmp_path_factory, new):
    made = taken([*shown(HEAD), *({"id": f"p{i:02}", **row} for i, row in enumerate(new, 3))])
    path = tmp_path_factory.mktemp("made") / "agreement.yaml"
    path.write_bytes(made.text.encode("utf-8"))
    loaded = agreement.load(path)
    for i, row in enumerate(new, 3):
        provision = loaded.provisions[f"p{i:02}"]
        assert (provision.name, provision.deed, ", ".join(provision.bearer)) == (
            row["name"],
            row["deed"],
            row["bearer"],
        )
        assert (provision.words, provision.condition, provision.judge) == (
            row["words"],
            row["condition"],
            row["judge"],
        )
        assert provision.paraphrase is (row["words are"] == "paraphrase")
