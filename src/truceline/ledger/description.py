"""A document's description as it stands in the journal's payload, and back again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from truceline.evidence import Document, Interval, Text


def payload(document: Document, text: Text) -> dict[str, Any]:
    """What a document entry records: everything about the document but its words, which stand once in the texts."""
    when = document.published
    return {
        "path": document.path,
        "sha256": document.sha256,
        "text_sha256": text.sha256,
        "extractor": text.extractor,
        "outlet": document.outlet,
        "address": document.address,
        "published_from": _iso(when.earliest),
        "published_to": _iso(when.latest),
        "published_edtf": when.edtf,
        "published_evidence": when.evidence,
        "retrieved": _iso(document.retrieved),
        "language": document.language,
        "ceasefire": document.ceasefire,
        "relay": list(document.relay),
    }


def document(written: str) -> Document:
    """The Document of a canonical payload."""
    row: Mapping[str, Any] = json.loads(written)
    when = Interval(
        _day(row["published_from"]),
        _day(row["published_to"]),
        row["published_edtf"],
        row["published_evidence"],
    )
    names = ("path", "sha256", "outlet", "address", "language", "ceasefire")
    return Document(
        **{name: row[name] for name in names},
        published=when,
        retrieved=_day(row["retrieved"]),
        relay=tuple(row["relay"]),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
