"""``truceline read``: the statements of any files, with or without a case; the contract for other programs."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import CaseFolder, jobs_option

if TYPE_CHECKING:
    from truceline.evidence import Claim, Document, Link, Text
    from truceline.reading import Entry, Reader

    Linked = Callable[[Claim, Document, Text], tuple[Link, ...]]

EPILOG = """\b
Examples:
  truceline read report.txt                              one line a statement, for people
  truceline read *.txt --format jsonl > claims.jsonl     one JSON object a line, for programs
  truceline read report.txt --case my-case --format jsonl   with its links to the case
  truceline read crawl.warc.gz --format jsonl            each page of a web archive, as crawl.warc.gz#7
  truceline read crawl/*.warc.gz --format jsonl --tier bulk --jobs 2   a large collection, on two cores
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
@click.option(
    "--tier",
    type=click.Choice(["full", "bulk"]),
    default="full",
    show_default=True,
    help="bulk reads about a fifth faster without parsing sentences: it gives up some names behind pronouns and "
    'descriptions and some chains of who told whom. For large collections; its lines say so under "reader".',
)
@jobs_option
def command(files: tuple[str, ...], form: str, case_dir: Path | None, tier: str, jobs: int) -> int:
    """Read FILE... and print who said what, in which exact characters. Nothing is stored.

    Each line is a machine reading that nobody has checked. A file that cannot be read gets one message, the others
    are read (exit code 3). The JSON line is documented in docs/cli.md.
    """
    bad: list[BadFile] = []
    if form == "jsonl":
        paper.utf8()
    show = _jsonl if form == "jsonl" else _text
    for text, document, claims, links in _read(
        _texts(files, bad), case_dir, tier, jobs, whole=form == "text"
    ):
        if isinstance(claims, Exception):
            bad.append(BadFile(text.document, f"the reader stopped on it ({claims}); please report it"))
            continue
        show(text, [(claim, links(claim, document, text)) for claim in claims])
    return exits.LEFT_OUT if paper.left_out(bad) else exits.COMPLETE


def _read(
    texts: Iterator[tuple[Text, Document]], case_dir: Path | None, tier: str, jobs: int, *, whole: bool
) -> Iterator[tuple[Text, Document, list[Claim] | Exception, Linked]]:
    """Each text with its claims in turn; one too long to hold gives them in several turns, unless the ``whole`` is wanted."""
    first = next(texts, None)
    if first is None:
        return  # the model is not loaded where there is nothing to read
    reader, links = _reader(case_dir, tier)
    ahead: deque[tuple[Text, Document]] = deque()

    def noted() -> Iterator[tuple[Text, Document]]:
        for pair in chain([first], texts):
            ahead.append(pair)
            yield pair

    turns: Iterator[tuple[list[Claim] | Exception, bool]] = (
        ((claims, True) for claims in reader.results(noted(), jobs))
        if whole
        else ((claims, portion.last) for portion, claims in reader.stream(noted(), jobs))
    )
    for claims, last in turns:
        text, document = ahead[0]
        yield text, document, claims, links
        if last:
            for note in text.notes:
                click.echo(f"Look at: {text.document}: {note}", err=True)
            ahead.popleft()


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


def _reader(case_dir: Path | None, tier: str) -> tuple[Reader, Linked]:
    """The reader, with the names of a case where one is given, and what links its claims."""
    from truceline.actors import Lexicon
    from truceline.reading import Reader

    if case_dir is None:
        return Reader(Lexicon.builtin(), tier), lambda *_: ()
    from truceline.case import open_case
    from truceline.case.context import context

    case = open_case(case_dir)

    def links(claim: Claim, document: Document, text: Text) -> tuple[Link, ...]:
        """The claim's links to the case."""
        sentence = context(text.string, claim.start, claim.end).sentence
        return tuple(case.linker.links(claim, document, sentence))

    return Reader(case.lexicon, tier), links


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
