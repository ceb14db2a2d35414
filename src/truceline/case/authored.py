"""The statements that agreement.yaml itself cites, each with a document of its own: their source, on its own day."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.model import Agreement
from truceline.evidence import Claim, Document, Link, digest


def authored(agreement: Agreement) -> Iterator[tuple[Claim, Document, tuple[Link, ...]]]:
    """Each claim with a Document that carries its source's outlet, address and date, and the links of its place.

    A claim counts from the last possible day of its source; the file itself has no day.
    """
    links: dict[str, list[Link]] = {}
    for link in agreement.links:
        links.setdefault(link.claim, []).append(link)
    sha256 = digest(agreement.text)
    for claim in agreement.claims:
        source = agreement.cited[claim.id]
        document = Document(
            path=agreement.path,
            sha256=sha256,
            outlet=source.outlet,
            address=source.address,
            published=source.date,
            ceasefire=agreement.id,
            relay=source.relay,
        )
        yield claim, document, tuple(links.get(claim.id, ()))
