"""``truceline clause``: a common clause as annotated YAML, to be put into an agreement."""

from __future__ import annotations

import click

from truceline.cli import exits
from truceline.cli.stops import Stop

EPILOG = """\b
Examples:
  truceline clause                         what there is
  truceline clause aid-per-day             one of them, to copy into agreement.yaml
  truceline new my-case --clauses          a case that begins with all of them
"""


@click.command("clause", short_help="Common clauses to begin with.", epilog=EPILOG)
@click.argument("name", metavar="[NAME]", required=False)
def command(name: str | None) -> int:
    """List twelve common clauses, or print the one called NAME as annotated YAML.

    Put its entries under the sections of the same name in agreement.yaml and rename the actors. It refers to the anchor
    in_effect and the text I1; `truceline check` names what your agreement calls otherwise.
    """
    from truceline.agreement.clauses import clauses
    from truceline.files import nearest

    found = clauses()
    if name is None:
        for clause in found.values():
            click.echo(f"{clause.name:<24} {clause.told}")
        return exits.COMPLETE
    if name not in found:
        near = nearest(name, found)
        hint = f"Did you mean '{near}'?" if near else f"There are: {', '.join(found)}."
        raise Stop(f"there is no clause '{name}'. {hint}")
    click.echo(found[name].text, nl=False)
    return exits.COMPLETE
