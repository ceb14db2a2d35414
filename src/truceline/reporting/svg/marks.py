"""A mark of its own for each counter: told apart by shape and filling, never by colour alone."""

from __future__ import annotations

from collections.abc import Callable

ARROW = 20.0


def _circle(x: float, y: float, r: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>'


def _square(x: float, y: float, r: float) -> str:
    return f'<rect x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r:.1f}" height="{2 * r:.1f}"/>'


def _polygon(points: list[tuple[float, float]]) -> str:
    written = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{written}"/>'


def _diamond(x: float, y: float, r: float) -> str:
    r *= 1.3
    return _polygon([(x, y - r), (x + r, y), (x, y + r), (x - r, y)])


def _triangle(x: float, y: float, r: float) -> str:
    r *= 1.2
    return _polygon([(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)])


def _house(x: float, y: float, r: float) -> str:
    return _polygon(
        [(x - r, y + r), (x - r, y - r * 0.2), (x, y - r * 1.2), (x + r, y - r * 0.2), (x + r, y + r)]
    )


SHAPES: tuple[Callable[[float, float, float], str], ...] = (_circle, _square, _diamond, _triangle, _house)


def mark(number: int, x: float, y: float, r: float = 4.5) -> str:
    """The mark of the counter with this ``number``: five shapes filled, then the same hollow."""
    hollow = (number // len(SHAPES)) % 2
    return f'<g class="{"hollow" if hollow else "filled"}">{SHAPES[number % len(SHAPES)](x, y, r)}</g>'


def upward(x: float, y: float) -> str:
    """An open arrow upwards: the value is a lower bound."""
    return _arrow(x, y - 6, y - 6 - ARROW, 5)


def downward(x: float, y: float) -> str:
    """An open arrow downwards: the value is an upper bound."""
    return _arrow(x, y + 6, y + 6 + ARROW, -5)


def _arrow(x: float, start: float, end: float, head: float) -> str:
    return (
        f'<path class="bound" d="M{x:.1f} {start:.1f}V{end:.1f}M{x - 4:.1f} {end + head:.1f}L{x:.1f} {end:.1f}'
        f'L{x + 4:.1f} {end + head:.1f}"/>'
    )


def span(x1: float, y1: float, x2: float, y2: float) -> str:
    """A bar between two ends: a range of values, or of days on which the count may end."""
    return f'<path class="bound" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>'
