"""What was concluded and what was taken back: ``truceline find CASE --list`` and ``--withdraw``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper, stops
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.evidence import Entered


def listed(case: Case, matter: str, day: date, *, as_json: bool = False) -> int:
    """Print every finding on record, or those on one duty; the exit code."""
    found = [e for e in case.held.entered if matter in ("", e.finding.matter)]
    if as_json:
        paper.data([_line(case, e, day) for e in found])
        return exits.COMPLETE
    if not found:
        click.echo(f"No finding was ever entered{f' on {matter}' if matter else ''}.")
    for entered in found:
        for line in _told(case, entered, day):
            click.echo(line)
    return exits.COMPLETE


def _told(case: Case, entered: Entered, day: date) -> Iterator[str]:
    from truceline.status.withdrawn import concluded, taken_back

    found = entered.finding
    held = case.agreement.provisions.get(found.matter)
    name = f"{found.matter} {held.name}" if held else found.matter
    yield paper.row(f"entry {entered.entry}", f"{name}: {concluded(entered)} - {_state(case, entered, day)}")
    if found.text:
        yield paper.row("", found.text)
    if entered.withdrawn:
        yield paper.row("", f"{taken_back(entered)} (entry {entered.withdrawn.entry})")


def _state(case: Case, entered: Entered, day: date) -> str:
    """stands, superseded, withdrawn, or of a later day than the one asked about."""
    from truceline.evidence.finding import standing

    if entered.withdrawn:
        return "withdrawn"
    if entered.finding.at > day:
        return "of a later day"
    stands = entered.finding in standing(case.held.findings, entered.finding.matter, day)
    return "stands" if stands else "superseded"


def _line(case: Case, entered: Entered, day: date) -> dict[str, Any]:
    gone = entered.withdrawn
    taken = {"entry": gone.entry, "by": gone.by, "at": gone.at.isoformat(), "why": gone.why} if gone else None
    state = _state(case, entered, day)
    return {"entry": entered.entry, "state": state, **entered.finding.line(), "withdrawn": taken}


def withdrawn(case: Case, matter: str, entry: int, by: str, why: str) -> int:
    """Take back the finding of an entry, or say what prevents it; the exit code."""
    from truceline.ledger import Ledger

    found = _found(case, matter, entry)
    if not by.strip() or not why.strip():
        raise Stop(
            "--withdraw: name who takes it back (--by NAME) and why (--why WORDS); both stay on record."
        )
    if faults := stops.faulty(case.path):
        return stops.refused(f"Not withdrawn: entry {entry}.", faults)
    with Ledger.open(case.path) as ledger:
        number = ledger.withdraw(entry, by, why)
    of = found.finding
    click.echo(
        paper.row(
            "Withdrawn", f"{of.matter}: finding of {of.role}, {of.at} (entry {entry}), as entry {number}"
        )
    )
    click.echo(paper.row("By", f"{by.strip()}: {why.strip()}"))
    click.echo(paper.row("Stays", "on record; earlier reports that show it are not changed"))
    click.echo(paper.then(f"truceline explain {case.path} {of.matter} --as-of {of.at}", "Next"))
    return exits.COMPLETE


def _found(case: Case, matter: str, entry: int) -> Entered:
    """The finding of that entry on that duty; stops where there is none, or where it was withdrawn before."""
    look = f"'truceline find {case.path} --list' shows every finding with its entry"
    found = {e.entry: e for e in case.held.entered}.get(entry)
    if found is None:
        raise Stop(f"--withdraw {entry}: this entry of the journal is no finding; {look}.")
    if matter and found.finding.matter != matter:
        raise Stop(
            f"--withdraw {entry}: this finding is on {found.finding.matter} and not on {matter}; {look}."
        )
    if found.withdrawn:
        gone = found.withdrawn
        raise Stop(f"--withdraw {entry}: withdrawn before, on {gone.at.date()} by {gone.by}: {gone.why or 'no reason on record'}.",
                   exits.REFUSED)  # fmt: skip
    return found
