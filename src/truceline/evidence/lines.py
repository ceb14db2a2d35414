"""The claim line, version 1: one JSON object a claim, the contract for other programs and between the rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from truceline.evidence import dates
from truceline.evidence.claim import Attribution, Claim, Doubt, Hedge, Kind, Link, Mode, Part, Polarity
from truceline.evidence.document import Span
from truceline.evidence.payload import (
    Basis,
    Compliance,
    Condition,
    Figure,
    Incident,
    Payload,
    Position,
    Stance,
    State,
    Step,
    Term,
)

PAYLOADS: Mapping[Kind, type[Payload]] = {
    Kind.FIGURE: Figure,
    Kind.INCIDENT: Incident,
    Kind.POSITION: Position,
    Kind.STEP: Step,
    Kind.COMPLIANCE: Compliance,
    Kind.STATE: State,
    Kind.CONDITION: Condition,
    Kind.TERM: Term,
}


def payload_line(payload: Payload | None) -> dict[str, Any]:
    """A payload as a JSON object; empty for a bare statement."""
    return {} if payload is None else {k: _plain(v) for k, v in asdict(payload).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_plain(v) for v in value] if isinstance(value, tuple) else value


def line(claim: Claim, links: Iterable[Link] = (), review: str = "proposed") -> dict[str, Any]:
    """The claim as a JSON object; ``review`` is proposed, accepted, corrected, rejected, open or reopened."""
    return {
        "id": claim.id,
        "document": claim.document,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind.value,
        "speaker": claim.speaker,
        "speaker_text": claim.speaker_text,
        "on_behalf_of": claim.on_behalf_of,
        "original": claim.original,
        "relay": list(claim.relay),
        "cue": claim.cue,
        "mode": claim.mode.value,
        "attribution": claim.attribution.value,
        "polarity": claim.polarity.value,
        "hedge": claim.hedge.value,
        "about": claim.about.edtf or None,
        "links": [
            {"target": x.target.value, "id": x.id, "role": x.role, "reason": x.reason, "doubtful": x.doubtful}
            for x in links
        ],
        "doubt": [_doubt(d) for d in claim.doubt],
        "review": review,
        "payload": payload_line(claim.payload),
        "text_sha256": claim.text_sha256,
        "ordinal": claim.ordinal,
        "speaker_span": _span(claim.speaker_span),
        "cue_span": _span(claim.cue_span),
        "reader": claim.reader,
    }


def _doubt(doubt: Doubt) -> dict[str, str]:
    """A doubt as an object; ``candidate`` stands only where there is one."""
    row = {"part": doubt.part.value, "reason": doubt.reason}
    return {**row, "candidate": doubt.candidate} if doubt.candidate else row


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def parse_payload(kind: Kind, row: Mapping[str, Any]) -> Payload | None:
    """The payload of a claim line; raises TypeError or ValueError where the object does not fit the kind."""
    made = PAYLOADS.get(kind)
    if made is None or not row:
        return None
    known = {f.name for f in fields(made)}
    values: dict[str, Any] = {k: v for k, v in row.items() if k in known}
    if made is Figure:
        values["basis"] = Basis(values.get("basis", "total"))
        values["parts"] = tuple((str(what), float(number)) for what, number in values.get("parts", ()))
    if made is Position:
        values["stance"] = Stance(values["stance"])
    return made(**values)


def parse(row: Mapping[str, Any]) -> Claim:
    """A Claim from its line (links and review are not part of it).

    Raises KeyError, TypeError or ValueError where the line is not of version 1.
    """
    kind = Kind(row["kind"])
    return Claim(
        text_sha256=row["text_sha256"],
        document=row["document"],
        kind=kind,
        start=row["start"],
        end=row["end"],
        text=row["text"],
        speaker=row["speaker"],
        speaker_text=row["speaker_text"],
        on_behalf_of=row["on_behalf_of"],
        original=row["original"],
        relay=tuple(row["relay"]),
        cue=row["cue"],
        mode=Mode(row["mode"]),
        attribution=Attribution(row["attribution"]),
        polarity=Polarity(row["polarity"]),
        hedge=Hedge(row.get("hedge") or ""),
        about=dates.parse(row.get("about") or ""),
        doubt=tuple(Doubt(Part(d["part"]), d["reason"], d.get("candidate", "")) for d in row["doubt"]),
        payload=parse_payload(kind, row["payload"]),
        ordinal=row.get("ordinal", 0),
        speaker_span=Span(*row["speaker_span"]) if row.get("speaker_span") else None,
        cue_span=Span(*row["cue_span"]) if row.get("cue_span") else None,
        reader=row.get("reader", ""),
    )
