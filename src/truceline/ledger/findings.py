"""Findings in the journal: entered one at a time, and read back by ``verify``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from truceline.evidence import Finding, finding
from truceline.ledger.entry import EntryKind
from truceline.ledger.fault import Fault
from truceline.ledger.journal import Journal


def enter(journal: Journal, made: Finding) -> int:
    """Append one finding and give its number; whoever entered it answers for it, the role where no name is given.

    Raises ValueError where the journal already holds a finding with its id, so that none is entered twice.
    """
    for entry in journal.entries(EntryKind.FINDING):
        if entry.payload and json.loads(entry.payload).get("id") == made.id:
            raise ValueError(f"finding {made.id} stands already, as entry {entry.number}")
    return journal.append(EntryKind.FINDING, made.line(), made.by or made.role, made.made)


def withdraw(journal: Journal, entry: int, by: str, why: str, at: datetime | None = None) -> int:
    """Take one finding back and give the number of the new entry; the finding stays in the journal.

    Raises LookupError where there is no such entry, ValueError where it is no finding, was taken back before, or nobody or no reason
    is named.
    """
    if (kind := journal.entry(entry).kind) != EntryKind.FINDING:
        raise ValueError(f"entry {entry} is a {kind} and no finding")
    if entry in journal.undone():
        raise ValueError(f"the finding of entry {entry} was withdrawn before")
    if not by.strip() or not why.strip():
        raise ValueError("a withdrawal names who takes the finding back, and why")
    return journal.append(EntryKind.UNDO, {"entry": entry, "why": why.strip()}, by.strip(), at)


def faults(journal: Journal) -> Iterator[Fault]:
    """Entries whose payload is no finding, or that a board could not show."""
    for entry in journal.entries(EntryKind.FINDING):
        if entry.payload is None:
            continue
        where = f"journal entry {entry.number}"
        try:
            made = finding.parse(json.loads(entry.payload))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            yield Fault(where, f"it is entered as a finding and is none: {error}")
            continue
        if not made.role:
            yield Fault(where, "it is a finding of nobody: it names no role")
