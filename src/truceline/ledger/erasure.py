"""What law or safety demands to erase goes; a tombstone stays, and the chain still verifies.

The journal's payload and its salt are blanked, so that nobody can even try out what stood there. With a document its
text goes too, and with the text every proposal ever read from it, since they quote it; with a file of the case what is kept of it.
"""

from __future__ import annotations

import json
from datetime import datetime

from truceline.ledger import kept
from truceline.ledger.entry import Entry, EntryKind
from truceline.ledger.journal import Journal
from truceline.ledger.readings import Readings


def erase(
    journal: Journal, readings: Readings, number: int, reason: str, by: str, at: datetime | None
) -> int:
    """Enter the erasure, then blank what it names; gives the number of the new entry. Needs a transaction.

    *reason* is kept for good: it says on which ground, never what stood there. Raises LookupError where there is no
    such entry, ValueError where it was erased before or is an erasure itself.
    """
    entry = journal.entry(number)
    if entry.erased:
        raise ValueError(f"entry {number} was erased before")
    if entry.kind == EntryKind.ERASURE:
        raise ValueError(f"entry {number} is an erasure: the record that something was erased stays")
    text = _text_of(entry)
    tombstone = {"entry": number, "reason": reason} | ({"text": text} if text else {})
    made = journal.append(EntryKind.ERASURE, tombstone, by, at)
    if text:
        readings.remove("", text)
        kept.forget(journal.database, text)
        journal.database.run("UPDATE ledger_text SET string = NULL WHERE sha256 = %s", [text])
    journal.database.run("UPDATE ledger_entry SET payload = NULL, salt = NULL WHERE number = %s", [number])
    return made


def _text_of(entry: Entry) -> str:
    """The hash of the text that goes with an entry: of a document's, of a case file itself; "" for any other."""
    names = {EntryKind.DOCUMENT: "text_sha256", EntryKind.FILE: "sha256"}
    name = names.get(EntryKind(entry.kind))
    return str(json.loads(entry.payload)[name]) if name and entry.payload else ""
