"""What a reader of the report should know about the dates of a document that is held: missing, or not to be believed."""

from __future__ import annotations

from datetime import date

from truceline.evidence import Document


def notice(document: Document, today: date | None = None) -> str:
    """What is the matter with a document's dates; "" where nothing is. ``today`` is left out where no day is the present."""
    published = document.published.earliest or document.published.latest
    if published and document.retrieved and published > document.retrieved:
        return f"published ({document.published}) lies after it was retrieved ({document.retrieved}); correct its sidecar"
    if published and today and published > today:
        return f"published ({document.published}) lies after today ({today}); correct its sidecar"
    if document.dated:
        return ""
    if document.retrieved:
        return f"no date: it counts from the day it was retrieved, {document.retrieved}"
    return "neither a date nor the day it was retrieved: it counts on no day; write them into its sidecar"
