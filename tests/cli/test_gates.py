"""``truceline status --gate``: whose condition by whose account, the text's own among them, and who holds nothing on it."""

import json
import re
import shutil
from pathlib import Path

import pytest

from truceline import open as opened

RIVER = Path(__file__).parents[1] / "reporting" / "cases" / "river"
DAY = ("--as-of", "2031-05-21", "--gate", "g1")


@pytest.fixture
def river(tmp_path):
    """A case in which the text asks for two things, and Borland says that one of them is done."""
    folder = shutil.copytree(RIVER, tmp_path / "river")
    path = folder / "agreement.yaml"
    text = path.read_text("utf-8").replace('text_formula: ""', "text_formula: p03 and p01")
    done = '      - {by: borland, at: 2031-05-20, state: opened, src: [V2], says: "the bridge is open"}\n'
    path.write_text(text.replace("gates:\n", f"{done}gates:\n"), "utf-8")
    return folder


def test_who_states_one_part_of_a_condition_is_not_among_those_who_hold_nothing_on_it(truceline, river):
    told = " ".join(truceline("status", river, *DAY).out.split())
    silent = told.partition("No statement held on any part of these conditions: ")[2].partition(" Rows:")[0]
    assert "Borland" not in silent
    assert "part open" in told


def test_the_condition_of_the_text_is_a_row_of_its_own_before_those_that_sides_state(truceline, river):
    told = truceline("status", river, *DAY).out
    rows = [line for line in told.splitlines() if line.startswith(("the text ", "Ana Arne"))]
    assert rows[0].split() == ["the", "text", "not", "met", "c", "part", "open", ".."]
    assert "the text:" in told.partition("WHAT BLOCKS IT")[2]
    found = json.loads(truceline("status", river, *DAY, "--json").out)
    assert [c["holder"] for c in found["gates"][0]["conditions"]] == ["text", "ar_speaker"]
    assert [c["holder"] for c in found["blocking"]] == ["text", "ar_speaker"]


def test_where_the_text_writes_no_condition_none_is_a_row(truceline, tmp_path):
    folder = shutil.copytree(RIVER, tmp_path / "river")
    found = json.loads(truceline("status", folder, *DAY, "--json").out)
    assert [c["holder"] for c in found["gates"][0]["conditions"]] == ["ar_speaker"]


def test_the_report_has_the_condition_of_the_text_as_a_row_and_says_where_it_stands(truceline, river):
    assert truceline("build", river).code in (0, 3)
    assert truceline("report", river, *DAY[:2], "--format", "html", "--out", river / "out").code in (0, 3)
    page = next((river / "out").glob("*.html")).read_text("utf-8")
    assert page.count("The text itself") >= 2


@pytest.mark.parametrize("named", [True, False])
def test_a_body_that_speaks_on_a_duty_and_has_no_column_is_named_under_the_board(truceline, tmp_path, named):
    folder = shutil.copytree(RIVER, tmp_path / "river")
    (folder / "actors.yaml").write_text(
        f"{(folder / 'actors.yaml').read_text('utf-8')}  - {{id: jmc, name: Joint Commission, kinds: [mission]}}\n",
        "utf-8",
    )
    path = folder / "agreement.yaml"
    count = '      - {by: jmc, at: 2031-05-18, counts: violations, exact: 2, unit: events, src: [V1], says: "2 violations"}\n'
    path.write_text(path.read_text("utf-8").replace("    progress:\n", f"    progress:\n{count}", 1), "utf-8")
    if not named:
        case = folder / "case.yaml"
        case.write_text(case.read_text("utf-8").replace("viewpoints: [arland, borland]\n", ""), "utf-8")
    told = " ".join(truceline("status", folder, "--as-of", "2031-05-21").out.split())
    assert ("No column Joint Commission 1 statement: held, but case.yaml names no column" in told) is named


def test_the_statements_of_one_cell_are_told_by_day_and_then_as_they_stand_in_the_text(truceline, tmp_path):
    folder = shutil.copytree(RIVER, tmp_path / "river")
    path = folder / "agreement.yaml"
    numbers = [9, 3, 7, 5, 4, 8]
    rows = "".join(
        f"      - {{by: ar_speaker, at: 2031-05-18, counts: violations, exact: {n}, unit: events, src: [V1], "
        f'says: "{n} violations by Borland"}}\n'
        for n in numbers
    )
    head, tail = path.read_text("utf-8").split("    progress:\n", 1)
    path.write_text(f"{head}    progress:\n{rows}{tail}", "utf-8")
    assert truceline("build", folder).code in (0, 3)
    told = truceline("explain", folder, "p02", "--as-of", "2031-05-21").out
    said = re.findall(r"\b(\d+) violations by Borland", " ".join(told.split()))
    assert [int(n) for n in said if int(n) != 12] == numbers
    board = json.loads(truceline("status", folder, "--as-of", "2031-05-21", "--json").out)
    (row,) = [p for p in board["provisions"] if p["id"] == "p02"]
    by_id = opened(folder).by_id
    counted = [by_id[c].claim.payload.low for c in row["viewpoints"]["arland"]["claims"]]
    assert [int(n) for n in counted if n != 12] == numbers
