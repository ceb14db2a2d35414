"""Growth drawn in ink alone: rows against milliseconds, both on scales of tens, a dash for each measurement."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 440, 70, 250, 30, 50
LEAST, MOST = 1, 100_000  # milliseconds
Points = list[tuple[float, float]]


def lines(sizes: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str, Points]]:
    """Name, dash and points (rows, milliseconds) of each measurement."""
    rows = [size["rows"] for size in sizes]
    first = [1000 * size["first_answer"]["seconds"] for size in sizes]
    yield "first answer, cold", "", list(zip(rows, first, strict=True))
    after = [size["after_one_claim"]["median_ms"] for size in sizes]
    yield "after one new claim", "7 4", list(zip(rows, after, strict=True))
    pandas = [size["pandas"] for size in sizes]
    if all(isinstance(row, dict) for row in pandas):
        loaded = [1000 * (row["load"] + row["work_out"]) for row in pandas]
        yield "pandas: load and work out", "2 3", list(zip(rows, loaded, strict=True))
        again = [row["after_one_claim_ms"] for row in pandas]
        yield "pandas: after one new claim", "9 3 2 3", list(zip(rows, again, strict=True))


def svg(sizes: Sequence[dict[str, Any]]) -> str:
    """The whole drawing."""
    few, many = sizes[0]["rows"], sizes[-1]["rows"]

    def at(rows: float, ms: float) -> tuple[float, float]:
        across = (math.log10(rows) - math.log10(few)) / (math.log10(many) - math.log10(few))
        up = math.log10(max(ms, LEAST)) / math.log10(MOST)
        return (
            round(LEFT + across * (WIDTH - LEFT - RIGHT), 1),
            round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        "<title>Status of 600 provisions in 5 viewpoints: time by rows of evidence</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for power in range(6):
        (x, y), (right, _) = at(few, 10**power), at(many, 10**power)
        label = f"{10**power} ms" if power < 3 else f"{10 ** (power - 3)} s"
        parts.append(f'<path d="M{x} {y}H{right}" stroke="#ccc"/>')
        parts.append(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{label}</text>')
    for size in sizes:
        x, y = at(size["rows"], LEAST)
        parts.append(f'<text x="{x}" y="{y + 20}" text-anchor="middle">{size["rows"]:,}</text>')
    for name, dash, points in lines(sizes):
        places = [at(*point) for point in points]
        way = "L".join(f"{x} {y}" for x, y in places)
        parts.append(
            f'<path d="M{way}" fill="none" stroke="black" stroke-width="1.5" stroke-dasharray="{dash}"/>'
        )
        parts += [f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in places]
        x, y = places[-1]
        parts.append(f'<text x="{x + 10}" y="{y + 4}">{escape(name)}: {_told(points[-1][1])}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 10}" text-anchor="middle">rows of evidence</text>')
    return "\n".join([*parts, "</svg>", ""])


def _told(ms: float) -> str:
    return f"{ms / 1000:.2f} s" if ms >= 1000 else f"{ms:.0f} ms"
