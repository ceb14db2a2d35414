"""``truceline check``: are the files of a case sound, and what does the agreement leave open?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline import __version__
from truceline.cli import exits, explained, paper
from truceline.cli.arguments import CaseFolder, json_option

if TYPE_CHECKING:
    from truceline.agreement.check.sarif import Found
    from truceline.files import Problem

LABEL = 13
"""The columns before what a line of the summary says, as frame G has them."""
EPILOG = """\b
Examples:
  truceline check my-case
  truceline check --draft draft.yaml
  truceline check --explain T012
  truceline check my-case --format sarif > check.sarif
"""


@click.command(
    "check",
    short_help="Are the files of a case sound? What does the agreement leave open?",
    epilog=EPILOG,
)
@click.argument("case_dir", metavar="CASE", type=CaseFolder(), required=False)
@click.option(
    "--draft",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check an agreement file alone, outside a case; actors that no list holds are notes then.",
)
@click.option("--explain", metavar="CODE", help="Print the page of a code (T012), or 'all' for the list.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="SARIF is read by editors and forges.",
)
@json_option
def command(case_dir: Path | None, draft: Path | None, explain: str | None, form: str, as_json: bool) -> int:
    """Check case.yaml, agreement.yaml, actors.yaml, issues.yaml and the sidecars of CASE.

    Slips in a file are errors (exit code 2): each names file, line and column, what was expected, and an example. What
    the agreement itself leaves open (no deadline, no judge, a circle of conditions) is a warning, and no fault of yours.
    """
    if sum(given is not None for given in (case_dir, draft, explain)) != 1:
        raise click.UsageError("name one thing to check: CASE, --draft FILE, or --explain CODE.")
    form = "json" if as_json else form
    if explain is not None:
        explained.show(explain.upper(), as_data=form == "json")
        return exits.COMPLETE
    held: dict[str, Any] = {}
    problems = list(_problems(case_dir, held) if case_dir else _draft_problems(draft or Path(), held))
    open_ends = list(_warnings(held, draft=case_dir is None))
    wrong: list[Found] = [*problems, *(w for w in open_ends if w.severity == "error")]
    warnings = [w for w in open_ends if w.severity != "error"]
    _print(held, wrong, warnings, form, case_dir or (draft or Path()).parent)
    return exits.USAGE if wrong else exits.COMPLETE


def _print(held: dict[str, Any], wrong: list[Found], warnings: list[Any], form: str, folder: Path) -> None:
    if form == "sarif":
        from truceline.agreement.check import sarif

        paper.data(sarif.log([*wrong, *warnings], __version__, lambda name: _below(folder, name)))
    elif form == "json":
        paper.data({"errors": [_line(p) for p in wrong], "warnings": [_line(w) for w in warnings]})
    else:
        _text(held, wrong, warnings)


def _text(held: dict[str, Any], wrong: list[Found], warnings: list[Any]) -> None:
    """Every message; what was expected is told with the first warning of a code."""
    from truceline.files import Problem

    for one in wrong:
        click.echo(str(one) if isinstance(one, Problem) else paper.wrapped(str(one)))
    told_of: set[str] = set()
    for warning in warnings:
        click.echo(paper.wrapped(warning.brief if warning.code in told_of else str(warning)))
        told_of.add(warning.code)
    click.echo(told(held, [*wrong, *warnings]))
    codes = [one.code for one in (*wrong, *warnings)]
    if codes:
        click.echo(f"  truceline check --explain {codes[0]} says more; so for each code")


def _below(folder: Path, name: str) -> str:
    """The path of a file as seen from where the command runs, so that a forge finds it; its name alone from elsewhere."""
    found = (folder / name).resolve()
    here = Path.cwd().resolve()
    return found.relative_to(here).as_posix() if found.is_relative_to(here) else name


def _problems(case_dir: Path, held: dict[str, Any]) -> Iterator[Problem]:
    """Every slip in every file; what loads is put into ``held``, so that one bad file does not hide another's."""
    from truceline import agreement
    from truceline.actors import load as load_actors
    from truceline.agreement import issues
    from truceline.case import settings

    loads: tuple[tuple[str, Callable[[Path], Any]], ...] = (
        ("case.yaml", settings.load),
        ("agreement.yaml", agreement.load),
        ("actors.yaml", load_actors),
        ("issues.yaml", issues.load),
    )
    for name, load in loads:
        yield from _loaded(name, case_dir / name, load, held)
    yield from _protected(case_dir, held)
    yield from _sidecars(case_dir)


def _protected(case_dir: Path, held: dict[str, Any]) -> Iterator[Problem]:
    """The patterns under ``confidential`` that protect nothing, each where it stands."""
    from truceline.cli.protected import idle
    from truceline.files import Problem, yaml

    slips = idle(case_dir, held["case.yaml"]) if "case.yaml" in held else ()
    node = yaml.load("case.yaml", case_dir).get("confidential") if slips else None
    for each in node.one_or_more() if node else ():
        if each.text() in slips:
            yield Problem(
                each.where,
                "S003",
                "this protects no source",
                "a file, a folder or a pattern of the case, as `truceline build` names its sources",
                "confidential: [sources/interviews]",
                repr(each.text()),
            )


def _draft_problems(path: Path, held: dict[str, Any]) -> Iterator[Problem]:
    """The slips of an agreement file alone; an actors.yaml beside it is taken if there is one."""
    from truceline import agreement
    from truceline.actors import load as load_actors

    beside = path.parent / "actors.yaml"
    if beside.is_file():
        yield from _loaded("actors.yaml", beside, load_actors, held)
    lexicon = _lexicon(held)
    yield from _loaded("agreement.yaml", path, lambda found: agreement.load(found, lexicon=lexicon), held)


def _loaded(name: str, path: Path, load: Callable[[Path], Any], held: dict[str, Any]) -> tuple[Problem, ...]:
    from truceline.files import FileProblem

    try:
        held[name] = load(path)
    except FileProblem as problem:
        return problem.problems
    return ()


def _sidecars(case_dir: Path) -> Iterator[Problem]:
    from truceline.files import FileProblem, sidecar

    for path in sorted((case_dir / "sources").rglob("*.y*ml")):
        try:
            sidecar.load(path.relative_to(case_dir), case_dir)
        except FileProblem as problem:
            yield from problem.problems


def _lexicon(held: dict[str, Any]) -> Any:
    """The actors that come with Truceline, and those of actors.yaml where it was loaded."""
    from truceline.actors import Lexicon

    built_in = Lexicon.builtin()
    return built_in.merged(held["actors.yaml"]) if "actors.yaml" in held else built_in


def _warnings(held: dict[str, Any], *, draft: bool) -> Iterator[Any]:
    """What the agreement leaves open, where it and the actors could be loaded."""
    from truceline.agreement.check import check

    if "agreement.yaml" in held and (draft or "actors.yaml" in held):
        lexicon = _lexicon(held)
        issues = held.get("issues.yaml")

        def name(actor: str) -> str:
            """What the case calls an actor."""
            return lexicon.actors[actor].name if actor in lexicon.actors else actor

        yield from check(held["agreement.yaml"], lexicon, name, draft=draft, issues=issues)


def told(held: dict[str, Any], found: Iterable[Found]) -> str:
    """What the agreement holds, and how much is wrong or open, as frame G words it."""
    made = held.get("agreement.yaml")
    counts = counted(found)
    return paper.row("  agreement", f"{contents(made)}; {counts}", LABEL) if made else f"  {counts}"


def counted(found: Iterable[Found]) -> str:
    """``0 errors, 9 warnings, 1 note``: each severity apart."""
    from truceline.agreement.check.pages import Severity
    from truceline.agreement.check.sarif import level

    counts = Counter(level(one) for one in found)
    return ", ".join(paper.plural(counts[severity], severity) for severity in Severity)


def contents(found: Any) -> str:
    """``8 texts and annexes (4 unpublished), 38 provisions, 3 phase conditions``."""
    hidden = sum(i.text == "unpublished" for i in found.instruments.values())
    texts = paper.plural(len(found.instruments), "text or annex", "texts and annexes")
    return (
        f"{texts} ({hidden} unpublished), {paper.plural(len(found.provisions), 'provision')}, "
        f"{paper.plural(len(found.gates), 'phase condition')}"
    )


def _line(one: Found) -> dict[str, Any]:
    from truceline.agreement.check.sarif import level

    return {
        "file": one.where.file,
        "line": one.where.line,
        "column": one.where.column,
        "code": one.code,
        "severity": level(one),
        "message": one.message,
        "expected": one.expected,
        "example": one.example,
    }
