"""The lint over a few lines, as codes and messages."""

import pytest

from truceline.actors import Actor, Lexicon
from truceline.agreement import load
from truceline.agreement.check import check

LEXICON = Lexicon([Actor("norland", "Norland"), Actor("sudland", "Sudland")])
HEAD = "schema: agreement/0.1\nid: river-2031\nparties: [norland, sudland]\n"


@pytest.fixture
def lint(tmp_path):
    """``lint(text)`` gives every warning on it; ``lint(text, "T034")`` those of a code."""

    def found(text, code="", **options):
        path = tmp_path / "agreement.yaml"
        path.write_text(HEAD + text, encoding="utf-8")
        return [w for w in check(load(path), LEXICON, **options) if w.code.startswith(code)]

    return found
