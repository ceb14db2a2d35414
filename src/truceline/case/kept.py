"""What findings cite from agreement.yaml, kept with the finding: the words stay when the file is edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from truceline.evidence import Finding, Kept, Mode

if TYPE_CHECKING:
    from truceline.case.case import Case

GONE = "no longer stands in agreement.yaml"
UNHELD = "no longer held"


def keeping(case: Case, finding: Finding) -> Finding:
    """The finding with the words of what it cites from agreement.yaml.

    What it cites from documents stands in the ledger, and goes with its document where that is erased: it is not copied.
    """
    return replace(finding, kept=tuple(_of(case, finding.cited)))


def _of(case: Case, claims: Iterable[str]) -> Iterator[Kept]:
    for reading in (case.by_id[c] for c in claims if c in case.by_id and case.by_id[c].authored):
        claim = reading.claim
        yield Kept(
            claim.id,
            " ".join(claim.text.split()),
            reading.speaker.name if reading.speaker else claim.speaker or claim.speaker_text,
            reading.document.outlet,
            reading.document.published.edtf,
            claim.mode is Mode.INDIRECT,
        )


def kept(case: Case, claim: str) -> Kept | None:
    """The words of a claim as the latest finding that cites it kept them; None where none did."""
    held = (k for f in reversed(case.held.findings) for k in f.kept if k.claim == claim)
    return next(held, None)


def gone(case: Case, claim: str) -> str:
    """A claim that is cited and not held, in words: those kept with the finding, else that it is held no more."""
    found = kept(case, claim)
    if found is None:
        return f"{claim} ({UNHELD})"
    words = f"in the case author's words: {found.words}" if found.rendering else f'"{found.words}"'
    origin = f"{found.speaker} -> {found.source}" if found.source else found.speaker
    return f"{words}  {origin} | {found.day} | {GONE} ({claim})"


def unheld(case: Case) -> Iterator[tuple[Finding, str]]:
    """Each finding in force with each claim that it cites and the case does not hold any more."""
    for finding in case.held.findings:
        yield from ((finding, c) for c in finding.cited if c not in case.by_id)
