"""Charts: a mark of its own for each counter, bounds drawn as bounds, a rate never on the axis of a total."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from truceline.reporting.model import FigureGroup, FigureRow
from truceline.reporting.svg import charts, panels
from truceline.reporting.svg.marks import SHAPES, mark
from truceline.reporting.svg.scale import Numbers, rounded

CLAIM = "0" * 16


def row(counter, low, high, day="2031-05-02", **more):
    return FigureRow(
        f"{low} to {high}",
        (CLAIM,),
        counter,
        low=low,
        high=high,
        from_day=day,
        to_day=day,
        counts="shells",
        **more,
    )


def group(*rows):
    return FigureGroup("g", "Shells", rows)


def test_a_rate_and_a_total_stand_in_two_drawings():
    found = panels(
        group(
            row("A", 1, 1),
            row("B", 2, 2),
            row("A", 3, 3, basis="rate", per="day"),
            row("B", 4, 4, basis="rate", per="day"),
        )
    )
    assert [len(p.points) for p in found] == [2, 2]


def test_one_figure_alone_is_no_chart(day):
    assert panels(group(row("A", 1, 1))) == ()
    assert charts(group(row("A", 1, 1)), day) == ""


def test_an_unchecked_figure_is_in_no_chart():
    assert panels(group(row("A", 1, 1), row("B", 2, 2, checked=False))) == ()


def test_what_is_owed_is_never_drawn_beside_what_came():
    assert panels(group(row("A", 1, 1), row("B", 2, 2, owed=True))) == ()
    (found,) = panels(group(row("A", 1, 1), row("B", 2, 2), row("C", 600, 600, owed=True)))
    assert [p.row.counter for p in found.points] == ["A", "B"]


def test_an_undated_figure_is_in_no_chart():
    assert panels(group(row("A", 1, 1), row("B", 2, 2, day=""))) == ()


def test_each_counter_has_a_mark_of_its_own_shape():
    drawn = {re.sub(r"[\d.,\s-]+", "", mark(n, 10, 10)) for n in range(2 * len(SHAPES))}
    assert len({mark(n, 10, 10) for n in range(2 * len(SHAPES))}) == 2 * len(SHAPES)
    assert len(drawn) >= 6


@pytest.mark.parametrize(("low", "high", "arrows"), [(190, None, 1), (None, 190, 1), (190, 190, 0)])
def test_a_bound_is_an_open_arrow_and_an_exact_value_is_none(day, low, high, arrows):
    drawn = charts(group(row("A", low, high), row("B", 5, 5, day="2031-05-09")), day)
    assert drawn.count('class="bound"') == arrows


def test_a_lower_bound_points_up_and_an_upper_bound_down(day):
    def tip(low, high):
        drawn = charts(group(row("A", low, high), row("B", 400, 400, day="2031-05-09")), day)
        start, end = re.search(r'class="bound" d="M[\d.]+ ([\d.]+)V([\d.]+)', drawn).groups()
        return float(end) - float(start)

    assert tip(190, None) < 0
    assert tip(None, 190) > 0


def test_a_range_is_a_bar_with_a_mark_at_both_ends_and_none_between(day):
    drawn = charts(group(row("A", 10, 12), row("B", 5, 5, day="2031-05-09")), day)
    first = re.search(
        rf'<g data-claims="{CLAIM}">(.*?)</g><g data-claims|<g data-claims="{CLAIM}">(.*)', drawn, re.DOTALL
    ).group(0)
    assert first.count("<circle") == 2


def test_labels_do_not_lie_on_each_other(day):
    rows = [row(f"C{n}", 50 + n, 50 + n, short=str(50 + n)) for n in range(6)]
    heights = sorted(
        float(y) for y in re.findall(r'class="value"[^>]* y="([\d.]+)"', charts(group(*rows), day))
    )
    assert all(b - a >= 12 for a, b in pairwise(heights))


def test_the_words_beside_the_drawing_hold_every_point(day):
    drawn = charts(day.figures.groups[0], day)
    told = re.search(r"<desc[^>]*>(.*?)</desc>", drawn).group(1)
    assert "Hamas (Abu Marzouk): more than 190, as of 4 Nov" in told


def test_the_axis_begins_at_zero():
    assert Numbers(100, 200, 20).y(0) == 200
    assert [rounded(x) for x in (0, 0.3, 7, 26, 849)] == [1, 0.5, 10, 50, 1000]


def test_no_colour_is_written_into_a_drawing(day):
    assert "#" not in re.sub(r"&#\d+;", "", charts(replace(day.figures.groups[0]), day))
