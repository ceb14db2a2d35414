"""Building a case: sources in, documents with their proposals in the ledger, each in one transaction.

A build can be killed at any moment and started again: what was taken stays, what was not is taken then, and the content
is the same as if nothing had happened (``content_digest``). What did not change is not read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement import load as load_agreement
from truceline.agreement.check import check
from truceline.files import FileProblem
from truceline.ledger import kept, notices, reviews
from truceline.ledger.intake import Intake
from truceline.ledger.ledger import Ledger
from truceline.ledger.left_out import AGREEMENT, LeftOut
from truceline.ledger.loop import outside_loop
from truceline.ledger.reader import CaseReader, Reads
from truceline.ledger.sources import Source, discover

Progress = Callable[[int, int, str], None]
"""Called with the number of sources done, their total, and the path that comes next."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build found: ``documents`` held now, of which ``read`` anew and ``unchanged``; ``words`` of all of them.

    ``left_out`` could not be taken (exit code 3), ``notices`` were taken and have something that a reader should know: a date
    to look at, and of what was read anew, which part of it is not read.
    ``seconds`` is how long it took, ``digest`` the content digest, ``reviews`` how many of the case's were entered.
    """

    documents: int
    read: int
    unchanged: int
    claims_by_kind: Mapping[str, int]
    words: int
    left_out: tuple[LeftOut, ...]
    notices: tuple[LeftOut, ...]
    reviews: int
    seconds: float
    digest: str


@outside_loop
def build(
    case_dir: Path | str, reader: Reads | None = None, progress: Progress | None = None, jobs: int = 1
) -> BuildResult:
    """Bring the ledger of a case up to its folder. One bad source is left out with its reason, the rest goes on.

    ``jobs`` processes read side by side; what is held is the same for any number. Raises NotADirectoryError where there is no such folder.
    """
    started = perf_counter()
    case = Path(case_dir).resolve()
    with Ledger.open(case) as ledger:
        intake = Intake(ledger, case, reader or CaseReader(case))
        found = discover(case)
        with ledger.database.transaction():
            kept.take_files(ledger.journal, case)
        intake.clear(found)
        intake.take(_sources(intake, found, progress), jobs)
        if progress is not None:
            progress(len(found), len(found), "")
        entered = _reviews(ledger, case)
        lexicon = _agreement(ledger, case)
        ledger.settle()
        return _result(ledger, intake, entered, started, lexicon)


def _sources(
    intake: Intake, found: Sequence[Source | LeftOut], progress: Progress | None
) -> Iterator[Source]:
    """The sources in turn, told as they come; what no source is is left out on the way."""
    for done, source in enumerate(found):
        if progress is not None:
            progress(done, len(found), source.path)
        if isinstance(source, LeftOut):
            intake.leave_out(source.path, source.reason)
        else:
            yield source


def _agreement(ledger: Ledger, case: Path) -> Lexicon | None:
    """Tell what is wrong in the agreement: its duties are still read by whoever opens the case, or not at all."""
    path = AGREEMENT
    if not (case / path).is_file():
        with ledger.database.transaction():
            ledger.left_out.withdraw(path)
        return None
    lexicon = None
    try:
        lexicon = Lexicon.builtin().merged(load_actors(case / "actors.yaml"))
        wrong = [
            w for w in check(load_agreement(case / path, lexicon=lexicon), lexicon) if w.severity == "error"
        ]
        reason = "; ".join(str(w) for w in wrong)
    except FileProblem as problem:
        reason = str(problem)
    with ledger.database.transaction():
        if reason:
            ledger.left_out.put(path, reason)
        else:
            ledger.left_out.withdraw(path)
    return lexicon


def _reviews(ledger: Ledger, case: Path) -> int:
    try:
        shipped = reviews.shipped(case)
    except FileProblem as problem:
        with ledger.database.transaction():
            ledger.left_out.put(reviews.FILE, str(problem))
        return 0
    with ledger.database.durable():
        ledger.left_out.withdraw(reviews.FILE)
        return reviews.take_in(ledger.journal, shipped) if shipped else 0


def _unlisted(ledger: Ledger, lexicon: Lexicon | None) -> Iterator[LeftOut]:
    """Names that a reviewer put as speaker and that no list holds: kept as written, they answer for no side. One notice for all."""
    query = "SELECT DISTINCT json_extract(corrections, '$.speaker') FROM review_v1 ORDER BY 1"
    put = [name for (name,) in ledger.database.rows(query) if name and name != "-"]
    names = [n for n in put if lexicon and n not in lexicon.actors and not lexicon.lookup(n)]
    if names:
        told = f"{len(names)} speakers are" if len(names) > 1 else "a speaker is"
        listed = ", ".join(f"'{name}'" for name in names)
        yield LeftOut("reviews", f"{told} in no list of actors, whose words fill no column: {listed}")


def _result(
    ledger: Ledger, intake: Intake, entered: int, started: float, lexicon: Lexicon | None
) -> BuildResult:
    database = ledger.database
    kinds = database.rows("SELECT kind, count(*) FROM ledger_claim GROUP BY kind ORDER BY kind")
    return BuildResult(
        documents=database.value("SELECT count(*) FROM ledger_document"),
        read=intake.read,
        unchanged=intake.unchanged,
        claims_by_kind=dict(kinds),
        words=database.value("SELECT coalesce(sum(words), 0) FROM ledger_reading"),
        left_out=tuple(LeftOut(path, held.reason) for path, held in ledger.left_out.all().items()),
        notices=(*notices.notices(database), *intake.notes, *_unlisted(ledger, lexicon)),
        reviews=entered,
        digest=ledger.content_digest(),
        seconds=perf_counter() - started,
    )
