"""Draft the example's reviews from the annotators' gold; what gold does not settle is printed for a person to decide.

The annotators read every sentence before any reader did, so where a reading says what they wrote down it is accepted, and
where it differs in speaker, number, start, side or duty it is corrected to what they wrote. A reading that no gold item
covers gets no verdict here: it is listed, and reviews-by-hand.txt settles it. Its verdicts go before gold's; ``leave`` leaves a
reading unchecked, so that the demo shows the queue.

Usage: python eval/draft_reviews.py CASE > reviews.jsonl      CASE: a built copy of the example without its reviews
       python eval/draft_reviews.py CASE --by-hand eval/reviews-by-hand-lebanon.txt      for a case that has no gold
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from measure import Gold, load, name_words, shared

from truceline.case import Reading, open_case
from truceline.evidence import Claim, Figure, Target, seen

HERE = Path(__file__).resolve().parent
GOLD = ("gaza-2025-dev.jsonl", "gaza-2025-held-out.jsonl")
MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
ACTS = {"p02", "p05", "violations"}


def near(claim: Claim, items: list[Gold]) -> list[Gold]:
    """The items that cover the claim by half, or are covered by half."""
    return [
        i
        for i in items
        if 2 * shared(claim, i) >= min(int(i["end"]) - int(i["start"]), claim.end - claim.start)
    ]  # type: ignore[call-overload]


def same_numbers(claim: Claim, item: Gold) -> bool:
    """Whether both count the same."""
    value: Any = item["value"]
    payload = claim.payload
    return isinstance(payload, Figure) and (payload.low, payload.high) == (value.get("lo"), value.get("hi"))


def matching(claim: Claim, items: list[Gold]) -> Gold | None:
    """The gold item that says what the claim says; for a figure one with the same bounds."""
    figure = isinstance(claim.payload, Figure)
    found = near(claim, [i for i in items if (i["kind"] == "figure") == figure])
    if figure:
        found = [i for i in found if same_numbers(claim, i)]
    return max(found, key=lambda i: shared(claim, i), default=None)


def corrections(reading: Reading, item: Gold) -> dict[str, str]:
    """What must change for the reading to say what gold says."""
    made: dict[str, str] = {}
    speaker = str(item["speaker"])
    claim = reading.claim
    if item["attribution"] == "anonymous":
        if claim.speaker:
            made["speaker"] = "-"
    elif item["attribution"] != "narrator" and not name_words(speaker) & name_words(claim.speaker):
        made["speaker"] = speaker
    if isinstance(claim.payload, Figure):
        made |= _figure(
            claim.payload,
            item["value"],
            acts=bool(ACTS & set(item.get("about") or ())) and "casualties" not in item["about"],
        )  # type: ignore[call-overload]
    says = item.get("says") or {}
    linked = reading.linked(Target.PROVISION)
    want = [p for p in linked if p in (item.get("about") or ())] + [p for p in says if p not in linked]  # type: ignore[operator,attr-defined]
    if sorted(want) != sorted(linked) or (says and any(p not in linked for p in says)):  # type: ignore[attr-defined]
        made["provision"] = " ".join(want) or "-"
    return made


def _figure(payload: Figure, value: Any, *, acts: bool) -> dict[str, str]:
    """Whose acts are counted is corrected for violations alone: elsewhere gold names who owes, or blames where the words do not."""
    rows = {
        "payload.base": value.get("base") or "",
        "payload.side": (value.get("side") or "") if acts else "",
        "payload.basis": value.get("basis") or "",
        "payload.per": value.get("per") or "",
        "payload.as_of": value.get("as_of") or "",
    }
    held = {f"payload.{k}": str(getattr(payload, k)) for k in ("base", "side", "basis", "per", "as_of")}
    made = {k: str(v) for k, v in rows.items() if v and str(v) != held[k]}
    if "payload.side" in made and name_words(made["payload.side"]) & name_words(payload.side):
        del made["payload.side"]
    return made


def decided(path: Path) -> dict[tuple[str, str, str], tuple[str, dict[str, str]]]:
    """Verdicts by hand: lines ``DISPATCH | KIND | exact words | verdict | part=value | ...``."""
    rows: dict[tuple[str, str, str], tuple[str, dict[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if line.strip() and not line.startswith("#"):
            number, kind, words, verdict, *changes = (p.strip() for p in line.split("|"))
            rows[number, kind, words] = (verdict, dict(c.split("=", 1) for c in changes))  # type: ignore[misc]
    return rows


def show(reading: Reading) -> None:
    """A reading for a person to decide."""
    claim = reading.claim
    links = " ".join(
        f"{x.id}{'?' if x.doubtful else ''}"
        for x in reading.links
        if x.target in (Target.PROVISION, Target.ISSUE)
    )
    payload = json.dumps(
        {k: v for k, v in vars_of(claim.payload).items() if v not in ("", None, (), [])}, ensure_ascii=False
    )
    print(
        f"{claim.id} {claim.document[8:10]} {claim.kind} [{claim.attribution}] {claim.speaker or '(' + claim.speaker_text + ')'}",
        file=sys.stderr,
    )
    print(f"    {claim.text!r}\n    in: {reading.sentence!r}\n    {payload}  -> {links}", file=sys.stderr)


def vars_of(payload: Any) -> dict[str, Any]:
    """The fields of a payload."""
    from truceline.evidence.lines import payload_line

    return payload_line(payload)


def main() -> None:
    """Write the reviews of a built case to standard output, what is open to standard error."""
    parser = argparse.ArgumentParser()
    parser.add_argument("case", type=Path)
    parser.add_argument("--by-hand", type=Path, default=HERE / "reviews-by-hand.txt")
    args = parser.parse_args()
    items = [i for name in GOLD if (HERE / "gold" / name).is_file() for i in load(HERE / "gold" / name)]
    by_hand = decided(args.by_hand)
    for reading in open_case(args.case).readings:
        if reading.authored:
            continue
        item = matching(reading.read, [i for i in items if f"sources/{i['file']}" == reading.claim.document])
        place = (reading.claim.document[8:10], reading.read.kind.value, reading.read.text)
        if place in by_hand:
            verdict, changes = by_hand[place]
        elif item is not None:
            changes = corrections(reading, item)
            verdict = "corrected" if changes else "accepted"
        else:
            show(reading)
            continue
        if verdict == "leave":
            continue
        row = {
            "claim": reading.id,
            "seen": seen(reading.read),
            "verdict": verdict,
            "by": "author of the example",
        }
        print(
            json.dumps(
                {**row, "at": MOMENT.isoformat(), "corrections": changes, "note": ""}, ensure_ascii=False
            )
        )


if __name__ == "__main__":
    main()
