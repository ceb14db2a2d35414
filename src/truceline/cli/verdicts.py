"""Every verdict of a case as lines of JSON: what ``reviews.jsonl`` of a case that is passed on holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.evidence import Review


def write(case: Case, path: Path) -> int:
    """Write the verdicts in the order of the journal, undone ones left out; how many."""
    rows = [json.dumps(line(r), ensure_ascii=False) for r in case.held.reviews]
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8", newline="\n")
    return len(rows)


def line(review: Review) -> dict[str, Any]:
    """One verdict as a JSON object."""
    return {
        "claim": review.claim,
        "seen": review.seen,
        "verdict": review.verdict.value,
        "by": review.by,
        "at": review.at.isoformat(),
        "corrections": dict(review.corrections),
        "note": review.note,
    }
