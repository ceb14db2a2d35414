"""What persons put right, as gold for training and measuring a reader: items in the form of ``eval/gold``, a JSON object each.

Each holds words of a source, so the file stays inside the mission. A reviewer confirms who said what; that the cue and the
source end where the reader had them was nobody's question, so those spans are hints and no gold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from truceline.case import Case, Reading
from truceline.case.corrections import NOBODY
from truceline.evidence import Claim, Polarity, Span, Target, Truth, Verdict
from truceline.review import annotation
from truceline.review.changes import changes

NOTICE = "holds text of sources: stays inside the mission"
NO_STATEMENT = "none"
"""Kind and attribution of what a person said is no statement: a scorer passes over it, a trainer learns from it."""


def gold(case: Case, *, everything: bool = False, names: bool = False) -> Iterator[dict[str, Any]]:
    """An item for each reading that a person put right or rejected, in the order of publication.

    ``everything`` adds what was accepted as read; ``names`` adds who judged, when, and the note, which stay out otherwise.
    A verdict that a newer reading has overtaken gives none, nor does a source that the case protects.
    """
    wanted = {
        Verdict.CORRECTED.value,
        Verdict.REJECTED.value,
        *([Verdict.ACCEPTED.value] if everything else []),
    }
    for reading in case.readings:
        if reading.state in wanted and not (reading.authored or case.is_confidential(reading)):
            yield {**_item(case, reading), **(_judged(reading) if names else {})}


def _item(case: Case, reading: Reading) -> dict[str, Any]:
    claim, rejected = reading.claim, reading.state == Verdict.REJECTED
    context = case.context(claim.id)
    return {
        "id": claim.id,
        "file": claim.document.removeprefix("sources/"),
        "quote": claim.text,
        "start": claim.start,
        "end": claim.end,
        **(_nobody() if rejected else _said(case, reading)),
        "verdict": reading.state,
        "changed": _changed(case, reading),
        "spans": {"source": _source(case, reading), "cue": _span(claim.cue_span)},
        "sentence": context.sentence,
        "sentence_start": context.start,
        "text_sha256": claim.text_sha256,
        "reader": claim.reader,
        "disp": [] if rejected else annotation.lines(claim),
        "readers": 1,
        "notice": NOTICE,
    }


def _nobody() -> dict[str, Any]:
    return {"speaker": None, "original": None, "on_behalf_of": None, "relay": [], "attribution": NO_STATEMENT, "kind": NO_STATEMENT,
            "value": {}, "denied": False, "about": [], "says": {}}  # fmt: skip


def _said(case: Case, reading: Reading) -> dict[str, Any]:
    claim = reading.claim
    kind, value = annotation.value(claim)
    matters = reading.linked(Target.PROVISION) + reading.linked(Target.ISSUE)
    return {
        "speaker": speaker(claim),
        "original": claim.original,
        "on_behalf_of": claim.on_behalf_of,
        "relay": list(claim.relay),
        "attribution": claim.attribution.value,
        "kind": kind,
        "value": value,
        "denied": claim.polarity is Polarity.DENIED,
        "about": list(dict.fromkeys(matters)),
        "says": _says(case, reading),
    }


def speaker(claim: Claim) -> str:
    """The fullest name; the description of somebody unnamed; ``(narrator)`` for the outlet itself."""
    if claim.speaker:
        return claim.speaker
    return "(narrator)" if claim.attribution.value == "narrator" else claim.speaker_text or "?"


def _says(case: Case, reading: Reading) -> dict[str, str]:
    rows = (r for r in case.rows(reading, checked=True) if r.truth in (Truth.MET, Truth.NOT_MET))
    return {r.matter: r.truth.name.lower() for r in rows if r.matter in case.agreement.provisions}


def _changed(case: Case, reading: Reading) -> dict[str, dict[str, Any]]:
    """Each part that was put right: as read, and as it is."""
    if reading.review is None or reading.state != Verdict.CORRECTED:
        return {}
    made = changes(reading.review, reading.read, case.lexicon)
    return {key: {"read": before, "right": after} for key, (before, after) in made.items()}


def _source(case: Case, reading: Reading) -> list[int] | None:
    """Where the speaker is named: as read; for one who was put right, his name in the sentence, if it stands there."""
    corrections: Mapping[str, str] = reading.review.corrections if reading.review else {}
    name = corrections.get("speaker") if reading.state == Verdict.CORRECTED else None
    if name is None:
        return _span(reading.claim.speaker_span)
    context = case.context(reading.id)
    for mention in case.lexicon.mentions(context.sentence) if name != NOBODY else ():
        if mention.actors == (name,):
            return [context.start + mention.start, context.start + mention.end]
    at = context.sentence.find(name) if name != NOBODY else -1
    return [context.start + at, context.start + at + len(name)] if at >= 0 else None


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _judged(reading: Reading) -> dict[str, str]:
    review = reading.review
    return {} if review is None else {"by": review.by, "at": review.at.isoformat(), "note": review.note}
