"""What eval/reliability.py makes of claims beside their gold."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))

import reliability
from reliability import TAGGER, Judged


@pytest.mark.parametrize(
    ("reason", "sort"),
    [
        ("'he': taken from 'Mira Odell'", "taken from"),
        ("known by the description 'the Guard's spokesman' only", "known by a description only"),
        ("'they': whoever spoke before, 'Karu Front'", "whoever spoke before"),
        (TAGGER, TAGGER),
        ("", ""),
    ],
)
def test_reasons_are_sorted_without_their_names(reason, sort):
    assert reliability.sort(reason) == sort


def test_a_wrong_name_with_the_taggers_doubt_counted_as_undoubted_before():
    rows = [
        Judged("wrong", TAGGER, 0.6),
        Judged("wrong", "", 1.0),
        Judged("wrong", "taken from", 1.0),
        Judged("right", "", 1.0),
    ]
    assert reliability.undoubted(rows, frozenset({TAGGER})) == (2, 3)
    assert reliability.undoubted(rows, frozenset()) == (1, 3)


def test_the_interval_of_a_share_lies_around_it_and_within_the_scale():
    low, high = reliability.wilson(9, 10)
    assert 0 < low < 0.9 < high < 1


def test_most_names_without_a_doubt_are_right_on_a_few_dispatches():
    rows = list(reliability.read(sorted((reliability.CORPUS / "tarn-coast").glob("*.disp"))[:4]))
    plain = next(reliability.lines(rows))
    assert plain.label == "no doubt"
    assert plain.total > 10
    assert plain.right >= 0.9 * plain.total


def test_the_picture_has_a_dot_and_a_count_for_each_line():
    picture = reliability.svg([reliability.Line("no doubt", 9, 10), reliability.Line("a <doubt>", 3, 5, 0.7)])
    assert picture.count("<circle") == 3
    assert "9 of 10" in picture
    assert "a &lt;doubt&gt;" in picture
