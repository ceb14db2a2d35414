"""The printed lines of a page, with where they stand and how large they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00a0": " ",
        "\u0000": "",
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """``x`` and ``y`` of its first letter in points from the lower left corner, ``size`` of most of its type."""

    text: str
    x: float
    y: float
    size: float


@dataclass(slots=True)
class Printed:
    """Collects what pypdf hands over piece by piece: it ends a line where the place on the page says so."""

    pieces: list[str] = field(default_factory=list)
    place: tuple[float, float] | None = None
    sizes: Counter[float] = field(default_factory=Counter)
    done: list[Line] = field(default_factory=list)

    def take(self, text: str, cm: Any, tm: Any, _font: Any, size: Any) -> None:
        """A piece of text, its two matrices (PDF 32000-1, 9.4.4), and the size of its type."""
        first, *rest = text.split("\n")
        self._add(first, cm, tm, size)
        for part in rest:
            self._end()
            self._add(part, cm, tm, size)

    def lines(self) -> list[Line]:
        """All lines of the page in the order of the file, parts of one printed line put together."""
        self._end()
        found: list[Line] = []
        for line in self.done:
            before = found[-1] if found else None
            if before and abs(before.y - line.y) < 0.3 * before.size and line.x > before.x:
                text = f"{before.text} {line.text}"
                found[-1] = Line(text, before.x, before.y, max(before.size, line.size))
            else:
                found.append(line)
        return found

    def _add(self, text: str, cm: Any, tm: Any, size: Any) -> None:
        if text.strip():
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[0] * cm[0] + tm[1] * cm[2]) or abs(tm[1] * cm[1]) or 1.0
            self.sizes[round(float(size) * float(scale), 1)] += len(text.strip())
            self.place = self.place or (float(x), float(y))
        self.pieces.append(text)

    def _end(self) -> None:
        text = " ".join("".join(self.pieces).translate(_LIGATURES).split())
        if text and self.place is not None:
            self.done.append(Line(text, *self.place, self.sizes.most_common(1)[0][0]))
        self.pieces, self.place = [], None
        self.sizes.clear()
