"""Broken agreements and the exact words about them; write the .txt anew with TRUCELINE_PIN=1."""

import os
from pathlib import Path

import pytest

from truceline.agreement import load
from truceline.files import FileProblem

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


@pytest.mark.parametrize("path", BAD, ids=[p.stem for p in BAD])
def test_a_broken_agreement_is_told_in_these_words(path):
    with pytest.raises(FileProblem) as raised:
        load(path)
    pinned = path.with_suffix(".txt")
    if os.environ.get("TRUCELINE_PIN"):
        pinned.write_text(f"{raised.value}\n", encoding="utf-8", newline="\n")
    assert f"{raised.value}\n" == pinned.read_text(encoding="utf-8")


def test_every_message_names_its_place():
    for path in BAD:
        for row in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
            name, line, column = row.split(": ")[0].split(":")
            assert (name, int(line) > 0, int(column) > 0) == (path.name, True, True)
