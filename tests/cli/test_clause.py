"""``truceline clause`` and ``truceline new --clauses``."""

from truceline.files import yaml


def test_the_clauses_are_listed_with_what_they_do(truceline):
    ended = truceline("clause")
    assert ended.code == 0
    assert len(ended.out.splitlines()) == 12
    assert "aid-per-day" in ended.out


def test_a_clause_is_printed_as_it_can_be_copied(truceline):
    ended = truceline("clause", "exchange")
    assert ended.code == 0
    assert [p["id"].text() for p in yaml.parse(ended.out, "x.yaml")["provisions"].each()] == [
        "exchange_a",
        "exchange_b",
    ]


def test_a_misspelt_clause_names_the_nearest(truceline):
    ended = truceline("clause", "bufferzone")
    assert ended.code == 2
    assert "Did you mean 'buffer-zone'?" in ended.err


def test_a_case_that_begins_with_clauses_is_sound(truceline, tmp_path):
    folder = tmp_path / "my-case"
    assert truceline("new", folder, "--clauses", "--title", "Truce of the hills").code == 0
    text = (folder / "agreement.yaml").read_text(encoding="utf-8")
    assert "id: my-case\n" in text
    assert "Truce of the hills" in text
    assert "# Often left open" in text
    ended = truceline("check", folder)
    assert ended.code == 0
    assert "0 errors" in ended.out
    assert truceline("build", folder).code == 0
    assert truceline("status", folder, "--all").code == 0


def test_clauses_and_another_case_cannot_both_be_taken(truceline, tmp_path):
    ended = truceline("new", tmp_path / "x", "--clauses", "--from", "gaza-2025")
    assert ended.code == 2
    assert not (tmp_path / "x").exists()


def test_a_case_of_clauses_goes_out_as_a_sheet_and_comes_back_as_it_was(truceline, tmp_path):
    truceline("new", tmp_path / "c", "--clauses")
    assert truceline("provisions", tmp_path / "c", "--xlsx", tmp_path / "d.xlsx").code == 0
    assert "Nothing was changed" in truceline("provisions", tmp_path / "c", "--from", tmp_path / "d.xlsx").out
