"""``truceline report --format docx``: written when asked for."""


def test_a_word_document_is_written_when_it_is_asked_for(truceline, case, tmp_path):
    ended = truceline("report", case, "--format", "docx", "--as-of", "2025-12-24", "--out", tmp_path / "out")
    assert ended.code in (0, 3)
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["2025-12-24-NOT-CHECKED.docx"]
    assert "Document" in ended.out


def test_it_is_not_among_the_forms_that_go_without_saying(truceline, case, tmp_path):
    assert truceline("report", case, "--out", tmp_path / "out").code in (0, 3)
    assert {p.suffix for p in (tmp_path / "out").iterdir()} == {".html", ".xlsx", ".json"}


def test_a_form_that_is_none_names_those_there_are(truceline, case):
    ended = truceline("report", case, "--format", "doc")
    assert ended.code == 2
    assert "html,xlsx,json,docx" in ended.err
