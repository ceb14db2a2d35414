"""The reader itself, its attributions in the shape of the others; ``full`` and ``bulk`` are its tiers."""

from __future__ import annotations

from collections.abc import Callable

from dependency_rules import Found


def load(tier: str) -> Callable[[str], Found]:
    """Attributions only: what the peers do."""
    from truceline.evidence import Span, Text
    from truceline.reading import Reader
    from truceline.reading.attributions import attributions

    reader = Reader(tier=tier)

    def find(string: str) -> Found:
        return [
            (
                [(a.source.start, a.source.end)] if isinstance(a.source, Span) else [],
                [(a.cue.start, a.cue.end)],
                [(t.start, t.end) for t in a.told],
            )
            for a in attributions(reader.sentences(Text("", string, "txt/1")))
        ]

    return find


def claims(tier: str) -> Callable[[str], object]:
    """All that the reader does: speakers, kinds, figures and dates too."""
    from truceline.evidence import Text
    from truceline.reading import Reader

    reader = Reader(tier=tier)
    return lambda string: reader.read(Text("", string, "txt/1"))
