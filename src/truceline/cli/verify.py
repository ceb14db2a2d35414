"""``truceline verify``: does the ledger still hold what was entered?"""

from __future__ import annotations

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
    Exit code 0 where all is as it was entered, 1 where a fault was found; the content then has no digest.
    """
    from truceline.case.store import LEDGER
    from truceline.ledger import Ledger

    if not (case_dir / LEDGER).is_file() and not (case_dir / LEDGER).parent.is_dir():
        raise Stop(f"{case_dir}: nothing was read yet. Next: truceline build {case_dir}")
    with Ledger.open(case_dir) as ledger:
        faults = ledger.verify()
        digest = "" if faults else ledger.content_digest()
    if as_json:
        paper.data({"digest": digest, "faults": [{"where": f.where, "what": f.what} for f in faults]})
        return exits.UNEXPECTED if faults else exits.COMPLETE
    for fault in faults:
        click.echo(str(fault))
    click.echo(
        f"{paper.plural(len(faults), 'fault')} found."
        if faults
        else f"The ledger holds. Content {digest[:16]}. (Reports that were written out are not compared.)"
    )
    return exits.UNEXPECTED if faults else exits.COMPLETE
