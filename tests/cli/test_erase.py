"""A source goes for good, with its words, what was read from it and the verdicts on that."""

import sqlite3
from contextlib import closing

import pytest

PATH = "sources/interview.txt"
TEXT = "Oriel Tamsin, a Hamas official in Quelimbra, said on Tuesday that the Rafah crossing was closed.\n"
ABOUT = "outlet: Vesper Notes\npublished: 2025-12-23\nretrieved: 2025-12-23\nlanguage: en\nrelay: []\n"
GIVEN = ("--reason", "at the source's request", "--by", "data officer")


@pytest.fixture
def held(case, truceline, tmp_path):
    (case / PATH).write_text(TEXT, encoding="utf-8")
    (case / PATH).with_suffix(".yaml").write_text(ABOUT, encoding="utf-8")
    assert truceline("build", case).code in (0, 3)
    keys = tmp_path / "keys"
    keys.write_text("1\n" * 200, encoding="utf-8")
    truceline("review", case, "--keys", keys, "--by", "AB", "--all")
    return case


def everything(case):
    for file in sorted(case.rglob("*")):
        if file.is_file():
            yield file.relative_to(case).as_posix(), file.read_bytes()


def test_nothing_of_a_source_is_left_in_the_case_and_the_ledger_holds(truceline, held):
    ended = truceline("erase", held, PATH, *GIVEN, "--yes")
    assert ended.code == 0
    assert "Erased       sources/interview.txt" in ended.out
    left = [name for name, data in everything(held) if any(w in data for w in (b"Tamsin", b"Quelimbra"))]
    assert left == []
    assert truceline("verify", held).code == 0
    assert truceline("build", held).code in (0, 3)
    assert "Tamsin" not in truceline("statements", held, "--json").out


def test_without_a_person_to_ask_nothing_goes(truceline, held):
    ended = truceline("erase", held, PATH, *GIVEN)
    assert ended.code == 4
    assert "--yes" in ended.err
    assert (held / PATH).is_file()
    assert "statement" in ended.out


def orphans(case):
    with closing(sqlite3.connect(case / ".truceline" / "ledger.db")) as connection:
        found = connection.execute("SELECT claim FROM review_v1 WHERE claim NOT IN (SELECT id FROM claim_v1)")
        return {claim for (claim,) in found}


def test_verdicts_that_the_case_ships_do_not_come_back(truceline, held):
    out = held / "reviews.jsonl"
    out.unlink(missing_ok=True)
    truceline("review", held, "--export", out)
    before, lost = out.read_text(encoding="utf-8").count("\n"), orphans(held)
    assert "of reviews.jsonl" in truceline("erase", held, PATH, *GIVEN, "--yes").out
    assert out.read_text(encoding="utf-8").count("\n") < before
    truceline("build", held)
    assert orphans(held) == lost


def test_what_may_hold_its_words_elsewhere_is_named(truceline, held):
    (held / "notes.txt").write_text(f"we met the speaker of {PATH}", encoding="utf-8")
    told = truceline("erase", held, PATH, *GIVEN).out
    assert "notes.txt names it" in told
    assert "backups" in told


def test_an_unknown_source_is_told_with_the_nearest(truceline, held):
    ended = truceline("erase", held, "sources/interveiw.txt", *GIVEN, "--yes")
    assert ended.code == 2
    assert "did you mean sources/interview.txt?" in ended.err


def test_a_sidecar_that_serves_another_document_stays(truceline, held):
    (held / PATH).with_suffix(".html").write_text("<p>Nothing.</p>", encoding="utf-8")
    truceline("erase", held, PATH, *GIVEN, "--yes")
    assert (held / PATH).with_suffix(".yaml").is_file()
    assert not (held / PATH).exists()


def test_another_file_with_the_same_words_is_named_and_stays(truceline, held):
    twin = held / "sources" / "again.txt"
    twin.write_text(TEXT, encoding="utf-8")
    told = truceline("erase", held, PATH, *GIVEN, "--yes").out
    assert "sources/again.txt: the same file" in told
    assert twin.is_file()
    assert "erased from the ledger for good" in truceline("build", held).err
