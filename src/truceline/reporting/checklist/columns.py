"""The columns of the checklist: what is shown, what a colleague fills in, and the digest that tells a changed row."""

from __future__ import annotations

import json
from collections.abc import Mapping

from truceline.evidence import SHAPES, Polarity, Verdict, digest, seen
from truceline.reporting.xlsx.cells import printable
from truceline.review import Card, words
from truceline.review.card import SURE

SHEET = "queue"
HELP = "how to fill in"
CASE = "case"
FILL = ("verdict", "speaker", "other kind", "value", "what", "whose", "denied", "note")
HEADINGS = (
    "kind", "checked", "card", "said by", "exact words", "read as", *FILL, "who may have said it", "doubt", "type", "about",
    "would change", "sentence before", "sentence", "sentence after", "published", "document", "id", "seen", "row",
)  # fmt: skip
SHOWN = tuple(h for h in HEADINGS if h not in (*FILL, "row"))
"""What the digest of a row covers: all that its reader was shown, and where it belongs."""
HELD = ("said by", "exact words", "read as", "document")
"""What must be in the case as the sheet shows it."""

VERDICTS: Mapping[str, Verdict] = {
    "they said this": Verdict.ACCEPTED,
    "not a statement": Verdict.REJECTED,
    "leave open": Verdict.OPEN,
}
"""The words of the drop-down; "they said this" with something changed is a correction."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "verdict": tuple(VERDICTS),
    "other kind": tuple(SHAPES),
    "denied": tuple(reversed(Polarity)),
}
"""The drop-downs."""


def shown(card: Card) -> dict[str, str | int]:
    """The cells of a card that nobody fills in, without the digest."""
    claim, rows = card.reading.claim, {r.label: r for r in card.rows}
    doubts = (r.doubt for r in card.rows if r.doubt not in ("", SURE))
    told: dict[str, str | int] = {
        "kind": "stated",
        "checked": "not checked",
        "card": card.number,
        "said by": card.voice,
        "exact words": " ".join(claim.text.split()),
        "read as": words.value(claim),
        "who may have said it": candidates(card),
        "doubt": "; ".join(dict.fromkeys(doubts)),
        "type": words.kind(claim),
        "about": rows["About"].value,
        "would change": "; ".join(card.consequence.words()),
        "sentence before": card.before,
        "sentence": card.sentence,
        "sentence after": card.after,
        "published": card.source,
        "document": claim.document,
        "id": claim.id,
        "seen": seen(card.reading.read),
    }
    return {k: on_one_line(printable(v)) if isinstance(v, str) else v for k, v in told.items()}


def on_one_line(text: str) -> str:
    """The text with single spaces: what a program for sheets does to line ends and spaces is no change of a row."""
    return " ".join(text.split())


def candidates(card: Card) -> str:
    """The numbered names of a card in one line."""
    return "; ".join(f"{i} {c}" for i, c in enumerate(card.candidates, 1))


def row_digest(case: str, cells: Mapping[str, object]) -> str:
    """The digest of what a row shows, of one case: another one means that a cell was changed on the way."""
    said = [str(cells.get(h) or "") for h in SHOWN]
    return digest(json.dumps([case, *said], ensure_ascii=False))[:16]
