"""One drawing: figures that count the same thing on the same basis, each counter with its own mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from truceline.reporting.model import FigureRow
from truceline.reporting.svg.marks import downward, mark, span, upward
from truceline.reporting.svg.scale import Days, Numbers, days, rounded

WIDTH, TOP, BOTTOM, LEFT, RIGHT = 680.0, 34.0, 200.0, 52.0, 660.0
LINE = 13.0


@dataclass(frozen=True, slots=True)
class Point:
    """A figure with its ends in time; the figure itself keeps its bounds."""

    row: FigureRow
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Panel:
    """Points of one basis (total, rate, new) and one thing counted."""

    title: str
    points: tuple[Point, ...]

    @property
    def counters(self) -> tuple[str, ...]:
        """The counters in the order of the table."""
        return tuple(dict.fromkeys(p.row.counter for p in self.points))

    def axes(self) -> tuple[Days, Numbers]:
        """Time from the first to the last day, values from zero to a round number above the highest bound."""
        highest = max(v for p in self.points for v in (p.row.low, p.row.high) if v is not None)
        time = days([d for p in self.points for d in (p.first, p.last)], LEFT, RIGHT)
        return time, Numbers(rounded(highest * 1.15), BOTTOM, TOP)


def _point(panel: Panel, point: Point, time: Days, scale: Numbers) -> str:
    row, number = point.row, panel.counters.index(point.row.counter)
    x1, x2 = time.x(point.first), time.x(point.last)
    x = (x1 + x2) / 2
    ends = sorted({v for v in (row.low, row.high) if v is not None})
    parts = [mark(number, x, scale.y(v)) for v in ends]
    if x1 != x2:
        parts.append(span(x1, scale.y(ends[0]), x2, scale.y(ends[0])))
    if len(ends) > 1:
        parts.append(span(x, scale.y(ends[0]), x, scale.y(ends[-1])))
    elif row.high is None:
        parts.append(upward(x, scale.y(ends[0])))
    elif row.low is None:
        parts.append(downward(x, scale.y(ends[0])))
    return f'<g data-claims="{escape(" ".join(row.claims))}">{"".join(parts)}</g>'


def _labels(panel: Panel, time: Days, scale: Numbers) -> Iterator[str]:
    """The values beside their marks; those that would lie on each other are moved apart, the highest first."""
    placed: list[tuple[float, float]] = []
    found = [(*_top(p, time, scale), p.row) for p in panel.points]
    for x, y, row in sorted(found, key=lambda f: (f[1], f[0])):
        while any(abs(x - other) < WIDTH / 4 and abs(y - height) < LINE for other, height in placed):
            y += 1
        placed.append((x, y))
        yield _label(row, x, y)


def _top(point: Point, time: Days, scale: Numbers) -> tuple[float, float]:
    highest = max(v for v in (point.row.low, point.row.high) if v is not None)
    return (time.x(point.first) + time.x(point.last)) / 2, scale.y(highest)


def _label(row: FigureRow, x: float, y: float) -> str:
    before = x > (LEFT + RIGHT) / 2
    place = f'x="{x - 11:.1f}" text-anchor="end"' if before else f'x="{x + 11:.1f}" text-anchor="start"'
    told = f'data-claims="{escape(" ".join(row.claims))}"'
    return f'<text class="value" {told} {place} y="{y + 4:.1f}">{escape(row.short or row.value)}</text>'


def _axes(time: Days, scale: Numbers) -> Iterator[str]:
    for value in scale.ticks():
        y = scale.y(value)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{RIGHT}"/>'
        yield f'<text data-fact="axis" class="tick" x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:,.10g}</text>'
    for tick in time.ticks():
        x = time.x(tick)
        yield f'<path class="grid" d="M{x:.1f} {BOTTOM}v4"/>'
        yield f'<text data-fact="axis" class="tick" x="{x:.1f}" y="{BOTTOM + 18}" text-anchor="middle">{tick.day} {tick:%b %Y}</text>'


def _legend(panel: Panel) -> Iterator[str]:
    for number, counter in enumerate(panel.counters):
        y = BOTTOM + 42 + 20 * number
        yield f'{mark(number, LEFT + 6, y)}<text class="counter" data-fact="counter" x="{LEFT + 20}" y="{y + 4}">{escape(counter)}</text>'


def draw(panel: Panel, name: str) -> str:
    """The panel as an SVG element with a title and, in words, every point."""
    time, scale = panel.axes()
    height = BOTTOM + 42 + 20 * len(panel.counters)
    told = "; ".join(f"{p.row.counter}: {p.row.value}, as of {p.row.as_of}" for p in panel.points)
    marks = [_point(panel, p, time, scale) for p in panel.points]
    body = [*_axes(time, scale), *marks, *_labels(panel, time, scale), *_legend(panel)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH:.0f} {height:.0f}" direction="ltr" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t" data-fact="name">{escape(panel.title)}</title>'
        f'<desc id="{name}-d" data-claims="{escape(" ".join(c for p in panel.points for c in p.row.claims))}">{escape(told)}</desc>'
        f"{''.join(body)}</svg>"
    )
