"""A reading: a claim as this case holds it, with its links, its review and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.actors.model import Actor
from truceline.evidence import Attribution, Claim, Document, Link, Review, Target, Verdict

PROPOSED = "proposed"
REOPENED = "reopened"
CHECKED = frozenset({Verdict.ACCEPTED.value, Verdict.CORRECTED.value})
WAITING = frozenset({PROPOSED, REOPENED, Verdict.OPEN.value})


@dataclass(frozen=True, slots=True)
class Reading:
    """``claim`` has corrections applied, ``read`` is what the reader gave; ``state`` is proposed, accepted, corrected,
    rejected, open or reopened (a review was made of an earlier reading).

    ``speaker`` is the actor nearest to the words, ``side`` the one responsible for them; None where not resolved.
    ``ceasefire`` is the one spoken of; ``repeat_of`` the earlier claim of the same speaker in the same words.
    """

    claim: Claim
    read: Claim
    links: tuple[Link, ...]
    document: Document
    state: str = PROPOSED
    review: Review | None = None
    speaker: Actor | None = None
    side: Actor | None = None
    ceasefire: str = ""
    this_case: bool = True
    in_scope: bool = True
    repeat_of: str = ""
    sentence: str = ""
    authored: bool = False

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def checked(self) -> bool:
        """Whether a person accepted that this was said."""
        return self.state in CHECKED

    @property
    def waiting(self) -> bool:
        """Whether it still waits for a person."""
        return self.state in WAITING

    @property
    def counts(self) -> bool:
        """Whether it counts in this case: checked, and of this ceasefire."""
        return self.checked and self.this_case

    @property
    def narrated(self) -> bool:
        """Whether it is the outlet's own voice."""
        return self.claim.attribution is Attribution.NARRATOR

    def linked(self, target: Target, role: str = "about") -> tuple[str, ...]:
        """The ids of what it is linked to without doubt."""
        return tuple(x.id for x in self.links if x.target is target and x.role == role and not x.doubtful)
