"""What a statement of the agreement file rests on: a cited source, or the author's own reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from truceline.evidence import Claim, Interval


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement in the agreement file comes from; ``claim`` is the claim it loads as, None for an author's note.

    A statement with outlet, date and words loads as a claim accepted by the file's author; without them it is the author's
    reading, says so, and fills no cell. ``quote`` are the words: verbatim, or (``paraphrase``) the author's rendering of them.
    """

    outlet: str = ""
    address: str = ""
    date: Interval = field(default_factory=Interval)
    quote: str = ""
    facts: tuple[str, ...] = ()
    claim: Claim | None = None
    relay: tuple[str, ...] = ()
    paraphrase: bool = False

    @property
    def authors_reading(self) -> bool:
        """Whether nobody is cited: the author's own reading."""
        return self.claim is None
