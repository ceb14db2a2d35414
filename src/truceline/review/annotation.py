"""A reading as an annotator would write it: kind and value of ``eval/gold``, and the two lines of a dispatch (``.disp``).

The forms are those of ``eval/gold/DATASHEET.md`` and ``eval/corpus/GUIDELINES.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from truceline.evidence import (
    Attribution,
    Claim,
    Compliance,
    Condition,
    Figure,
    Incident,
    Polarity,
    Position,
    State,
    Step,
    Term,
)
from truceline.evidence.lines import payload_line
from truceline.review.words import number

_DISP: Mapping[str, str] = {
    "low": "lo",
    "high": "hi",
    "approximator": "approx",
    "as_of": "asof",
    "condition": "if",
}
"""The keys of an assertion where a dispatch calls them otherwise than the payload."""


def value(claim: Claim) -> tuple[str, dict[str, Any]]:
    """The kind and the value of an item of ``eval/gold``."""
    match claim.payload:
        case Figure() as figure:
            return "figure", _figure(figure)
        case Position(holder=holder, issue=issue, stance=stance, condition=condition):
            told = {"actor": holder, "target": issue, "stance": stance.value}
            return "position", told | ({"conditions": [condition]} if condition else {})
        case State(thing=thing, value=said):
            return "status_claim", {"item": thing, "status": said}
        case Compliance(actor=actor, duty=duty, value=kept, general=general):
            return "compliance_claim", {
                "party": actor,
                "complies": kept == "met",
                "what": duty,
                "general": general,
            }
        case Condition(what=what, awaits=awaits):
            return "condition", {"of": what, "depends_on": awaits}
        case Term(instrument=instrument, term=term, bearer=bearer):
            return "agreement_term", {"instrument": instrument, "term": term, "obligor": bearer or None}
        case Incident(type=what, place=place, time=when, author=author, harm=harm):
            return "incident", {"what": what, "place": place, "when": when, "by": author, "harm": harm}
        case Step(act=act, by=by, what=what):
            return act if act in ("offer", "pledge") else "claim", {"event": act, "actor": by, "what": what}
        case _:
            return "claim", {}


def _figure(figure: Figure) -> dict[str, Any]:
    row = payload_line(figure)
    kept = {k: row[k] or None for k in ("unit", "per", "base", "side", "counter", "as_of")}
    told = {
        "what": figure.counts,
        "lo": row["low"],
        "hi": row["high"],
        "approx": _approx(figure),
        "period": None,
    }
    return told | {"basis": figure.basis.value} | kept | ({"parts": row["parts"]} if row["parts"] else {})


def _approx(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return "up_to" if figure.low is None else "more_than"
    if figure.low != figure.high:
        return "range"
    return "around" if figure.approximator else "exact"


def lines(claim: Claim) -> list[str]:
    """The line of the attribution, numbered 1, and the line of the assertion; of the outlet's own voice one line.

    Empty where a straight quotation mark in the words leaves nothing that a dispatch could quote.
    """
    quote = _quote(claim.text)
    if not quote:
        return []
    if claim.attribution is Attribution.NARRATOR:
        kind = "" if claim.payload is None else f"{claim.kind.value} "
        return [f'n {kind}"{quote}" {_keys(_asserted(claim))}'.rstrip()]
    return [f"1 {_keys(_voice(claim))}", f'- {claim.kind.value} "{quote}" {_keys(_asserted(claim))}'.rstrip()]


def _voice(claim: Claim) -> dict[str, str]:
    kind = claim.attribution.value
    return {
        "speaker": claim.speaker or claim.speaker_text or "?",
        "class": "" if kind == "explicit" else kind,
        "for": claim.on_behalf_of or "",
        "original": claim.original or "",
        "relay": " | ".join(claim.relay),
        "mode": "" if claim.mode.value == "indirect" else claim.mode.value,
    }


def _asserted(claim: Claim) -> dict[str, str]:
    told: dict[str, str] = {}
    for key, held in payload_line(claim.payload).items():
        if key == "parts":
            told[key] = " | ".join(f"{what} {number(n)}" for what, n in held)
        elif key == "general":
            told[key] = "yes" if held else ""
        elif key != "degree" and not (isinstance(claim.payload, State) and key == "as_of"):
            told[_DISP.get(key, key)] = "" if held is None else str(held) or ("?" if key == "counts" else "")
    told["denied"] = "yes" if claim.polarity is Polarity.DENIED else ""
    return told | {"hedge": claim.hedge.value, "about": claim.about.edtf or ""}


def _keys(told: Mapping[str, str]) -> str:
    """``key=value; key=value``; a semicolon inside a value would end it."""
    flat = {k: " ".join(v.replace(";", ",").split()) for k, v in told.items()}
    return "; ".join(f"{k}={v}" for k, v in flat.items() if v)


def _quote(text: str) -> str:
    """The words between quotation marks of a dispatch: around straight marks of their own only first and last words stand."""
    if '"' not in text:
        return text if "\n" not in text else ""
    first, last = text.partition('"')[0].strip(), text.rpartition('"')[2].strip()
    return f"{first} ... {last}" if first and last and "\n" not in text else ""
