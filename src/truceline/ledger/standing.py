"""What the journal says last of each path: that it is held as a document, or left out. Derived rows are held to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from truceline.ledger.entry import Entry, EntryKind
from truceline.ledger.journal import Journal
from truceline.ledger.left_out import CLOSING


@dataclass(frozen=True, slots=True)
class Standing:
    """The last entry on a path: its number, whether it is of a document, the hash of the text or the reason."""

    number: int
    document: bool
    said: str


def standing(journal: Journal) -> dict[str, Standing]:
    """By path, whatever the journal holds of it and did not take back; without what was erased by law.

    A document whose entry was erased is told by its reading, which names the text of the erasure.
    """
    found: dict[str, Standing] = {}
    erased = {row["text"] for row in payloads(journal, EntryKind.ERASURE).values() if row.get("text")}
    for number, row in payloads(journal, EntryKind.DOCUMENT, EntryKind.READING, EntryKind.LEFT_OUT).items():
        text = str(row.get("text_sha256") or row.get("text") or "")
        path = str(row.get("path") or row.get("document") or "")
        if text in erased or row.get("reason") in CLOSING:
            found.pop(path, None)
        elif "text_sha256" in row:
            found[path] = Standing(number, document=True, said=text)
        elif "reason" in row:
            found[path] = Standing(number, document=False, said=str(row["reason"]))
    return found


def readings(journal: Journal) -> Mapping[str, int]:
    """The number of the last reading of each document."""
    return {str(r.get("document")): n for n, r in payloads(journal, EntryKind.READING).items()}


def payloads(journal: Journal, *kinds: EntryKind) -> dict[int, dict[str, Any]]:
    """The payloads of these kinds by the number of their entry, without erased ones and what is no payload any more."""
    entries = (entry for kind in kinds for entry in journal.entries(kind))
    made = {entry.number: _payload(entry) for entry in entries}
    return {number: row for number, row in sorted(made.items()) if row}


def unnamed(journal: Journal) -> int:
    """The last erased entry of which nobody can tell the path any more; 0 where there is none."""
    texts = {r.get("entry"): str(r.get("text") or "") for r in payloads(journal, EntryKind.ERASURE).values()}
    told = {row.get("text") for row in payloads(journal, EntryKind.READING).values()}
    entries = (e for kind in (EntryKind.DOCUMENT, EntryKind.LEFT_OUT) for e in journal.entries(kind))
    lost = [e.number for e in entries if e.erased and e.number in texts and texts[e.number] not in told]
    return max(lost, default=0)


def _payload(entry: Entry) -> dict[str, Any]:
    try:
        row = json.loads(entry.payload or "{}")
    except ValueError:
        return {}  # the chain names that entry
    return row if isinstance(row, dict) else {}
