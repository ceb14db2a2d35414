"""Verbs over the built example: the demo, the board, reasons, reviews, reports and signatures."""

import json

import pytest

from truceline.cli.examples import find

WIDTH = 100


def test_the_demo_names_report_sheet_and_next_steps(truceline, tmp_path):
    folder = tmp_path / "gaza-2025"
    ended = truceline("demo", "--to", folder)
    assert ended.code == 0
    for word in (
        "Example case:",
        "agreement",
        "read ",
        "left out    nothing",
        "checked",
        "Report ",
        "Sheet ",
        "truceline explain",
    ):
        assert word in ended.out
    (report,) = (folder / "reports").glob("*.html")
    assert str(report) in ended.out
    again = truceline("demo", "--to", folder)
    assert again.code == 0
    assert "your verdicts are kept" in again.out


def test_the_demo_writes_over_nothing_else(truceline, tmp_path, fresh):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x", encoding="utf-8")
    assert truceline("demo", "--to", tmp_path / "mine").code == 4
    (fresh / "agreement.yaml").write_text("schema: agreement/0.1\nid: other\n", encoding="utf-8")
    assert truceline("demo", "--to", fresh).code == 4


def test_a_second_build_reads_nothing_anew(truceline, case):
    ended = truceline("build", case, "--json")
    found = json.loads(ended.out)
    assert found["read"] == 0
    assert found["unchanged"] == found["documents"] > 0


def test_a_build_without_a_document_says_where_reports_go(truceline, fresh):
    ended = truceline("build", fresh)
    assert ended.code == 0
    assert "read        nothing: no document is in the case" in ended.out
    assert "/sources" in ended.out
    assert f"truceline add {fresh} FILE" in ended.out
    assert "truceline review" not in ended.out


def test_what_a_build_leaves_out_is_listed_and_the_rest_goes_on(truceline, case):
    (case / "sources" / "empty.txt").write_bytes(b"")
    (case / "sources" / "alone.yaml").write_text("outlet: X\n", encoding="utf-8")
    ended = truceline("build", case)
    assert ended.code == 3
    assert "Left out: 2 sources" in ended.err
    assert truceline("status", case).code == 3


def test_the_board_fits_the_terminal_and_says_how_to_go_on(truceline, case, monkeypatch):
    monkeypatch.chdir(case.parent)
    ended = truceline("status", case.name, "--as-of", "2025-12-24")
    assert ended.code == 0
    assert max(map(len, ended.out.splitlines())) <= WIDTH
    assert "as known on 2025-12-24 18:00 UTC+02:00" in ended.out
    assert "s stated  c computed  f found by mission" in ended.out
    assert "Columns in alphabetical order" in ended.out
    assert "truceline status" in ended.out
    assert "\x1b[" not in ended.out


def test_the_board_as_json_is_the_contract(truceline, case):
    line = json.loads(truceline("status", case, "--as-of", "2025-12-24", "--json").out)
    assert line["as_of"] == "2025-12-24"
    cell = line["provisions"][0]["viewpoints"]["hamas"]
    assert set(cell) == {"value", "basis", "reason", "claims", "degree"}
    more = json.loads(truceline("status", case, "--json", "--proposals").out)
    assert "value_with_proposals" in more["provisions"][0]["viewpoints"]["hamas"]
    assert {"holder", "at", "formula", "viewpoints"} <= set(line["gates"][0]["conditions"][0])


def test_one_gate_shows_whose_condition_and_whose_account(truceline, case, monkeypatch):
    monkeypatch.chdir(case.parent)
    ended = truceline("status", case.name, "--gate", "g_1_2")
    assert "Rows: whose condition. Columns: whose account of the facts." in ended.out
    assert max(map(len, ended.out.splitlines())) <= WIDTH
    assert "it has g_1_2" in truceline("status", case, "--gate", "g_9").err


def test_why_is_a_tree_down_to_the_words(truceline, case):
    out = truceline("explain", case, "p20", "--as-of", "2025-12-24").out
    assert "|- The text" in out
    assert "checked by" in out
    assert "did you mean p" in truceline("explain", case, "p2O").err
    assert json.loads(truceline("explain", case, "p20", "--json").out)["children"]


def test_a_statement_is_explained_by_its_card(truceline, case):
    line = json.loads(truceline("status", case, "--json").out)
    claims = [c for p in line["provisions"] for cell in p["viewpoints"].values() for c in cell["claims"]]
    ended = truceline("explain", case, claims[0])
    assert ended.code == 0
    assert ">> " in ended.out


def test_signing_is_refused_with_the_command_that_helps(truceline, case):
    ended = truceline("sign", case, "--by", "A. Berg")
    assert ended.code == 4
    assert "touch the page of 2025-12-24" in ended.err or "touches the page" in ended.err
    assert "truceline review" in ended.err
    assert "No name is given" in truceline("sign", case).err


def test_a_public_version_is_refused_before_a_signature(truceline, case):
    ended = truceline("report", case, "--public")
    assert ended.code == 4
    assert "truceline sign" in ended.err


def test_an_unknown_form_names_the_known_ones(truceline, case):
    assert "html,xlsx,json" in truceline("report", case, "--format", "pdf").err


def test_a_report_goes_where_it_is_wanted(truceline, case, tmp_path):
    ended = truceline("report", case, "--format", "json", "--out", tmp_path / "out")
    assert ended.code == 0
    (path,) = (tmp_path / "out").iterdir()
    assert json.loads(path.read_text(encoding="utf-8"))["head"]["as_of"] == "2025-12-24"


def test_verdicts_from_a_script_are_kept_exported_and_undone(truceline, case, tmp_path):
    keys = tmp_path / "keys.txt"
    keys.write_text("1\n1\n1\nzx", encoding="utf-8")
    ended = truceline("review", case, "--keys", keys, "--by", "AB")
    assert ended.code == 0
    assert ended.out.startswith("Checked now: 3 of ")
    out = tmp_path / "reviews.jsonl"
    before = (find("gaza-2025") / "reviews.jsonl").is_file()
    truceline("review", case, "--export", out)
    mine = [r for r in map(json.loads, out.read_text(encoding="utf-8").splitlines()) if r["by"] == "AB"]
    assert before or len(mine) == 3
    assert [r["verdict"] for r in mine].count("rejected") == 1
    assert truceline("verify", case).code == 0


@pytest.mark.slow
def test_from_unchecked_to_signed_to_public(truceline, case, tmp_path):
    keys = tmp_path / "keys.txt"
    keys.write_text("1\n" * 600, encoding="utf-8")
    for _ in range(3):
        if "truceline sign" in truceline("review", case, "--keys", keys, "--by", "AB").out:
            break
    signed = truceline("sign", case, "--by", "A. Berg, duty officer")
    assert signed.code == 0, signed.err
    assert truceline("report", case, "--public").code == 0
    (public,) = (case / "reports").glob("*PUBLIC.html")
    body = public.read_text(encoding="utf-8").split("<body", 1)[1].split("<script", 1)[0]
    assert "Machine reading" not in body
    assert ">AB<" not in body, "the reviewer stays inside"
    assert truceline("verify", case).code == 0


def test_verify_says_where_a_row_was_changed(truceline, case):
    import sqlite3

    with sqlite3.connect(case / ".truceline" / "ledger.db") as connection:
        connection.execute("UPDATE ledger_claim SET line = replace(line, 'text', 'txet') WHERE rowid = 1")
    ended = truceline("verify", case)
    assert ended.code == 1
    assert "fault" in ended.out


def test_check_collects_the_slips_of_all_files(truceline, fresh, article):
    truceline("add", fresh, article)
    (fresh / "sources" / "article.yaml").write_text("outlett: X\n", encoding="utf-8")
    (fresh / "issues.yaml").write_text("schema: issues/0.1\nisues: []\n", encoding="utf-8")
    ended = truceline("check", fresh)
    assert ended.code == 2
    assert "sources/article.yaml:1:" in ended.out
    assert "issues.yaml:2:" in ended.out
    assert json.loads(truceline("check", fresh, "--json").out)["errors"]
