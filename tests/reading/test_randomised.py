"""The corpus with other numbers and names: what eval/randomised.py makes of a dispatch, and that a slice of it scores alike."""

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))

import randomised
from dispatch import load, parse

CASE = randomised.CORPUS / "amber-delta"
SOURCE = """outlet: Meridian Post
published: 2024-03-27
===
[s1 Lena Rehn] [c1 said] on 12 March 2024 [t1 that 1,250 of 3,400 shells had hit nine farms in 12 days]. [s2 Rehn] [c2 added] [t2 that half a dozen fell].
===
1 speaker=Lena Rehn; for=Sund Guard
- figure "1,250 of 3,400 shells" counts=shells; lo=1250; hi=1250; base=2024-01-01
- figure "nine farms" counts=farms; lo=9; hi=9
2 speaker=Lena Rehn
- figure "half a dozen" counts=shells; lo=6; hi=6
@ "12 March 2024" 2024-03-12
"""


@pytest.fixture(scope="module")
def pool():
    return randomised.pool([load(p) for p in sorted(randomised.CORPUS.glob("*/*.disp"))])


@pytest.fixture(scope="module")
def plain():
    return parse(SOURCE, Path("made/01-made.disp"))


def test_numbers_keep_their_form_and_order_and_dates_stay(plain):
    other = randomised.numbers(plain, Random(1))
    assert set(other) >= {"1,250", "3,400", "nine"}
    assert len(other["1,250"]) == 5
    assert randomised._value(other["1,250"]) < randomised._value(other["3,400"])
    assert not {"12", "2024"} & set(other)


def test_text_and_annotation_change_alike(plain, pool):
    held = randomised.Pool(
        {**pool.cases, "Lena": frozenset({"made"}), "Rehn": frozenset({"made"})},
        pool.persons | {"Lena", "Rehn"},
    )
    other = randomised.randomised(plain, SOURCE, held, "seed")
    name = other.said[0].keys["speaker"]
    assert name != "Lena Rehn"
    assert other.text.startswith(f"{name} said on 12 March 2024 that ")
    first, second = other.said[0].items
    assert float(first.keys["lo"]) == randomised._value(other.text[first.start : first.end].split()[0])
    assert randomised.SPELLED[other.text[second.start : second.end].split()[0]] == float(second.keys["lo"])
    assert other.said[1].items[0].keys["lo"] == "6"
    assert first.keys["base"] == "2024-01-01"


def test_every_dispatch_of_a_case_can_be_randomised(pool):
    for path in sorted(CASE.glob("*.disp")):
        dispatch = load(path)
        other = randomised.randomised(dispatch, path.read_text(encoding="utf-8"), pool, "seed")
        assert len(other.said) == len(dispatch.said)
        assert [len(s.items) for s in other.said] == [len(s.items) for s in dispatch.said]


def test_a_slice_of_the_corpus_scores_alike(reader):
    paths = sorted(CASE.glob("*.disp"))[::9]
    one, other, _ = randomised.compared(paths, "slice", reader)
    assert all(abs(one[name] - other[name]) < 0.1 for name in randomised.SHARES)
