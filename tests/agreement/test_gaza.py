"""The first worked case: what check notes of it is explained in its README."""

import re
from pathlib import Path

from truceline import agreement
from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement.check import check

CASE = Path(__file__).parents[2] / "examples" / "gaza-2025"


def test_every_code_that_check_gives_is_explained_and_no_other():
    lexicon = Lexicon.builtin().merged(load_actors(CASE / "actors.yaml"))
    found = {w.code for w in check(agreement.load(CASE / "agreement.yaml"), lexicon)}
    told = set(re.findall(r"T\d{3}", (CASE / "README.md").read_text(encoding="utf-8")))
    assert told == found
