"""The cues of one provision or issue, compiled: does a claim speak of it, and because of which words?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import Enum
from functools import cached_property

from truceline.agreement.model import Cues
from truceline.evidence import Claim, Compliance, Figure, Step
from truceline.linking.attribution import unattributed
from truceline.linking.phrases import Phrases, words

_OURS = frozenset({(Compliance, "value"), (Step, "act")})
"""Parts that hold a word of ours and none of the text: "breached" is said of every breach, "offer" of every offer; neither names a duty."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a claim offers for matching: the words of its content, and of the sentence around it.

    ``told`` are those in which a required word may stand: without who says it, for "Oakhurst said" names no side of a duty.
    """

    content: tuple[str, ...]
    sentence: tuple[str, ...]
    counts: tuple[str, ...]
    told: tuple[str, ...] = ()

    @classmethod
    def of(cls, claim: Claim, sentence: str = "") -> Spoken:
        """The words of the span and of the payload's strings, and those of the sentence (the span where none is given)."""
        payload = claim.payload
        parts = fields(payload) if payload is not None else ()
        own = (getattr(payload, f.name) for f in parts if (type(payload), f.name) not in _OURS)
        texts = [s for s in own if isinstance(s, str) and not isinstance(s, Enum)]
        content = words(" ; ".join([claim.text, *texts]))
        counted = f"{payload.counts} ; {payload.unit}" if isinstance(payload, Figure) else ""
        counter = payload.counter if isinstance(payload, Figure) else ""
        told = words(" ; ".join([unattributed(claim, sentence), *(s for s in texts if s != counter)]))
        return cls(content, words(sentence or claim.text) + content, words(counted), told)

    def about(self, names: Iterable[str]) -> Spoken:
        """The same, with the names of the side whose part it is, however the sentence refers to it."""
        return replace(self, told=self.told + words(" ; ".join(names)))


class Matcher:
    """Compiled cues."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues

    @cached_property
    def _any(self) -> Phrases:
        return Phrases(self.cues.any)

    @cached_property
    def _require(self) -> Phrases:
        return Phrases(self.cues.require)

    @cached_property
    def _never(self) -> Phrases:
        return Phrases(self.cues.never)

    @cached_property
    def _counts(self) -> Phrases:
        return Phrases(self.cues.counts)

    @property
    def heads(self) -> frozenset[str]:
        """The first words of the cues by which content, a count or an incident's type may speak of it."""
        return self._any.heads | self._counts.heads | self.acts.heads

    @cached_property
    def done(self) -> Phrases:
        """State words that count as fulfilled."""
        return Phrases(self.cues.done)

    @cached_property
    def undone(self) -> Phrases:
        """State words that count as not fulfilled."""
        return Phrases(self.cues.undone)

    @cached_property
    def acts(self) -> Phrases:
        """Incident types that breach it."""
        return Phrases(self.cues.acts)

    def named(self, spoken: Spoken) -> str:
        """The cue by which the content speaks of it, or the empty string."""
        cue = self._any.first(spoken.content)
        return cue if cue and self._allowed(spoken) else ""

    def measured(self, spoken: Spoken) -> str:
        """The cue by which a figure measures it, or the empty string."""
        cue = self._counts.first(spoken.counts)
        return cue if cue and self._allowed(spoken) else ""

    def _allowed(self, spoken: Spoken) -> bool:
        if self._never.first(spoken.sentence):
            return False
        return not self._require or bool(self._require.first(spoken.told))
