"""``truceline verify``: does the ledger still hold what was entered?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import case_argument, json_option
from truceline.cli.stops import Stop


@click.command(
    "verify",
    short_help="Does the ledger still hold what was entered?",
    epilog="\b\nExample:\n  truceline verify gaza-2025",
)
@case_argument
@json_option
def command(case_dir: Path, as_json: bool) -> int:
    """Work out the ledger's chain again, and say where it does not hold.

    A changed row, a removed entry, a dropped trigger: each fault is one line that says where. Nothing is repaired.
    Exit code 0 where all is as it was entered, 1 where a fault was found; the content then has no digest. Findings that cite what the
    case no longer holds are told; they are no fault of the ledger.
    """
    from truceline.case.store import LEDGER
    from truceline.ledger import Ledger
    from truceline.ledger.entry import EntryKind

    if not (case_dir / LEDGER).is_file() and not (case_dir / LEDGER).parent.is_dir():
        raise Stop(f"{case_dir}: nothing was read yet. Next: truceline build {case_dir}")
    with Ledger.open(case_dir) as ledger:
        faults = ledger.verify()
        digest = "" if faults else ledger.content_digest()
        concluded = not faults and any(True for _ in ledger.journal.entries(EntryKind.FINDING))
    gone = list(_unheld(case_dir)) if concluded else []
    if as_json:
        told = [{"where": f.where, "what": f.what} for f in faults]
        paper.data({"digest": digest, "faults": told, "unheld": [{"finding": f, "what": w} for f, w in gone]})
        return exits.UNEXPECTED if faults else exits.COMPLETE
    for fault in faults:
        click.echo(str(fault))
    click.echo(
        f"{paper.plural(len(faults), 'fault')} found."
        if faults
        else paper.wrapped(
            f"The ledger holds. Content {digest[:16]}. (Reports that were written out are not compared.)"
        )
    )
    for finding, what in gone:
        click.echo(paper.row("Look at", f"the finding {finding} {what}"))
    return exits.UNEXPECTED if faults else exits.COMPLETE


def _unheld(case_dir: Path) -> Iterator[tuple[str, str]]:
    """Each finding that cites what is held no more, with the words kept; nothing where the case's files cannot be read."""
    from truceline.case import open_case
    from truceline.case.kept import gone, unheld
    from truceline.files import FileProblem

    try:
        case = open_case(case_dir)
    except FileProblem as problem:
        yield "(all)", f"could not be compared with what is held: {problem}"
        return
    for finding, claim in unheld(case):
        yield f"on {finding.matter} ({finding.role}, {finding.at})", f"cites {gone(case, claim)}"
