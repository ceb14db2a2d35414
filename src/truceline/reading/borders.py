"""What each of several frames of a sentence governs, and whose it is, where only their order shows it; then which lies within which."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.apposition import with_office
from truceline.reading.frames import Frame, nest
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words


def settle(s: Sentence, made: list[Frame]) -> None:
    """Set the sources and borders of frames in the order of their cues, and nest them."""
    for f in made:
        _tell_far_off(s, f)
        _begin_behind_idiom(f)
        if f.source is not None and f.same is None and not f.inverted:
            f.source = with_office(s, f.source)
    _end_before_another(s, made)
    _end_before_name(s, made)
    nest(made)
    _go_on(made)
    if _in_number(s, made):
        nest(made)


def _tell_far_off(s: Sentence, f: Frame) -> None:
    """What is told behind a long row of outlets: "told A in remarks carried by B and cited by C *that* ..."."""
    if f.content or f.base != "tell" or f.inverted:
        return
    that = next((k for k in range(f.cue + 1, len(s)) if s.low[k] == "that" and s.dep[k] == "mark"), None)
    if that is not None and that + 1 < len(s):
        f.content = [(that + 1, len(s) - 1)]


def _begin_behind_idiom(frame: Frame) -> None:
    """What is told behind "issued a denial that" does not hold the denial, whatever the tagger takes for its beginning."""
    if frame.base == "idiom" and not frame.inverted:
        frame.content = [
            (max(a, frame.cue_end + 1) if a > frame.cue else a, b)
            for a, b in frame.content
            if b > frame.cue_end or b < frame.cue
        ]


def _end_before_another(s: Sentence, made: Sequence[Frame]) -> None:
    """What one governs ends before ", their spokesman, X, telling ...": that one tells on his own, not within the first one's words."""
    for f in made:
        if f.source is None or s.tag[f.cue] != "VBG" or f.source.a < 2 or f.source.b >= f.cue:
            continue
        a = f.source.a
        if s.tag[a] != "PRP$" or s.low[a - 1] != ",":
            continue
        for other in made:
            if other is not f:
                other.content = [
                    (c, min(d, a - 2)) if c < a <= d else (c, d) for c, d in other.content if c != a
                ]


def _end_before_name(s: Sentence, made: Sequence[Frame]) -> None:
    """What a stance governs ends before the name of one who speaks behind it: "X termed it regrettable, and *two of them*, in a letter, ask"."""
    for f in made:
        if f.sort != "stance" or f.inverted or not f.content:
            continue
        a, b = f.content[-1]
        for other in made:
            source = other.source
            if other is f or source is None or other.same is not None or other.inverted or f.holds(other.cue):
                continue
            if f.cue < source.a <= b < other.cue and s.low[source.a - 1] in ("and", "but", ",", ";"):
                f.content[-1] = (a, source.a - 2)


def _go_on(made: Sequence[Frame]) -> None:
    """After "A had pledged it, recalled B, *adding* that" it is B who adds: the one who tells of the frame that the cue was joined to."""
    for f in made:
        teller = f.same.parent if f.same is not None else None
        if (
            teller is not None
            and f.same is not None
            and f.same.cue < teller.cue < f.cue
            and not teller.holds(f.cue)
        ):
            f.same, f.source = teller, teller.source


def _in_number(s: Sentence, made: Sequence[Frame]) -> bool:
    """ "Experts say the text bars guns but *allows* rifles": a verb in the singular is not of the many who told, but of the one they told of.

    Whether any cue was given to another.
    """
    changed = False
    for f in made:
        outer = f.same.origin if f.same is not None else None
        if (
            outer is None
            or outer.source is None
            or s.tag[f.cue] != "VBZ"
            or s.tag[outer.source.head] != "NNS"
        ):
            continue
        near = [g for g in made if g.parent is outer and outer.cue < g.cue < f.cue and s.tag[g.cue] == "VBZ"]
        inner = next((g for g in reversed(near) if g.same is None and g.source is not None), None)
        if inner is None:
            continue
        f.same, f.source, changed = inner, inner.source, True
        f.sort = inner.sort if f.base in words("cues", "document") else f.sort
        if outer.content and f.content:
            outer.content[-1] = (outer.content[-1][0], max(outer.content[-1][1], f.content[-1][1]))
    return changed
