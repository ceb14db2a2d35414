"""``truceline add``: put a document into a case, with what is known about it beside its words."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import asking, exits, incoming, paper
from truceline.cli.arguments import Day, case_argument
from truceline.cli.aside import set_aside
from truceline.cli.looking import Look, look
from truceline.cli.read import BadFile
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.files.sidecar import Sidecar
    from truceline.reading import Entry

EPILOG = """\b
Examples:
  truceline add my-case report.html                        asks for outlet, date and the rest
  truceline add my-case report.txt --outlet "Daily News" --published 2025-12-24
  truceline add my-case leaflet.txt --published 2025-11-04..2025-11-17 --evidence "speaks of the draft"
  truceline add my-case - --name phone-call                paste a text, then Ctrl-D
  truceline add my-case feed.xml                           each entry becomes a source; also .warc and .warc.gz
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
@click.option("--language", metavar="CODE", help="Its language. Default: the one that it is found to be in.")
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

    On a terminal it asks for what you did not say, with what the document says of itself as default; elsewhere it takes
    that, or "unknown". An undated document counts from the day you got it, and must be dated or set aside before a report
    that it touches is signed. A feed (.xml) and a web archive (.warc, .warc.gz) are split: each entry becomes a source.
    """
    if name and len(files) > 1:
        raise Stop("--name names one file; leave it out, or add the files one by one.")
    bad: list[BadFile] = []
    for file in files:
        if aside:
            click.echo(set_aside(case_dir, file))
        else:
            for line in _added(case_dir, file, name, replace, told, bad):
                click.echo(line)
    left = paper.left_out(bad)
    click.echo(f"Next      truceline build {case_dir}")
    return exits.LEFT_OUT if left else exits.COMPLETE


def _added(
    case_dir: Path, file: str, name: str | None, replace: bool, told: dict[str, Any], bad: list[BadFile]
) -> Iterator[str]:
    from truceline.cli import splitting

    if splitting.holds_several(file):
        yield from splitting.split(case_dir, file, told, bad)
        return
    document, seen, about = _looked(case_dir, file, name, told)
    yield from incoming.put(case_dir, document, about, replace=replace)
    yield from seen.told(about)
    for entry in _attached(document):
        yield from splitting.take(case_dir, entry, document.name, told, bad)


def _looked(
    case_dir: Path, file: str, name: str | None, told: dict[str, Any]
) -> tuple[incoming.Incoming, Look, Sidecar]:
    """The document, what is seen of it, and its sidecar. A file is looked at before anything is asked; a text is pasted last."""
    from truceline.reading import Masthead

    if file == "-":
        about = asking.sidecar(_ask(case_dir, "the pasted text"), told, Masthead())
        document = incoming.pasted(name, about.retrieved or date.today())
        seen = look(document)
        return document, seen, dataclasses.replace(about, language=told["language"] or seen.language)
    document = incoming.from_file(case_dir, file, name)
    seen = look(document)
    return document, seen, asking.sidecar(_ask(case_dir, document.name), told, seen.masthead, seen.language)


def _attached(document: incoming.Incoming) -> Iterator[Entry]:
    """What an e-mail carries: each becomes a source of its own, or is listed as left out."""
    from truceline.reading.intake.documents import attached

    yield from attached(document.data) if document.path.lower().endswith(".eml") else ()


def _ask(case_dir: Path, what: str) -> asking.Answers:
    """A person at a terminal is asked; elsewhere what was not said is not known, or what the document says."""
    return asking.Asks(case_dir, what) if sys.stdin.isatty() else asking.Silent(case_dir)
