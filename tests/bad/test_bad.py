"""Broken agreements, one fault each, and the exact words about them; write the .txt anew with TRUCELINE_PIN=1.

The name of a file begins with the code that it is about.
"""

import os
import re
from pathlib import Path

import pytest

from truceline.actors import Actor, Lexicon
from truceline.agreement import load
from truceline.agreement.check import check, pages
from truceline.files import FileProblem

BAD = sorted(Path(__file__).parent.glob("*.yaml"))
LEXICON = Lexicon.builtin().merged(
    Lexicon(
        [
            Actor("joint_commission", "Joint Commission"),
            Actor("norland", "Norland"),
            Actor("sudland", "Sudland"),
        ]
    )
)
PLACE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): ")
# What keeps a whole file from being read has a place only where there is one, and no example that helps.
ELSEWHERE = {"F002", "F011", "F014"}


def code_of(path):
    return path.stem.partition("-")[0]


def told(path):
    """What is said of the file's own fault, and whatever else than notes is said."""
    try:
        found = check(load(path, lexicon=LEXICON), LEXICON)
    except FileProblem as problem:
        return [str(p) for p in problem.problems], [p for p in problem.problems if p.code != code_of(path)]
    own = [str(w) for w in found if w.code == code_of(path)]
    return own, [w for w in found if w.code != code_of(path) and w.severity != "note"]


def test_there_are_at_least_forty_of_them():
    assert len(BAD) >= 40


@pytest.mark.parametrize("path", BAD, ids=[p.stem for p in BAD])
def test_a_broken_agreement_is_told_in_these_words_and_nothing_else_is_wrong(path):
    own, others = told(path)
    pinned = path.with_suffix(".txt")
    text = "".join(f"{row}\n" for row in own)
    if os.environ.get("TRUCELINE_PIN"):
        pinned.write_text(text, encoding="utf-8", newline="\n")
    assert own
    assert text == pinned.read_text(encoding="utf-8")
    assert [str(w) for w in others] == []


@pytest.mark.parametrize("path", BAD, ids=[p.stem for p in BAD])
def test_a_message_tells_the_place_and_what_was_expected_with_an_example(path):
    for row in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        place = PLACE.match(row)
        assert place
        assert place["file"] == path.name
        # One more than the lines where the file ends too early.
        assert 0 < int(place["line"]) <= len(path.read_bytes().splitlines()) + 1
        assert int(place["column"]) > 0
        assert re.search(r"expected .+, for example .+|write .+|; for example .+", row)


def test_every_code_of_the_lint_and_of_an_agreement_file_has_its_broken_agreement():
    codes = {code for code in pages() if code[0] in "TAF"} - ELSEWHERE
    assert codes - {code_of(path) for path in BAD} == set()


def test_each_pinned_message_belongs_to_a_file():
    assert {p.stem for p in Path(__file__).parent.glob("*.txt")} == {p.stem for p in BAD}
