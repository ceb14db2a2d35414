"""What a person said about a reading: that it was said (not that it is so), under which corrections, and when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from truceline.evidence.claim import Claim
from truceline.evidence.document import digest
from truceline.evidence.lines import payload_line


class Verdict(StrEnum):
    """accepted: they said this; corrected: they said this, once amended; rejected: no such statement; open: left doubtful."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    OPEN = "open"

    @property
    def counts(self) -> bool:
        """Whether the statement counts from then on."""
        return self in (Verdict.ACCEPTED, Verdict.CORRECTED)


@dataclass(frozen=True, slots=True)
class Review:
    """A person's verdict on one claim as seen (``seen`` is the digest of what was shown).

    ``corrections`` maps a part to its value: ``speaker`` (actor id or name), ``kind`` (then every payload field that
    the kind is made of stands beside it), ``polarity``, ``payload.low`` and other payload fields, ``provision`` (ids, space separated, "-" for none), ``ceasefire`` (an id). ``by`` is a role or initials.
    """

    claim: str
    seen: str
    verdict: Verdict
    by: str
    at: datetime
    corrections: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def seen(claim: Claim) -> str:
    """The digest of what a reviewer is shown of a claim: the words, who answers for them and through whom, when, the payload.

    When a new reader changes any of it, a review made of the old one is reopened and counts for nothing.
    """
    who = [
        claim.speaker,
        claim.speaker_text,
        claim.on_behalf_of,
        claim.original,
        *claim.relay,
        claim.attribution,
    ]
    what = [claim.polarity, claim.hedge, claim.about.edtf, payload_line(claim.payload)]
    shown = json.dumps([claim.id, claim.text, who, what], ensure_ascii=False, sort_keys=True)
    return digest(shown)[:32]


def in_force(claim: Claim, review: Review) -> bool:
    """Whether the review still speaks of this very reading."""
    return review.claim == claim.id and review.seen == seen(claim)
