"""``truceline check``: are the files of a case sound, and what does the agreement leave open?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import case_argument, json_option

if TYPE_CHECKING:
    from truceline.files import Problem


@click.command(
    "check",
    short_help="Are the files of a case sound? What does the agreement leave open?",
    epilog="\b\nExample:\n  truceline check my-case",
)
@case_argument
@json_option
def command(case_dir: Path, as_json: bool) -> int:
    """Check case.yaml, agreement.yaml, actors.yaml, issues.yaml and the sidecars of CASE.

    Slips in a file are errors (exit code 2): each names file, line and column, what was expected, and an example. What
    the agreement itself leaves open (no deadline, no judge, a circle of conditions) is a warning, and no fault of yours.
    """
    held: dict[str, Any] = {}
    problems = list(_problems(case_dir, held))
    open_ends = list(_warnings(held))
    wrong = [w for w in open_ends if w.severity == "error"]
    warnings = [w for w in open_ends if w not in wrong]
    code = exits.USAGE if problems or wrong else exits.COMPLETE
    if as_json:
        paper.data(_plain([*problems, *wrong], warnings))
        return code
    for problem in problems:
        click.echo(str(problem))
    for warning in (*wrong, *warnings):
        click.echo(paper.wrapped(str(warning)))
    click.echo(told(held, len(problems) + len(wrong), len(warnings)))
    return code


def _problems(case_dir: Path, held: dict[str, Any]) -> Iterator[Problem]:
    """Every slip in every file; what loads is put into ``held``, so that one bad file does not hide another's."""
    from truceline import agreement
    from truceline.actors import load as load_actors
    from truceline.agreement import issues
    from truceline.case import settings
    from truceline.files import FileProblem

    loads: tuple[tuple[str, Callable[[Path], Any]], ...] = (
        ("case.yaml", settings.load),
        ("agreement.yaml", agreement.load),
        ("actors.yaml", load_actors),
        ("issues.yaml", issues.load),
    )
    for name, load in loads:
        try:
            held[name] = load(case_dir / name)
        except FileProblem as problem:
            yield from problem.problems
    yield from _sidecars(case_dir)


def _sidecars(case_dir: Path) -> Iterator[Problem]:
    from truceline.files import FileProblem, sidecar

    for path in sorted((case_dir / "sources").rglob("*.y*ml")):
        try:
            sidecar.load(path.relative_to(case_dir), case_dir)
        except FileProblem as problem:
            yield from problem.problems


def _warnings(held: dict[str, Any]) -> Iterator[Any]:
    """What the agreement leaves open, where it and the actors could be loaded."""
    from truceline import agreement
    from truceline.actors import Lexicon

    if "agreement.yaml" in held and "actors.yaml" in held:
        lexicon = Lexicon.builtin().merged(held["actors.yaml"])

        def name(actor: str) -> str:
            """What the case calls an actor."""
            return lexicon.actors[actor].name if actor in lexicon.actors else actor

        yield from agreement.check(held["agreement.yaml"], lexicon, name)


def told(held: dict[str, Any], problems: int, warnings: int) -> str:
    """What the agreement holds, and how much is wrong or open, as frame G words it."""
    found = held.get("agreement.yaml")
    counts = f"{paper.plural(problems, 'error')}, {paper.plural(warnings, 'warning')}"
    return f"  agreement   {contents(found)}; {counts}" if found else f"  {counts}"


def contents(found: Any) -> str:
    """``8 texts and annexes (4 unpublished), 38 provisions, 3 phase conditions``."""
    hidden = sum(i.text == "unpublished" for i in found.instruments.values())
    texts = paper.plural(len(found.instruments), "text or annex", "texts and annexes")
    return (
        f"{texts} ({hidden} unpublished), {paper.plural(len(found.provisions), 'provision')}, "
        f"{paper.plural(len(found.gates), 'phase condition')}"
    )


def _plain(problems: list[Any], warnings: list[Any]) -> dict[str, Any]:
    return {
        "errors": [_line(p) for p in problems],
        "warnings": [_line(w) for w in warnings],
    }


def _line(one: Any) -> dict[str, Any]:
    where = getattr(one, "where", None)
    line = {"file": where.file, "line": where.line, "column": where.column} if where is not None else {}
    return {**line, "code": getattr(one, "code", ""), "message": str(getattr(one, "message", one))}
