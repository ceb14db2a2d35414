"""A slice of ``python eval/renaming.py``: two parties of a case of the corpus exchange their names, and the claims mirror."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))

import renaming
from dispatch import load

CASE = renaming.CORPUS / "vesper-plateau"


@pytest.fixture(scope="module")
def dispatches():
    return [load(p) for p in sorted(CASE.glob("*.disp"))]


def compared(dispatches, name):
    counts, told = Counter(), []
    reader = renaming.Watching(renaming.lexicons()[name])
    for dispatch in dispatches[::4]:
        told += renaming.compared(dispatch, renaming.parties(dispatches), reader, counts)
    return counts, told


def test_known_names_mirror_every_claim(dispatches):
    counts, told = compared(dispatches, "known")
    assert told == []
    assert counts["mirrored"] == counts["claims"] > 50


def test_unknown_names_mirror_nearly_every_claim(dispatches):
    counts, _ = compared(dispatches, "unknown")
    assert counts["mirrored"] >= 0.9 * counts["claims"]


def test_the_two_parties_are_those_most_is_said_for(dispatches):
    one, other = renaming.parties(dispatches)
    assert one.body != other.body
    text = renaming.renamed(f"{one.person} of {one.body} met {other.body}.", [one, other], [0, 1])
    assert text == f"{renaming.PERSONS[0]} of Estova met Varnia."
    assert renaming.exchanged(text) == f"{renaming.PERSONS[1]} of Varnia met Estova."


def test_a_claim_that_stands_in_one_reading_only_is_a_difference():
    row = {"start": 0, "end": 4, "kind": "statement", "ordinal": 0, "speaker": "Estova"}
    assert [w for w, _, _ in renaming.differences([row], [])] == ["place or kind"]
    assert [w for w, _, _ in renaming.differences([row], [{**row, "speaker": "Varnia"}])] == ["speaker"]
    assert list(renaming.differences([row], [dict(row)])) == []
