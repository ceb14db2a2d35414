"""What the ledger holds of one source, so that all of it can be erased: its entries, its statements, the verdicts on them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.ledger.entry import EntryKind
from truceline.ledger.journal import Journal
from truceline.ledger.readings import parse
from truceline.ledger.standing import payloads

_READ = "SELECT c.line FROM ledger_claim c JOIN ledger_document d ON d.path = c.document WHERE d.text = %s"
_KEPT = "SELECT data FROM ledger_kept WHERE text = %s"


@dataclass(frozen=True, slots=True)
class Traces:
    """Of a source: the journal's entries on it as a ``document`` and on verdicts about it, the ids of the statements ever read from it, and the entries
    of findings that cite it. What held the same text at another path is among them.
    """

    documents: tuple[int, ...]
    verdicts: tuple[int, ...]
    claims: frozenset[str]
    findings: tuple[int, ...]

    @property
    def entries(self) -> tuple[int, ...]:
        """The entries to erase: verdicts first, so that an erasure cut short leaves none about words that are gone."""
        return (*self.verdicts, *self.documents)


def traces(journal: Journal, path: str) -> Traces:
    """What there is of the source at *path*, of its parts (``box.mbox#3``) and of every version of it. Raises LookupError where there is
    nothing.
    """
    held = payloads(journal, EntryKind.DOCUMENT)
    own = {n: r for n, r in held.items() if r["path"] == path or r["path"].startswith(f"{path}#")}
    if not own:
        raise LookupError(f"the journal holds no document {path}, or it was erased before")
    texts = {str(row["text_sha256"]) for row in own.values()}
    same = {n: r for n, r in held.items() if r["text_sha256"] in texts}
    claims = frozenset(claim for text in texts for claim in _claims(journal, text))
    verdicts = (n for n, row in payloads(journal, EntryKind.REVIEW).items() if row.get("claim") in claims)
    cited = (
        n
        for n, row in payloads(journal, EntryKind.FINDING).items()
        if not claims.isdisjoint((*row.get("claims", ()), row.get("answered", "")))
    )
    return Traces(tuple(same), tuple(verdicts), claims, tuple(cited))


def _claims(journal: Journal, text: str) -> Iterator[str]:
    """The ids of all statements read from a text, by the present reader and by those before it."""
    lines = [line for (line,) in journal.database.rows(_READ, [text])]
    for (data,) in journal.database.rows(_KEPT, [text]):
        lines += zlib.decompress(data).decode().splitlines()
    yield from (parse(line).id for line in lines)
