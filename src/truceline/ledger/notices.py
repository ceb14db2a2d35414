"""What a reader of the report should know about documents that are held: dates that are missing or cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from truceline.case.notices import notice
from truceline.ledger import description
from truceline.ledger.database import Database
from truceline.ledger.left_out import LeftOut

_DOCUMENTS = (
    "SELECT e.payload FROM ledger_document d JOIN ledger_entry e ON e.number = d.entry ORDER BY d.path"
)


def notices(database: Database, today: date | None = None) -> Iterator[LeftOut]:
    """A line for each held document whose dates need a look; *today* is the day of the build."""
    day = today or datetime.now(UTC).date()
    for (payload,) in database.rows(_DOCUMENTS):
        held = description.document(payload)
        if what := notice(held, day):
            yield LeftOut(held.path, what)
