"""``truceline check`` over a draft, in the forms for programs, and its pages."""

import json

import pytest

from truceline.agreement.check import pages

DRAFT = """schema: agreement/0.1
id: river-2031
parties: [norland, sudland]
anchors: {in_effect: {text: the truce is in effect}}
provisions:
  - {id: p01, name: open the bridge, bearer: sudland, cues: [bridge], clocks: [{anchor: in_effect, offset: P7D}]}
"""


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "my draft.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_a_draft_needs_no_case_and_its_unknown_actors_are_notes(truceline, draft):
    ended = truceline("check", "--draft", draft)
    assert ended.code == 0
    assert "my draft.yaml:3:11: T002 note: the actor 'norland'" in ended.out
    assert "0 errors" in ended.out
    assert "truceline check --explain" in ended.out


def test_what_is_wrong_in_a_draft_ends_with_code_two(truceline, draft):
    draft.write_text(DRAFT.replace("anchor: in_effect", "anchor: in_efect"), encoding="utf-8")
    ended = truceline("check", "--draft", draft)
    assert ended.code == 2
    assert "T006 error" in ended.out
    draft.write_text(DRAFT + "note: a: b\n", encoding="utf-8")
    assert truceline("check", "--draft", draft).code == 2


def test_an_actors_file_beside_the_draft_is_taken(truceline, draft):
    rows = "{id: norland, name: Norland, kinds: [party]}, {id: sudland, name: Sudland, kinds: [party]}"
    (draft.parent / "actors.yaml").write_text(f"schema: actors/0.1\nactors: [{rows}]\n", encoding="utf-8")
    assert "T002" not in truceline("check", "--draft", draft).out
    (draft.parent / "actors.yaml").write_text("schema: actors/0.1\nactrs: []\n", encoding="utf-8")
    ended = truceline("check", "--draft", draft)
    assert ended.code == 2
    assert "actors.yaml:2:" in ended.out


def test_what_was_expected_is_told_with_the_first_warning_of_a_code(truceline, draft):
    out = " ".join(truceline("check", "--draft", draft).out.split())
    assert out.count(": T002 note") == 2
    assert out.count("expected the id of an actor") == 1


def test_errors_warnings_and_notes_are_counted_apart_and_in_the_right_number(truceline, draft):
    lines = truceline("check", "--draft", draft).out.splitlines()
    notes = sum(" note: " in line for line in lines)
    assert notes > 1
    assert f"0 errors, 0 warnings, {notes} notes" in " ".join(" ".join(lines).split())
    draft.write_text(DRAFT.replace("anchor: in_effect", "anchor: in_efect"), encoding="utf-8")
    assert "1 error, 0 warnings, " in " ".join(truceline("check", "--draft", draft).out.split())


def test_json_holds_every_part_of_a_message(truceline, draft):
    made = json.loads(truceline("check", "--draft", draft, "--json").out)
    assert made["errors"] == []
    assert made == json.loads(truceline("check", "--draft", draft, "--format", "json").out)
    for row in made["warnings"]:
        assert set(row) == {
            "file",
            "line",
            "column",
            "code",
            "severity",
            "message",
            "expected",
            "example",
        }


def test_sarif_names_files_from_where_the_command_runs(truceline, draft, monkeypatch, tmp_path):
    made = json.loads(truceline("check", "--draft", draft, "--format", "sarif").out)
    results = made["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results]
    assert set(places) == {"my%20draft.yaml"}
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert str(tmp_path) not in truceline("check", "--draft", draft, "--format", "sarif").out


def test_a_case_has_errors_of_all_its_files_in_sarif(truceline, built):
    made = json.loads(truceline("check", built, "--format", "sarif").out)
    (run,) = made["runs"]
    assert {r["level"] for r in run["results"]} == {"note"}
    assert run["tool"]["driver"]["name"] == "truceline check"


@pytest.mark.parametrize("code", ["T012", "t001", "F004"])
def test_a_page_says_what_a_code_means_and_what_to_do(truceline, code):
    ended = truceline("check", "--explain", code)
    page = pages()[code.upper()]
    told = " ".join(ended.out.split())
    assert ended.code == 0
    for part in (page.title, page.means, page.matters, page.wrong, page.example, page.do):
        assert " ".join(part.split()) in told
    assert len(ended.out.splitlines()) < 40
    assert json.loads(truceline("check", "--explain", code, "--json").out)["code"] == code.upper()


def test_all_codes_are_listed(truceline):
    out = truceline("check", "--explain", "all").out
    assert [line.split()[0] for line in out.splitlines()] == list(pages())


def test_no_such_code_and_nothing_to_check_are_told_in_a_line(truceline, draft):
    assert truceline("check", "--explain", "T999").code == 2
    assert "--explain all" in truceline("check", "--explain", "T999").err
    assert truceline("check").code == 2
    assert truceline("check", "--draft", draft, "--explain", "T001").code == 2
