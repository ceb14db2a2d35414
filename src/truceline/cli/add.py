"""``truceline add``: put a document into a case, with what is known about it beside its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from truceline.cli import exits, incoming
from truceline.cli.arguments import Day, case_argument
from truceline.cli.aside import set_aside
from truceline.cli.stops import Stop

EPILOG = """\b
Examples:
  truceline add my-case report.html                        asks for outlet, date and the rest
  truceline add my-case report.txt --outlet "Daily News" --published 2025-12-24
  truceline add my-case leaflet.txt --published 2025-11-04..2025-11-17 --evidence "speaks of the draft"
  truceline add my-case - --name phone-call                paste a text, then Ctrl-D
  truceline add my-case sources/05.txt --published 2025-12-07 --replace    put its date right
  truceline add my-case sources/09.txt --aside             its date will never be known
"""


class Published(click.ParamType[Any]):
    """A day, an interval A..B, or unknown."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The interval; fails with an example."""
        from truceline.evidence import DateError, Interval, dates

        if isinstance(value, Interval):
            return value
        try:
            return dates.parse(str(value))
        except DateError as error:
            self.fail(str(error), param, ctx)


@click.command("add", short_help="Put a document into a case, with its outlet and date.", epilog=EPILOG)
@case_argument
@click.argument("files", metavar="FILE|-...", nargs=-1, required=True)
@click.option("--outlet", metavar="NAME", help="Who carried it: a newspaper, an agency, a press office.")
@click.option("--address", metavar="URL", help="Where it can be found again.")
@click.option("--published", metavar="DATE|A..B|unknown", type=Published(), help="When it was published.")
@click.option("--evidence", metavar="WORDS", default="", help="What the date was inferred from, if it was.")
@click.option("--ceasefire", metavar="ID", help="Which ceasefire it speaks of. Default: this case's.")
@click.option(
    "--relay",
    metavar="NAME",
    multiple=True,
    help="Who passed it on, if the text does not say; may be repeated.",
)
@click.option("--retrieved", metavar="DATE", type=Day(), help="When you got it. Default: today.")
@click.option("--language", metavar="CODE", default="en", show_default=True, help="Its language.")
@click.option(
    "--name", metavar="NAME", help="The file's name in the case; default: its own, or its first words."
)
@click.option(
    "--replace", is_flag=True, help="Write its sidecar anew, or put a new text in the place of an old one."
)
@click.option(
    "--aside",
    is_flag=True,
    help="Note in case.yaml that this undated document may stay so when a report is signed.",
)
def command(
    case_dir: Path, files: tuple[str, ...], replace: bool, aside: bool, name: str | None, **told: Any
) -> int:
    """Copy FILE (or, with -, a pasted text) into CASE/sources and write its sidecar beside it.

    On a terminal it asks for what you did not say; elsewhere what you did not say is "unknown". An undated document
    counts from the day you got it, and must be dated or set aside before a report that it touches is signed.
    """
    if name and len(files) > 1:
        raise Stop("--name names one file; leave it out, or add the files one by one.")
    for file in files:
        if aside:
            click.echo(set_aside(case_dir, file))
        else:
            _add(case_dir, file, name, replace, told)
    click.echo(f"Next      truceline build {case_dir}")
    return exits.COMPLETE


def _add(case_dir: Path, file: str, name: str | None, replace: bool, told: dict[str, Any]) -> None:
    if file == "-":
        about = _about(case_dir, told, "the pasted text")
        document = incoming.pasted(name, about.retrieved or date.today())
    else:
        document = incoming.from_file(case_dir, file, name)
        about = _about(case_dir, told, document.name)
    for line in incoming.put(case_dir, document, about, replace=replace):
        click.echo(line)


def _about(case_dir: Path, told: dict[str, Any], what: str) -> Any:
    """The sidecar: what was said on the command line, asked for on a terminal, or unknown."""
    import sys

    from truceline.cli import asking

    ask = asking.Asks(case_dir, what) if sys.stdin.isatty() else asking.Silent(case_dir)
    return asking.sidecar(ask, told)
