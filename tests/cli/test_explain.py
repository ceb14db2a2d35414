"""Why, as text, as data with the words, and as a page."""

import json

import pytest

from truceline.reporting.provenance import loose

DAY = ("--as-of", "2025-12-24")


def steps(node):
    yield node
    for child in node["children"]:
        yield from steps(child)


@pytest.mark.parametrize("matter", ["p20", "p27", "g_1_2"])
def test_the_data_carry_the_words_of_every_statement_they_show(truceline, case, matter):
    made = json.loads(truceline("explain", case, matter, *DAY, "--json").out)
    shown = [step for step in steps(made) if step["claim"]]
    assert shown
    for step in shown:
        said = step["statement"]
        assert said["claim"] == step["claim"]
        assert said["text"]
        assert said["document"]
        assert said["end"] - said["start"] == len(said["text"])
        assert not (step["counted"] and said["review"] in {"proposed", "rejected", "open"})


def test_one_statement_gives_its_words_to_a_program(truceline, case):
    board = json.loads(truceline("status", case, *DAY, "--json").out)
    (claim,) = next(p for p in board["provisions"] if p["id"] == "p20")["viewpoints"]["hamas"]["claims"]
    made = json.loads(truceline("explain", case, claim, "--json").out)
    assert (made["claim"], made["text"], made["speaker"]) == (claim, "Rafah is closed", "Bassem Naim")


@pytest.mark.parametrize("matter", ["p20", "g_1_2"])
def test_the_page_stands_alone_and_every_number_on_it_has_its_origin(truceline, case, tmp_path, matter):
    path = tmp_path / "why.html"
    ended = truceline("explain", case, matter, *DAY, "--html", path)
    assert ended.code == 0
    assert str(path) in ended.out
    assert loose(path.read_text(encoding="utf-8")) == ()


def test_a_page_with_a_machine_reading_says_so_in_its_name(truceline, case, tmp_path):
    ended = truceline("explain", case, "p27", *DAY, "--html", tmp_path / "why.html")
    assert str(tmp_path / "why-NOT-CHECKED.html") in ended.out
    assert [p.name for p in tmp_path.glob("*.html")] == ["why-NOT-CHECKED.html"]


def test_a_statement_has_a_page_too(truceline, case, tmp_path):
    board = json.loads(truceline("status", case, *DAY, "--json").out)
    (claim,) = next(p for p in board["provisions"] if p["id"] == "p20")["viewpoints"]["hamas"]["claims"]
    truceline("explain", case, claim, "--html", tmp_path / "said.html")
    assert "Rafah is closed" in (tmp_path / "said.html").read_text(encoding="utf-8")


def test_no_file_but_a_page_of_ours_is_written_over(truceline, case, tmp_path):
    path = tmp_path / "why.html"
    path.write_text("<p>a letter</p>", encoding="utf-8")
    assert truceline("explain", case, "p20", *DAY, "--html", path).code == 4
    assert path.read_text(encoding="utf-8") == "<p>a letter</p>"
    path.unlink()
    assert truceline("explain", case, "p20", *DAY, "--html", path).code == 0
    assert truceline("explain", case, "p20", *DAY, "--html", path).code == 0


def test_a_past_day_is_explained_by_what_was_said_since_and_says_so(truceline, case):
    ended = truceline("explain", case, "p20", "--on", "2025-10-20", *DAY)
    assert "what held on 2025-10-20, by what could be known on 2025-12-24" in " ".join(ended.out.split())
    assert "--on 2025-10-20 --as-of 2025-12-24" in ended.out
    made = json.loads(truceline("explain", case, "p20", "--on", "2025-10-20", *DAY, "--json").out)
    assert (made["as_of"], made["on"], made["recorded"]) == ("2025-12-24", "2025-10-20", None)


def test_of_a_statement_or_a_start_date_no_other_day_is_asked(truceline, case):
    ended = truceline("explain", case, "ceasefire_effect", "--on", "2025-10-20", *DAY)
    assert ended.code == 2
    assert "Leave --on out" in ended.err


@pytest.mark.parametrize("matter", ["p20", "p25", "g_1_2"])
def test_only_exact_words_of_a_source_stand_in_quotation_marks(truceline, case, matter):
    said = [
        x["statement"]
        for x in steps(json.loads(truceline("explain", case, matter, "--json").out))
        if x["statement"]
    ]
    out = "".join(truceline("explain", case, matter).out.replace("|", " ").split())
    assert any(s["rendering"] for s in said)
    for one in said:
        words = "".join(one["text"].replace("|", " ").split())
        assert (f"inthecaseauthor'swords:{words}" in out) == one["rendering"]
        assert (f'"{words}"' in out) != one["rendering"]
