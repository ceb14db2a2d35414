"""What changed in the folder since the last build, told without reading anything anew."""

import pytest

from truceline.ledger import stale


@pytest.fixture
def built(case):
    case.fill(3)
    case.put("bad.txt", "")
    case.put("copy.txt", (case.path / "sources" / "001.txt").read_bytes())
    (case.path / "sources" / "alone.yaml").write_text("outlet: X\n", encoding="utf-8")
    (case.path / "reviews.jsonl").write_text("x\n", encoding="utf-8")
    case.build()
    assert stale(case.path) == ()
    return case


def test_before_a_build_every_source_is_new(case):
    case.fill(2)
    assert stale(case.path) == ("sources/001.txt", "sources/002.txt")
    assert not (case.path / ".truceline").exists()


def test_new_changed_and_removed_sources_are_named_in_their_order(built):
    sources = built.path / "sources"
    built.put("new.txt", "Naim said that 9 trucks entered.\n")
    (sources / "002.txt").write_text("Nothing.\n", encoding="utf-8")
    (sources / "003.txt").unlink()
    (sources / "003.yaml").unlink()
    expected = ("sources/002.txt", "sources/003.txt", "sources/new.txt")
    assert stale(built.path) == expected
    built.build()
    assert stale(built.path) == ()


@pytest.mark.parametrize("name", ["002", "bad"])
def test_a_sidecar_counts_as_its_source(built, name):
    about = built.path / "sources" / f"{name}.yaml"
    about.write_text("outlet: Wattan\n", encoding="utf-8")
    assert stale(built.path) == (f"sources/{name}.txt",)
    about.unlink()
    assert stale(built.path) == (f"sources/{name}.txt",)


def test_what_was_left_out_and_is_mended_or_gone_is_a_change(built):
    built.put("bad.txt", "Naim said that 9 trucks entered.\n")
    (built.path / "sources" / "alone.txt").write_text("Naim spoke.\n", encoding="utf-8")
    assert stale(built.path) == ("sources/alone.txt", "sources/alone.yaml", "sources/bad.txt")


def test_a_row_made_to_fit_a_changed_file_does_not_hide_the_change(built):
    file = built.path / "sources" / "002.txt"
    other = built.rows("SELECT key FROM ledger_document WHERE path = 'sources/003.txt'")[0][0]
    file.write_bytes((built.path / "sources" / "003.txt").read_bytes())
    file.with_suffix(".yaml").write_bytes((built.path / "sources" / "003.yaml").read_bytes())
    built.sql(f"UPDATE ledger_document SET key = '{other}' WHERE path = 'sources/002.txt'")
    assert stale(built.path) == ("sources/002.txt",)


def test_a_reader_of_another_version_changes_no_source(built, new_reader):
    built.build(new_reader("sentences/2"))
    assert stale(built.path) == ()
