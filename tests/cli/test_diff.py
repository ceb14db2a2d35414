"""What changed between two days, read by an officer and by a program."""

import json

WIDTH = 100
WEEKS = ("2025-12-09", "2025-12-24")


def test_what_moved_is_told_with_the_words_that_moved_it(truceline, case, monkeypatch):
    monkeypatch.chdir(case.parent)
    ended = truceline("diff", case.name, *WEEKS)
    assert ended.code == 0
    assert max(map(len, ended.out.splitlines())) <= WIDTH
    told = " ".join(ended.out.split())
    assert "what changed from 2025-12-09 to 2025-12-24" in told
    moved = told[told.index("p20 open Rafah crossing") :]
    assert "-> NOT MET stated because of" in moved
    assert '"Rafah is closed" Bassem Naim (Hamas) -> Filastin | Wednesday 24 Dec 2025' in moved
    assert "No deadline passed under any start date held." in ended.out


def test_a_statement_that_moved_several_cells_is_quoted_once(truceline, case):
    out = " ".join(truceline("diff", case, *WEEKS).out.split())
    assert out.count("kept all requirements") == 1
    assert "because of [1], above" in out


def test_deadlines_that_passed_name_who_counts_so(truceline, case):
    out = truceline("diff", case, "2025-10-12", "2025-10-31").out
    passed = out.split("DEADLINES PASSED\n")[1].split("\n\n")[0].splitlines()
    assert "2025-10-30  p08 leave the area east of the line, by the text's own date" in passed
    assert any(line.startswith("2025-10-13  p10 ") and "counted as by" in line for line in passed)


def test_a_day_beside_itself_changes_nothing(truceline, case):
    out = truceline("diff", case, "2025-12-24", "2025-12-24").out
    assert "No status changed." in out
    assert "0 checked statements became known" in out


def test_programs_get_every_statement_with_its_words(truceline, case):
    made = json.loads(truceline("diff", case, *WEEKS, "--json").out)
    assert (made["from"], made["to"]) == WEEKS
    words = {s["claim"]: s for s in made["statements"]}
    named = {c for group in ("moved", "added") for cell in made[group] for c in (*cell["new"], *cell["gone"])}
    assert named
    assert named <= set(words)
    for one in words.values():
        assert one["text"]
        assert one["document"]
        assert one["review"] in {"accepted", "corrected"}
    (rafah,) = [c for c in made["moved"] if (c["id"], c["viewpoint"]) == ("p20", "hamas")]
    assert rafah["after"]["value"] == "not_met"
    assert [words[c]["text"] for c in rafah["new"]] == ["Rafah is closed"]


def test_the_board_of_each_day_is_that_of_status(truceline, case):
    made = json.loads(truceline("diff", case, *WEEKS, "--json").out)
    for side, day in zip(("before", "after"), WEEKS, strict=True):
        line = json.loads(truceline("status", case, "--as-of", day, "--json").out)
        cells = {p["id"]: p["viewpoints"] for p in line["provisions"]}
        for moved in made["moved"]:
            if "holder" not in moved and moved[side]:
                shown = dict(moved[side])
                del shown["life"]
                assert shown == cells[moved["id"]].get(moved["viewpoint"], shown)
