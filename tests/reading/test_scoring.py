"""The scorer of figures: what passes under another name, and what must not."""

import sys
from pathlib import Path

import pytest

from truceline.evidence import Figure

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))

from scoring import counts_the_same


@pytest.mark.parametrize(
    ("counts", "unit", "gold", "quote"),
    [
        ("lorries", "lorries", "trucks", "33,600 should have come in"),
        ("weapons", "weapons", "arms refused", "two of mine were refused"),
        ("gun", "gun", "guns given up", "not a single gun"),
        ("walks", "walks", "patrols", "58 “walks”"),
        ("times failed", "times", "failures of the pump", "the pump failed twice"),
        ("freed", "", "men exchanged", "54 freed at the bridge"),
        ("bodies", "bodies", "dead returned", "when 20 had come back"),
    ],
)
def test_the_same_thing_in_other_words_counts_as_right(counts, unit, gold, quote):
    assert counts_the_same(Figure(counts, 1, 1, unit=unit), gold, quote)


@pytest.mark.parametrize(
    ("counts", "unit", "gold", "quote"),
    [
        ("rifles", "rifles", "soldiers", "40 of them"),
        ("lorries", "lorries", "soldiers", "40 of them"),
        ("guns", "guns", "observers", "all 142 before Christmas"),
        ("killed", "killed", "bodies identified", "100 of them"),
        ("times opened", "times", "violations of the line", "twice"),
        ("people", "people", "captured soldiers alive", "fewer than a dozen"),
        ("GAM accepted", "gam", "arms", "222 accepted"),
    ],
)
def test_another_thing_stays_wrong(counts, unit, gold, quote):
    assert not counts_the_same(Figure(counts, 1, 1, unit=unit), gold, quote)
