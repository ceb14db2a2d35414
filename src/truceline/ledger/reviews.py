"""Reviews as payloads of the journal, and the reviews that a case ships in ``reviews.jsonl``, a Review a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import Any

from truceline.evidence import Review, Verdict, fitting
from truceline.files import FileProblem, Problem, Problems, Where
from truceline.ledger.entry import EntryKind, canonical, stamp
from truceline.ledger.journal import Journal

FILE = "reviews.jsonl"
EXAMPLE = '{"claim": "0f3a...", "seen": "9c1e...", "verdict": "accepted", "by": "AB", "at": "2026-03-01T09:00:00+00:00"}'


def payload(review: Review) -> dict[str, Any]:
    """What a review entry records; ``at`` is when the person judged, the entry's own time when it was entered.

    Raises ShapeError where its corrections make no reading: nothing of that sort comes into a journal.
    """
    fitting(review.corrections)
    return {
        "claim": review.claim,
        "seen": review.seen,
        "verdict": review.verdict.value,
        "by": review.by,
        "at": stamp(review.at),
        "corrections": dict(review.corrections),
        "note": review.note,
    }


def parse(row: Mapping[str, Any]) -> Review:
    """The Review of a payload; raises KeyError, TypeError or ValueError where it is none."""
    corrections = {str(part): str(value) for part, value in dict(row.get("corrections") or {}).items()}
    fitting(corrections)
    texts = {name: _text(row[name]) for name in ("claim", "seen", "by")}
    return Review(
        **texts,
        verdict=Verdict(row["verdict"]),
        at=datetime.fromisoformat(row["at"]),
        corrections=corrections,
        note=_text(row.get("note") or ""),
    )


def shipped(case_dir: Path) -> list[Review]:
    """The reviews that the case ships; none where it has no such file.

    Raises FileProblem with every line that holds no review: none is taken then, so that no order of reviews breaks.
    """
    problems, found = Problems(), []
    for number, line in enumerate(_lines(case_dir / FILE), 1):
        try:
            found.append(parse(json.loads(line)))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            problems.add(_problem(number, line, error))
    problems.finish()
    return found


def without(case_dir: Path, claims: AbstractSet[str]) -> int:
    """Take the verdicts on these statements out of the file that the case ships, so that no build enters them again; how many."""
    lines = list(_lines(case_dir / FILE))
    kept = [line for line in lines if not any(f'"{claim}"' in line for claim in claims)]
    if len(kept) < len(lines):
        (case_dir / FILE).write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    return len(lines) - len(kept)


def take_in(journal: Journal, reviews: list[Review]) -> int:
    """Enter those reviews that the journal does not hold, undone ones among them, and say how many they were."""
    held = {entry.payload for entry in journal.entries(EntryKind.REVIEW)}
    rows = [(EntryKind.REVIEW, payload(review), review.by) for review in reviews]
    new = {canonical(row): (kind, row, by) for kind, row, by in rows if canonical(row) not in held}
    return len(journal.append_all(new.values()))


def _lines(path: Path) -> Iterator[str]:
    if path.is_file():
        yield from (line for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _problem(line: int, got: str, error: Exception) -> Problem:
    column = error.colno if isinstance(error, json.JSONDecodeError) else 1
    why = f"without {error}" if isinstance(error, KeyError) else str(error)
    return Problem(
        Where(FILE, line, column),
        "L001",
        f"this is no review ({why})",
        "one review a line",
        EXAMPLE,
        got[:80],
    )


__all__ = ["FILE", "FileProblem", "parse", "payload", "shipped", "take_in"]
