"""``truceline build``: read every document of a case into its ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import case_argument, jobs_option, json_option

if TYPE_CHECKING:
    from truceline.ledger import BuildResult


@click.command(
    "build",
    short_help="Read the documents that are new or changed.",
    epilog="\b\nExample:\n  truceline build my-case",
)
@case_argument
@jobs_option
@json_option
def command(case_dir: Path, jobs: int, as_json: bool) -> int:
    """Read every document in CASE/sources that is new or changed.

    What did not change is not read again, and no review is lost. It may be stopped at any moment and started again.
    A document that cannot be read is left out and listed; the rest goes on (exit code 3).
    """
    from truceline.cli.progress import Progress
    from truceline.ledger import build

    result = build(case_dir, progress=Progress("reading"), jobs=jobs)
    if as_json:
        paper.data({f: _plain(getattr(result, f)) for f in result.__dataclass_fields__})
    else:
        click.echo("\n".join((*told(result), *_next(case_dir, result))))
    for notice in result.notices:
        paper.aside(f"Look at: {notice}")
    return exits.LEFT_OUT if paper.left_out(result.left_out) else exits.COMPLETE


def _next(case_dir: Path, result: BuildResult) -> list[str]:
    """What to do now: put sources in where none is held, look at the board where nothing waits, else check what was read."""
    if not result.documents:
        return [
            paper.row(
                "Next", f"put reports into {case_dir}/sources, or one at a time, with outlet and date:"
            ),
            paper.then(f"truceline add {case_dir} FILE"),
        ]
    if not any(result.claims_by_kind.values()):
        return [paper.then(f"truceline status {case_dir}", "Next")]
    return [paper.then(f"truceline review {case_dir}", "Next")]


def told(result: BuildResult) -> list[str]:
    """What a build found, as frame G words it."""
    kinds = dict(result.claims_by_kind)
    figures, positions = kinds.get("figure", 0), kinds.get("position", 0)
    sources = result.documents + len(result.left_out)
    if not sources:
        return ["  read        nothing: no document is in the case", "  left out    nothing"]
    counts = f"{paper.plural(sum(kinds.values()), 'statement')}, {paper.plural(figures, 'figure')}, {paper.plural(positions, 'position')}"
    anew = f" ({result.unchanged} unchanged)" if result.unchanged else ""
    return [
        f"  read        {result.documents} of {paper.plural(sources, 'document')}{anew}: {counts}   {result.seconds:.0f} s",
        f"  left out    {len(result.left_out) or 'nothing'}",
    ]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [{"path": v.path, "reason": v.reason} for v in value]
    return dict(value) if hasattr(value, "keys") else value  # type: ignore[call-overload]
