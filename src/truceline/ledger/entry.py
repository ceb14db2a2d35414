"""An entry of the journal: its kinds, its canonical form and how it is chained to the one before.

The payload enters the chain only as a salted digest. Without the salt nobody can try out guesses ("was it her
name?") on what was erased; with it, whoever holds the payload can prove that it is the one that was entered.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from truceline.evidence import digest

BY = "truceline"
"""Who signs the entries that no person made."""


class EntryKind(StrEnum):
    """What an entry records."""

    DOCUMENT = "document"
    READING = "reading"
    REVIEW = "review"
    UNDO = "undo"
    FINDING = "finding"
    CORRECTION = "correction"
    EXPORT = "export"
    SIGNATURE = "signature"
    SENSITIVE_VIEW = "sensitive_view"
    LEFT_OUT = "left_out"
    ERASURE = "erasure"
    FILE = "file"


UNDOABLE = frozenset({EntryKind.REVIEW, EntryKind.FINDING})
"""What can be taken back: a signature or an export has gone out and cannot."""


def canonical(payload: Mapping[str, Any]) -> str:
    """The one way to write a payload down: sorted keys, no spaces, characters as they are."""
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def stamp(at: datetime | None) -> str:
    """A moment in UTC to the microsecond, now where None; one without a zone is taken as this machine's time."""
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def payload_digest(salt: str, payload: str) -> str:
    """The salted digest of a canonical payload."""
    return digest(salt + payload)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the table; ``salt`` and ``payload`` are None once erased."""

    number: int
    at: str
    kind: str
    by: str
    salt: str | None
    payload: str | None
    payload_digest: str
    previous: str
    digest: str

    @property
    def expected_digest(self) -> str:
        """What the digest must be; a JSON list, so that no two entries read the same when their parts are joined."""
        parts = [self.previous, self.number, self.at, self.kind, self.by, self.payload_digest]
        return digest(json.dumps(parts, ensure_ascii=False))

    @property
    def erased(self) -> bool:
        """Whether law or safety had the payload taken out."""
        return self.payload is None


def chained(
    previous: str, number: int, kind: EntryKind, payload: Mapping[str, Any], by: str, at: datetime | None
) -> Entry:
    """The entry that follows the one with digest *previous*, under a fresh salt."""
    salt, written = secrets.token_hex(16), canonical(payload)
    entry = Entry(
        number, stamp(at), str(kind), by, salt, written, payload_digest(salt, written), previous, ""
    )
    return replace(entry, digest=entry.expected_digest)


COLUMNS = ("number", "at", "kind", "by", "salt", "payload", "payload_digest", "previous", "digest")
