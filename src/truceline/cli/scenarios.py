"""``truceline scenarios``: statements in, the status they should give out; run as tests of an agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import case_argument, json_option
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.case.scenario import Difference, Scenario

Ran = tuple[str, "Scenario", tuple["Difference", ...]]
EPILOG = """\b
Examples:
  truceline scenarios gaza-2025                          every file of gaza-2025/scenarios
  truceline scenarios gaza-2025 aid.yaml                 one file of it
"""


@click.command("scenarios", short_help="Does the agreement give the status that you expect?", epilog=EPILOG)
@case_argument
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@json_option
def command(case_dir: Path, files: tuple[Path, ...], as_json: bool) -> int:
    """Run the scenarios of CASE: what is said, and what each viewpoint should then hold (docs/scenarios.md).

    A scenario is a test in plain words: who says what on which day, and what the board should say. Nothing is stored. Exit
    code 2 where one does not hold.
    """
    case = _case(case_dir)
    ran = [row for path in _files(case_dir, files) for row in _run(case, path)]
    failed = [row for row in ran if row[2]]
    if as_json:
        paper.data([_line(*row) for row in ran])
    else:
        for name, scenario, differences in failed:
            click.echo(paper.wrapped(f"{name}: {scenario.name}"))
            for difference in differences:
                click.echo(f"  {difference}")
        held = len(ran) - len(failed)
        click.echo(f"{held} of {paper.plural(len(ran), 'scenario')} hold.")
    return exits.USAGE if failed else exits.COMPLETE


def _case(case_dir: Path) -> Case:
    from truceline.case import open_case

    return open_case(case_dir)


def _files(case_dir: Path, files: tuple[Path, ...]) -> list[Path]:
    folder = case_dir / "scenarios"
    if not files:
        found = sorted(folder.glob("*.yaml"))
        if not found:
            raise Stop(f"{folder} holds no scenario. A file of it is shown in docs/scenarios.md.")
        return found
    named = [f if f.is_file() else folder / f for f in files]
    missing = [f for f in named if not f.is_file()]
    if missing:
        raise Stop(
            f"{missing[0]} is no file; {folder} has {', '.join(p.name for p in sorted(folder.glob('*.yaml'))) or 'none'}."
        )
    return named


def _run(case: Case, path: Path) -> list[Ran]:
    from truceline.case.scenario import load, run

    return [(path.name, scenario, run(case, scenario)) for scenario in load(path, case.agreement)]


def _line(name: str, scenario: Scenario, differences: tuple[Difference, ...]) -> dict[str, Any]:
    told = [
        {"what": d.what, "expected": d.expected, "got": d.got, "where": str(d.where)} for d in differences
    ]
    return {
        "file": name,
        "name": scenario.name,
        "on": scenario.on.isoformat(),
        "as_of": scenario.as_of.isoformat(),
        "holds": not differences,
        "differences": told,
    }
