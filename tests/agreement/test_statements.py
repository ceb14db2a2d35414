"""What an agreement file cites keeps its id wherever it stands in the file, and has another where the words are others."""

from pathlib import Path

import pytest

from truceline.agreement import load

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/agreement.yaml"))


@pytest.fixture
def ids(tmp_path):
    def made(text):
        path = tmp_path / "agreement.yaml"
        path.write_text(text, encoding="utf-8")
        return {c.id: c.text for c in load(path).claims}

    return made


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_each_statement_of_an_example_has_an_id_of_its_own(path):
    claims = load(path).claims
    assert len({c.id for c in claims}) == len(claims)


@pytest.mark.parametrize("path", EXAMPLES[:1], ids=lambda p: p.parent.name)
def test_a_line_more_moves_every_statement_and_no_id(path, ids):
    text = path.read_text(encoding="utf-8")
    assert ids(f"# a comment\n{text}") == ids(text)


@pytest.mark.parametrize("path", EXAMPLES[:1], ids=lambda p: p.parent.name)
def test_other_words_are_another_statement(path, ids):
    text = path.read_text(encoding="utf-8")
    before = ids(text)
    id_, words = next((i, w) for i, w in before.items() if text.count(w) == 1)
    after = ids(text.replace(words, "other words"))
    assert before.keys() - after.keys() == {id_}
