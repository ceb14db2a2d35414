"""``truceline build``: read every document of a case into its ledger."""

from __future__ import annotations

from pathlib import Path

import click

from truceline.cli import exits, paper
from truceline.cli.arguments import case_argument, jobs_option, json_option


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
        click.echo("\n".join(told(result)))
        click.echo(paper.row("Next", f"truceline review {case_dir}"))
    for notice in result.notices:
        click.echo(f"Look at: {notice}", err=True)
    return exits.LEFT_OUT if paper.left_out(result.left_out) else exits.COMPLETE


def told(result: object) -> list[str]:
    """What a build found, as frame G words it."""
    from truceline.ledger import BuildResult

    assert isinstance(result, BuildResult)
    kinds = dict(result.claims_by_kind)
    figures, positions = kinds.get("figure", 0), kinds.get("position", 0)
    sources = result.documents + len(result.left_out)
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
