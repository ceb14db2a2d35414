"""``truceline review CASE --find``: readings by their words, queued or not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case, Reading

MOST = 40
"""How many are listed."""


def listed(case: Case, day: date, written: str) -> int:
    """Print the readings that hold the words: id, who and when, the exact words, and whether they wait."""
    from truceline.review import found

    if not written.strip():
        raise Stop('--find: write the words to look for, for example --find "trucks entered".')
    readings = found(case, written)
    click.echo(paper.plural(len(readings), "reading"))
    for reading in readings[:MOST]:
        click.echo("\n".join(_rows(reading, day)))
    if len(readings) > MOST:
        click.echo(f"... and {len(readings) - MOST} more: add a word.")
    if readings:
        click.echo(paper.then(f"truceline review {case.path} --card {readings[0].id}", "Next"))
    return exits.COMPLETE


def _rows(reading: Reading, day: date) -> list[str]:
    from truceline.review import words
    from truceline.review.drawing import wrap
    from truceline.review.found import where

    claim = reading.claim
    who = claim.speaker or claim.speaker_text or "nobody named"
    outlet = reading.document.outlet or "outlet not known"
    head = f"{who}, {words.interval(reading.document.published)}, {outlet}"
    said = f">> {' '.join(claim.text.split())} <<   [{words.value(claim)}]"
    hang = " " * (len(claim.id) + 2)
    return [
        *wrap(head, f"{claim.id}  ", hang),
        *wrap(said, hang, hang),
        *wrap(where(reading, day), hang, hang),
    ]
