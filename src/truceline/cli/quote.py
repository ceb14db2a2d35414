"""A statement in one line: its exact words, who said them, through whom, when, and whether a person checked the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from truceline.case import Case, Reading


def quoted(case: Case, claim: str) -> str:
    """``"the closure ..."  Bassem Naim (Hamas) -> Filastin | 24 Dec 2025 | characters 1908-1941 | checked by AB``.

    An unchecked reading says so before its words, and so does a rendering by the case's author: only a source's own words stand in
    quotation marks (docs/decisions/0042-words-of-the-case-author-are-no-quotation.md). What is held no more has the words that a
    finding kept of it.
    """
    from truceline.case import kept

    reading = case.by_id.get(claim)
    if reading is None:
        return kept.gone(case, claim)
    from truceline.reporting.sections.statements import rendered

    words = " ".join(reading.claim.text.split())
    lead = "CONFIDENTIAL: " if case.is_confidential(reading) else ""
    lead += "" if reading.checked else "Machine reading, not checked: "
    told = f"{lead}in the case author's words: {words}" if rendered(case, reading) else f'{lead}"{words}"'
    return f"{told}  {' | '.join(_origin(reading))}"


def statement(case: Case, claim: str) -> dict[str, Any]:
    """The same for programs: the words, who is held to have said them, through whom, and where in which document they stand.

    An unchecked reading says so in ``review``; a claim that the case does not hold has its id and what a finding kept of it.
    """
    reading = case.by_id.get(claim)
    if reading is None:
        return _kept(case, claim)
    from truceline.reporting.sections.statements import rendered

    said, document = reading.claim, reading.document
    return {
        "claim": claim,
        "text": said.text,
        "speaker": reading.speaker.name if reading.speaker else said.speaker,
        "side": reading.side.id if reading.side else None,
        "relay": list(dict.fromkeys([*said.relay, *document.relay])),
        "outlet": document.outlet,
        "document": document.path,
        "published": str(document.published),
        "start": said.start,
        "end": said.end,
        "review": "accepted" if reading.authored else reading.state,
        "rendering": rendered(case, reading),
        "confidential": case.is_confidential(reading),
    }


def _kept(case: Case, claim: str) -> dict[str, Any]:
    from truceline.case import kept

    found = kept.kept(case, claim)
    if found is None:
        return {"claim": claim}
    said = {"text": found.words, "speaker": found.speaker, "outlet": found.source, "published": found.day}
    return {"claim": claim, **said, "review": "gone"}


def _origin(reading: Reading) -> tuple[str, ...]:
    from truceline.review import words

    claim = reading.claim
    who = reading.speaker.name if reading.speaker else claim.speaker or _open(reading)
    side = f" ({reading.side.name})" if reading.side and reading.side != reading.speaker else ""
    carriers = dict.fromkeys(filter(None, [*claim.relay, *reading.document.relay, reading.document.outlet]))
    said = " -> ".join([f"{who}{side}", *carriers])
    by = f"checked by {reading.review.by}" if reading.checked and reading.review else ""
    author = "accepted by the author of the case" if reading.authored else ""
    where = "" if reading.authored else f"characters {claim.start}-{claim.end} of {reading.document.path}"
    state = by or author or ("checked" if reading.checked else reading.state)
    return tuple(filter(None, (said, words.interval(reading.document.published), where, state)))


def _open(reading: Reading) -> str:
    """Who it is where no name is resolved: the words for the source, the outlet itself, or nobody named."""
    if reading.claim.speaker_text:
        return f"not resolved: '{reading.claim.speaker_text}'"
    return "in the outlet's own voice" if reading.narrated else "speaker not named"
