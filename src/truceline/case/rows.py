"""Rows of the ledger's views, or payloads of its journal, as the records that they hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from truceline.evidence import Document, Interval, Review, Verdict, dates


def document(row: Mapping[str, Any]) -> Document:
    """The document that a row of ``document_v1`` or the payload of a document's entry describes."""
    published = Interval(
        _day(row["published_from"]),
        _day(row["published_to"]),
        row["published_edtf"] or "",
        row["published_evidence"] or "",
    )
    return Document(
        path=row["path"],
        sha256=row["sha256"],
        outlet=row["outlet"] or "",
        address=row["address"] or "",
        published=published,
        retrieved=_day(row["retrieved"]),
        language=row["language"] or "en",
        ceasefire=row["ceasefire"] or "",
        relay=tuple(_plain(row["relay"]) or ()),
    )


def review(row: Mapping[str, Any]) -> Review:
    """The verdict that a row of ``review_v1`` or the payload of a review's entry holds."""
    return Review(
        claim=row["claim"],
        seen=row["seen"],
        verdict=Verdict(row["verdict"]),
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
        corrections=_plain(row["corrections"]) or {},
        note=row["note"] or "",
    )


def _plain(value: Any) -> Any:
    """A view gives lists and mappings as JSON, a payload as they are."""
    return json.loads(value) if isinstance(value, str) else value


def _day(text: str | None) -> date | None:
    return dates.parse(text).earliest if text else None
