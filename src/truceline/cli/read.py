"""``truceline read``: the statements of any files, with or without a case; the contract for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import CaseFolder

if TYPE_CHECKING:
    from truceline.evidence import Claim, Document, Link, Text
    from truceline.reading import Entry

EPILOG = """\b
Examples:
  truceline read report.txt                              one line a statement, for people
  truceline read *.txt --format jsonl > claims.jsonl     one JSON object a line, for programs
  truceline read report.txt --case my-case --format jsonl   with its links to the case
  truceline read crawl.warc.gz --format jsonl            each page of a web archive, as crawl.warc.gz#7
"""


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file that could not be read, and why."""

    path: str
    reason: str


@click.command("read", short_help="Who said what in any files; for people and programs.", epilog=EPILOG)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.option(
    "--case",
    "case_dir",
    metavar="CASE",
    type=CaseFolder(),
    help="Use the names of this case, and link to it.",
)
def command(files: tuple[str, ...], form: str, case_dir: Path | None) -> int:
    """Read FILE... and print who said what, in which exact characters. Nothing is stored.

    Each line is a machine reading that nobody has checked. A file that cannot be read gets one message, the others
    are read (exit code 3). The JSON line is documented in docs/cli.md.
    """
    bad: list[BadFile] = []
    reader = links = None
    if form == "jsonl":
        paper.utf8()
    show = _jsonl if form == "jsonl" else _text
    for text, document in _texts(files, bad):
        if reader is None or links is None:
            reader, links = _reader(case_dir)
        show(text, [(claim, links(claim, document, text)) for claim in reader.read(text, document)])
        for note in text.notes:
            click.echo(f"Look at: {text.document}: {note}", err=True)
    return exits.LEFT_OUT if paper.left_out(bad) else exits.COMPLETE


def _texts(files: Iterable[str], bad: list[BadFile]) -> Iterator[tuple[Text, Document]]:
    """The texts one after the other, with what their sidecars or they themselves say; what cannot be read is collected."""
    from truceline.files import FileProblem, sidecar
    from truceline.reading import Unreadable, documents

    for name in files:
        try:
            about = sidecar.read(name)
            for entry in documents(name):
                try:
                    yield _document(entry, name, about)
                except Unreadable as why:
                    bad.append(BadFile(entry.document(name), str(why)))
        except Unreadable as why:
            bad.append(BadFile(name, str(why)))
        except FileProblem as problem:
            bad.append(BadFile(name, f"its sidecar: {problem}"))
        except OSError as error:
            bad.append(BadFile(name, _cannot_open(error)))


def _document(entry: Entry, file: str, about: dict[str, Any]) -> tuple[Text, Document]:
    """The text of an entry and what is known of it: its sidecar, else what it says of itself; of an entry, what its file says."""
    from truceline.evidence import Document, digest
    from truceline.reading import Unreadable
    from truceline.reading.extract import found, text

    name = entry.document(file)
    if entry.reason:
        raise Unreadable(entry.reason, "nothing of it was read")
    made = found(entry.data, name, kind=entry.suffix, charset=entry.charset)
    own = entry.masthead.before(made.masthead).fields
    known = {**about, **own} if entry.mark else {**own, **about}
    return text(made, name), Document(name, digest(entry.data), **known)


def _cannot_open(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "this is a folder; name the files in it"
    return f"{(error.strerror or str(error)).lower()}; check the name and who may read it"


def _reader(case_dir: Path | None) -> tuple[Any, Callable[[Claim, Document, Text], tuple[Link, ...]]]:
    """The reader, with the names of a case where one is given, and what links its claims."""
    from truceline.actors import Lexicon
    from truceline.reading import Reader

    if case_dir is None:
        return Reader(Lexicon.builtin()), lambda *_: ()
    from truceline.case import open_case
    from truceline.case.context import context

    case = open_case(case_dir)

    def links(claim: Claim, document: Document, text: Text) -> tuple[Link, ...]:
        """The claim's links to the case."""
        sentence = context(text.string, claim.start, claim.end).sentence
        return tuple(case.linker.links(claim, document, sentence))

    return Reader(case.lexicon), links


def _jsonl(_text: Text, claims: Iterable[tuple[Claim, tuple[Link, ...]]]) -> None:
    from truceline.evidence.lines import line

    for claim, links in claims:
        click.echo(json.dumps(line(claim, links), ensure_ascii=False))


def _text(text: Text, claims: Iterable[tuple[Claim, tuple[Link, ...]]]) -> None:
    from truceline.review import words

    rows = list(claims)
    click.echo(f"{text.document}: {paper.plural(len(rows), 'machine reading')}, not checked")
    for claim, links in rows:
        who = claim.speaker or (f"not named: {claim.speaker_text}" if claim.speaker_text else "nobody named")
        click.echo(f"  {claim.start}-{claim.end}  {who} | {words.kind(claim)} | {words.value(claim)}")
        click.echo(paper.wrapped('"' + " ".join(claim.text.split()) + '"', "      "))
        doubts = [f"{d.part.value} doubtful: {d.reason}" for d in claim.doubt]
        about = [f"{x.target.value} {x.id}" for x in links]
        if doubts or about:
            click.echo(paper.wrapped("; ".join([*about, *doubts]), "      "))
