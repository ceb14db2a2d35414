"""``truceline schema``: what a case's files may hold, as JSON Schema for an editor."""

from __future__ import annotations

from pathlib import Path

import click

from truceline.cli import exits, paper
from truceline.cli.stops import Stop

EPILOG = """\b
Examples:
  truceline schema --out schemas            all of them, for the settings of an editor
  truceline schema agreement                one of them, printed
"""


@click.command("schema", short_help="What the files may hold, as JSON Schema for an editor.", epilog=EPILOG)
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write them into a folder."
)
def command(name: str | None, out: Path | None) -> int:
    """Print or write the JSON Schema of agreement.yaml, actors.yaml, issues.yaml, case.yaml or the scenarios.

    NAME is agreement, actors, issues, case or scenarios. An editor that knows YAML then completes keys, tells what each means
    and underlines slips while you write (docs/writing.md). What is right is decided by `truceline check`.
    """
    from truceline.case import forms
    from truceline.files import nearest

    if name is not None and name not in forms.NAMES:
        near = nearest(name, forms.NAMES)
        hint = f"Did you mean '{near}'?" if near else f"There are: {', '.join(forms.NAMES)}."
        raise Stop(f"there is no schema '{name}'. {hint}")
    if name is None and out is None:
        raise Stop(
            f"name one of {', '.join(forms.NAMES)} to print it, or a folder to write all: truceline schema --out DIR"
        )
    if out is None:
        click.echo(forms.dumped(name or ""), nl=False)
        return exits.COMPLETE
    out.mkdir(parents=True, exist_ok=True)
    for wanted in (name,) if name else forms.NAMES:
        path = out / f"{wanted}{forms.SUFFIX}"
        path.write_text(forms.dumped(wanted), encoding="utf-8", newline="\n")
        click.echo(paper.row("Schema", f"{path}: {forms.load(wanted).file}"))
    return exits.COMPLETE
