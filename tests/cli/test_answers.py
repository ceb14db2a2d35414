"""The verbs that answer a question: places at the end of each line, JSON with the same statements, CSV that can be cited."""

import csv
import io
import json

import pytest

WIDTH = 100
ASKED = (
    ("statements", "--by", "hamas"),
    ("statements", "--timeline"),
    ("figures", "--of", "violations"),
    ("positions",),
    ("positions", "--show", "first"),
    ("demands",),
    ("voices",),
)


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_lines_keep_to_the_width_but_for_places_that_are_never_broken(truceline, built, asked):
    verb, *options = asked
    ended = truceline(verb, built, "--as-of", "2026-02-20", *options)
    assert ended.code == 0, ended.err
    assert [x for x in ended.out.splitlines() if len(x) > WIDTH and not x.strip().startswith("[")] == []
    assert "[sources/" in ended.out


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_json_holds_every_statement_that_its_sections_name(truceline, built, asked):
    verb, *options = asked
    answer = json.loads(truceline(verb, built, "--as-of", "2026-02-20", "--json", *options).out)
    named = set()

    def walk(value):
        if isinstance(value, dict):
            named.update(value.get("claims", ()))
            value = value.values()
        if isinstance(value, dict | list) or hasattr(value, "__iter__") and not isinstance(value, str):
            for inner in value:
                walk(inner)

    walk(answer["sections"])
    assert named
    assert named <= set(answer["statements"])
    assert all(s["review"] in ("accepted", "corrected") for s in answer["statements"].values())


def test_csv_gives_places_hashes_and_versions_of_every_statement(truceline, built):
    out = truceline("statements", built, "--as-of", "2026-02-20", "--by", "naim", "--csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    answer = json.loads(truceline("statements", built, "--as-of", "2026-02-20", "--by", "naim", "--json").out)
    assert {r["id"] for r in rows} == set(answer["statements"])
    for row in rows:
        assert int(row["start"]) < int(row["end"])
        assert len(row["document_sha256"]) == len(row["text_sha256"]) == 64
        assert row["reader"]
        assert row["truceline"]
        assert row["run"]


def test_two_forms_at_once_are_refused(truceline, built):
    assert truceline("statements", built, "--csv", "--json").code == 2


def test_nothing_later_than_the_day_enters_an_answer(truceline, built):
    answer = json.loads(truceline("statements", built, "--as-of", "2025-11-05", "--json").out)
    assert answer["statements"]
    assert all(s["published_to"] <= "2025-11-05" for s in answer["statements"].values())


def test_a_gate_tells_the_smallest_sets_in_text_and_json(truceline, built):
    text = " ".join(truceline("status", built, "--as-of", "2025-12-24", "--gate", "g_1_2").out.split())
    assert "no military operations (p02) stated as met; and let aid trucks in (p18) stated as met" in text
    assert "waits for from the first phase to the second (g_1_2)" in text
    data = json.loads(truceline("status", built, "--as-of", "2025-12-24", "--gate", "g_1_2", "--json").out)
    israel = next(b for b in data["blocking"] if b["holder"] == "israel")
    (parts,) = israel["viewpoints"]["israel"]
    assert {p["matter"]: p["by"] for p in parts} == {"p10": ["israel"], "p11": ["israel"]}
    assert set(data["said"]) <= set(data["statements"])


def test_speakers_who_are_not_resolved_were_last_heard_on_their_day_and_are_counted_by_statement(
    truceline, built
):
    def line(day):
        (found,) = [
            x for x in truceline("voices", built, "--as-of", day).out.splitlines() if "not resolved:" in x
        ]
        return found

    assert line("2026-02-20").endswith("statements, last heard today")
    assert line("2026-03-01").endswith("statements, last heard 20 Feb")
    assert "statements, last heard 18 Dec" in line("2025-12-24")
