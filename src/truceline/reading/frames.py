"""A frame: a cue (said, according to, rejected), whose it is, and the tokens that it governs."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``a`` to ``b`` (inclusive) with their head: the noun phrase of a source or carrier."""

    a: int
    b: int
    head: int


@dataclass(slots=True, eq=False)
class Frame:
    """``content`` are inclusive token ranges; ``sort`` is say, stance, count, accuse, passive, according, document or colon.

    ``whole`` marks cues that belong to the claim ("rejected the plan"); ``same`` is the frame whose source this one shares
    ("..., adding that"). ``scene`` are tokens about the telling, not of what is told. ``parent`` is the frame in whose content this one stands.
    """

    cue: int
    cue_end: int
    base: str
    sort: str
    source: Phrase | None
    content: list[tuple[int, int]]
    whole: bool = False
    inverted: bool = False
    negated: bool = False
    same: Frame | None = None
    parent: Frame | None = None
    carriers: list[Phrase] = field(default_factory=list)
    original: Phrase | None = None
    scene: list[tuple[int, int]] = field(default_factory=list)

    def holds(self, i: int) -> bool:
        """Whether token ``i`` is in the content."""
        return any(a <= i <= b for a, b in self.content)

    @property
    def size(self) -> int:
        return sum(b - a + 1 for a, b in self.content)

    @property
    def origin(self) -> Frame:
        """The frame that names the source."""
        return self.same.origin if self.same else self


def nest(frames: list[Frame]) -> None:
    """Set each frame's parent: the smallest other frame whose content holds its cue and its source.

    Before that, what an earlier nested cue governs ends where a trailing "-ing" of the outer speaker begins.
    """
    for later in frames:
        for frame in frames:
            if later.same is not None and frame is not later and frame.cue < later.cue and not frame.inverted:
                frame.content = [(a, min(b, later.cue - 1)) for a, b in frame.content if a < later.cue]
    for outer in [f for f in frames if f.inverted and f.source is not None and f.content]:
        a, b = outer.content[0]
        for frame in frames:
            if frame is not outer and a <= frame.cue <= b and frame.content and not frame.inverted:
                frame.content = [(x, min(y, b)) for x, y in frame.content if x <= b]
    for frame in frames:
        around = [
            f for f in frames if f is not frame and f.holds(frame.cue) and f.size > 0 and _source_in(f, frame)
        ]
        around = [f for f in around if not (frame.holds(f.cue) and _source_in(frame, f))]
        frame.parent = min(around, key=lambda f: f.size, default=None)
    for frame in frames:
        nested = frame.whole and frame.parent is not None and frame.source is not None and frame.same is None
        if nested and frame.source is not None and frame.source.b < frame.cue and frame.content:
            frame.content[0] = (min(frame.source.a, frame.content[0][0]), frame.content[0][1])


def _source_in(outer: Frame, inner: Frame) -> bool:
    if inner.same is not None:
        return inner.origin is not outer.origin and (
            inner.origin.parent is outer or outer.holds(inner.origin.cue)
        )
    return inner.source is None or outer.holds(inner.source.head)


def innermost(frames: list[Frame], i: int) -> Frame | None:
    """The frame that governs token ``i``: of those whose content holds it, the deepest; of equals the last cue before it."""
    around = [f for f in frames if f.holds(i)]
    return max(around, key=lambda f: (depth(f), -f.size), default=None)


def depth(frame: Frame) -> int:
    """How many frames stand around this one."""
    count, at, seen = 0, frame.parent, {id(frame)}
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        count, at = count + 1, at.parent
    return count
