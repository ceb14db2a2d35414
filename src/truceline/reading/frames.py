"""A frame: a cue (said, according to, rejected), whose it is, and the tokens that it governs."""

from __future__ import annotations

from dataclasses import dataclass, field

from truceline.reading.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``a`` to ``b`` (inclusive) with their head: the noun phrase of a source or carrier."""

    a: int
    b: int
    head: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Inclusive token ranges in one sentence. ``source`` is None where the cue names none of its own ("..., adding that")."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    told: tuple[tuple[int, int], ...]


@dataclass(slots=True, eq=False)
class Frame:
    """``content`` are inclusive token ranges; ``sort`` is say, stance, count, accuse, passive, according, document or colon.

    ``whole`` marks cues that belong to the claim ("rejected the plan"); ``same`` is the frame whose source this one shares
    ("..., adding that"). ``scene`` are tokens about the telling, not of what is told. ``parent`` is the frame in whose content this one stands.
    ``sure`` is how sure the tagger is of cue and source: 1 where it was not asked. ``vouched``: kept whatever the tagger holds of it.
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
    marked: Proposal | None = None
    sure: tuple[float, float] = (1.0, 1.0)
    vouched: bool = False

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
    """Set each frame's parent: the smallest other frame whose content holds its cue and its source."""
    for frame in frames:
        for other in frames:
            if frame is not other:
                _clip(frame, other)
    for frame in frames:
        around = [
            f for f in frames if f is not frame and f.holds(frame.cue) and f.size > 0 and _source_in(f, frame)
        ]
        around = [f for f in around if not (frame.holds(f.cue) and _source_in(frame, f))]
        frame.parent = min(around, key=lambda f: f.size, default=None)
    for frame in frames:
        _unloop(frame)
        _keep_source(frame)


def _unloop(frame: Frame) -> None:
    """Nobody stands in words that stand in his own: of a ring of frames (odd quotation marks make one) the ring is opened."""
    seen: set[int] = set()
    at: Frame | None = frame
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        at = at.same or at.parent
    while at is not None:
        at.parent, at = None, at.same


def _clip(frame: Frame, other: Frame) -> None:
    """End what ``frame`` governs where ``other`` shows that it ends."""
    if not frame.content or not other.content:
        return
    first, last = other.content[0]
    inner = other.origin is not other and other.origin is not frame.origin and frame.holds(other.origin.cue)
    if other.same is not None and not inner and frame.cue < other.cue and not frame.inverted:
        _end(frame, other.cue - 1)  # a trailing "-ing" of the outer speaker begins
    if other.inverted and other.source is not None and first <= frame.cue <= last and not frame.inverted:
        _end(frame, last)  # "A rejects B, C said": C's name and cue are not A's
    if other.sort == "according" and other.inverted and first > 0 and frame.cue < first:
        _end(frame, first - 1)  # "A accuses B of C, where D, according to E": D is E's


def _end(frame: Frame, last: int) -> None:
    frame.content = [(a, min(b, last)) for a, b in frame.content if a <= last]


def _keep_source(frame: Frame) -> None:
    """A nested cue that is itself the claim keeps its source: "said that *the front* has counted 190"."""
    source = frame.source
    if (
        frame.whole
        and frame.parent is not None
        and source is not None
        and frame.same is None
        and frame.content
    ) and source.b < frame.cue:
        frame.content[0] = (min(source.a, frame.content[0][0]), frame.content[0][1])


def _source_in(outer: Frame, inner: Frame) -> bool:
    if inner.same is not None:
        return inner.origin is not outer.origin and (
            inner.origin.parent is outer or outer.holds(inner.origin.cue)
        )
    return inner.source is None or outer.holds(inner.source.head)


def governors(frames: list[Frame], tokens: int) -> list[Frame | None]:
    """For each token the frame that governs it: of those whose content holds it the deepest, of equals the smallest."""
    found: list[Frame | None] = [None] * tokens
    ranked = sorted(frames, key=lambda f: (depth(f), -f.size))  # painted over from the outermost inwards
    for frame in ranked:
        for a, b in frame.content:
            found[a : b + 1] = [frame] * (b + 1 - a)
    return found


def about_the_telling(s: Sentence, frame: Frame, own: bool) -> set[int]:
    """The tokens of a frame that belong to its cue, source or scene and not to what is said.

    ``own``: as seen from the frame's own content, where a cue that is itself the claim stays, and if nested its source too.
    """
    found: set[int] = set()
    if frame.sort == "bare":
        return found
    source = frame.source
    kept = own and frame.whole and frame.parent is not None
    if source is not None and frame.sort != "passive" and frame.same is None and not kept:
        reach = s.right[source.head]
        found.update(range(source.a, (max(source.b, reach) if reach < frame.cue else source.b) + 1))
    if not frame.whole:
        found.update(range(frame.cue, frame.cue_end + 1))
    for a, b in [*((c.a, c.b) for c in frame.carriers), *frame.scene]:
        found.update(range(a, b + 1))
    return found


def depth(frame: Frame) -> int:
    """How many frames stand around this one."""
    count, at, seen = 0, frame.parent, {id(frame)}
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        count, at = count + 1, at.parent
    return count
