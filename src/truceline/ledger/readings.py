"""Documents, texts and the proposals read from them: derived rows, each set replaced in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from truceline.evidence import Claim, Document, Text, digest, lines
from truceline.ledger import description, kept
from truceline.ledger.database import Database
from truceline.ledger.entry import BY, EntryKind, canonical
from truceline.ledger.journal import Journal

_CLAIM = 'INSERT INTO ledger_claim (id, document, kind, start, "end", line) VALUES (%s, %s, %s, %s, %s, %s)'
_DOCUMENT = (
    "INSERT INTO ledger_document (path, entry, text, extractor, key, folded) VALUES (%s, %s, %s, %s, %s, %s)"
)
_READING = "INSERT INTO ledger_reading (document, entry, reader, claims, words) VALUES (%s, %s, %s, %s, %s)"
_TEXT = "INSERT INTO ledger_text (sha256, string) SELECT %s, %s WHERE NOT EXISTS (SELECT 1 FROM ledger_text WHERE sha256 = %s)"
_HELD = """SELECT d.entry, e.payload, r.entry, r.reader, r.claims FROM ledger_document d
JOIN ledger_entry e ON e.number = d.entry JOIN ledger_reading r ON r.document = d.path WHERE d.path = %s"""


def folded(string: str) -> str:
    """The hash of a text's body with its white space folded: equal for two copies of one article."""
    return digest(" ".join(string.split()))


def claims_digest(written: Iterable[str]) -> str:
    """The digest of a document's claim lines, in the order of the text."""
    return digest("\n".join(written))


def order(claim: Claim) -> tuple[int, int, str, int]:
    """The order of claims in a text."""
    return claim.start, claim.end, claim.kind.value, claim.ordinal


def misfit(claim: Claim, path: str, text_sha256: str, string: str) -> str:
    """Why a claim does not fit the text that it says to be of; "" where it does."""
    if claim.document != path:
        return f"it names the document {claim.document}"
    if claim.text_sha256 != text_sha256:
        return "it names the hash of another text"
    if claim.text != string[claim.start : claim.end]:
        return f"its words are not characters {claim.start} to {claim.end} of the text"
    return ""


class Readings:
    """What is held of each document now; works within the caller's transaction."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self.database = database
        self.journal = journal

    def replace(
        self, document: Document, text: Text, reader: str, claims: Sequence[Claim], key: str = ""
    ) -> None:
        """Hold *document* with *claims* for its proposals, in place of what was held at its path or of its text.

        Raises ValueError, and holds what it held, where a claim does not fit the text or two have one id.
        """
        self.check(document, text, claims)
        made = [(c, canonical(lines.line(c))) for c in sorted(claims, key=order)]
        held = claims_digest(line for _, line in made)
        entry, reading = self._enter(document, text, reader, held, len(made))
        self.database.run(_TEXT, [text.sha256, text.string, text.sha256])
        self.remove(document.path, text.sha256, but=held)
        row = [document.path, entry, text.sha256, text.extractor, key, folded(text.body)]
        self.database.run(_DOCUMENT, row)
        self.database.run(_READING, [document.path, reading, reader, held, len(text.string.split())])
        self.database.many(
            _CLAIM, ([c.id, document.path, c.kind.value, c.start, c.end, line] for c, line in made)
        )

    def _enter(self, document: Document, text: Text, reader: str, claims: str, count: int) -> tuple[int, int]:
        """The numbers of the entries on this document and this reading: the present ones where nothing has changed."""
        about = description.payload(document, text)
        read = {
            "document": document.path,
            "text": text.sha256,
            "reader": reader,
            "claims": claims,
            "count": count,
        }
        held = next(iter(self.database.rows(_HELD, [document.path])), (0, "", 0, "", ""))
        if held[1] != canonical(about):
            first, second = self.journal.append_all(
                [(EntryKind.DOCUMENT, about, BY), (EntryKind.READING, read, BY)]
            )
            return first, second
        if held[3:] != (reader, claims):
            return held[0], self.journal.append(EntryKind.READING, read, BY)
        return held[0], held[2]

    @staticmethod
    def check(document: Document, text: Text, claims: Sequence[Claim]) -> None:
        """Raises ValueError where a claim does not fit the text or two have one id."""
        seen: set[str] = set()
        for claim in claims:
            reason = misfit(claim, document.path, text.sha256, text.string)
            if not reason and claim.id in seen:
                reason = "another claim has its id (the same kind, span and ordinal)"
            if reason:
                raise ValueError(f"the {claim.kind} at {claim.start} to {claim.end} does not fit: {reason}")
            seen.add(claim.id)

    def remove(self, path: str, text_sha256: str = "", but: str = "") -> None:
        """Take away what is held at *path*, or of that text: the journal keeps its entries, the texts stay, and what was read from
        them is kept for a past day, unless its digest is *but*.
        """
        query = "SELECT path FROM ledger_document WHERE path = %s OR text = %s"
        for (found,) in self.database.rows(query, [path, text_sha256]):
            kept.keep_reading(self.database, found, but)
            self.database.run("DELETE FROM ledger_claim WHERE document = %s", [found])
            self.database.run("DELETE FROM ledger_reading WHERE document = %s", [found])
            self.database.run("DELETE FROM ledger_document WHERE path = %s", [found])

    def erased(self, text_sha256: str) -> bool:
        """Whether this text was held once and erased."""
        query = "SELECT 1 FROM ledger_text WHERE sha256 = %s AND string IS NULL"
        return self.database.value(query, [text_sha256]) is not None


def parse(line: str) -> Claim:
    """The Claim of a stored line; raises KeyError, TypeError or ValueError where it is none."""
    row: dict[str, Any] = json.loads(line)
    return lines.parse(row)
