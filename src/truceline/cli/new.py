"""``truceline new``: a case folder, empty and explained, or with the agreement, actors and issues of another."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import click

from truceline.cli import exits
from truceline.cli.examples import find
from truceline.cli.stops import Stop

EPILOG = """\b
Examples:
  truceline new my-case                        an empty case; its files explain themselves
  truceline new my-case --clauses              with twelve common clauses to change
  truceline new my-case --from gaza-2025       with the agreement, actors and issues of the example
"""
SHARED = ("case.yaml", "agreement.yaml", "actors.yaml", "issues.yaml", "places.geojson")
OWN = ("report_date", "sources", "set_aside", "confidential", "notice")
"""What case.yaml says of one case's documents and day: it does not go over into a new case."""


@click.command("new", short_help="Make a case folder, empty or from an example.", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--from", "origin", metavar="EXAMPLE|CASE", help="Take over agreement, actors and issues.")
@click.option(
    "--clauses", is_flag=True, help="Begin with twelve common clauses, each with what texts often leave open."
)
@click.option("--title", metavar="WORDS", help="The title of a case that starts empty.")
def command(folder: Path, origin: str | None, clauses: bool, title: str | None) -> int:
    """Make a case folder DIR. Nothing is overwritten."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(f"{folder} exists and is not empty: name a new folder.", exits.REFUSED)
    if clauses and origin is not None:
        raise Stop("--clauses begins an agreement and --from takes one over: name one of the two.")
    files = _empty(folder, title, clauses) if origin is None else _taken_over(find(origin))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources").mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    tried = sum(name.startswith("scenarios/") for name in files)
    made = [*(name for name in files if "/" not in name), "sources/", *(["scenarios/"] if tried else [])]
    click.echo(f"Made      {folder}: {', '.join(made)}")
    click.echo(f"Next      truceline add {folder} FILE       an article; asks outlet and date")
    if origin is None:
        click.echo(f"          truceline check {folder}          after you wrote down the agreement")
    return exits.COMPLETE


def _empty(folder: Path, title: str | None, clauses: bool) -> dict[str, str]:
    """The commented skeleton, with the case's id and title put in; with ``clauses`` an agreement to change."""
    name = re.sub(r"[^a-z0-9-]+", "-", folder.resolve().name.lower()).strip("-") or "case"
    parts = resources.files("truceline.cli") / "skeleton"
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(parts.iterdir(), key=lambda p: p.name)}
    if clauses:
        from truceline.agreement import clauses as common

        texts |= {"agreement.yaml": common.agreement(), "actors.yaml": common.actors()}
    shown = (title or folder.resolve().name).replace('"', "'")
    return {
        k: v.replace("CASE-ID", name).replace("CASE-TITLE", shown)
        for k, v in texts.items()
        if k.endswith(".yaml")
    }


def _taken_over(source: Path) -> dict[str, str]:
    texts = {n: (source / n).read_text(encoding="utf-8") for n in SHARED if (source / n).is_file()}
    texts["case.yaml"] = without(texts["case.yaml"], OWN)
    texts["agreement.yaml"] = without_news(texts["agreement.yaml"])
    for path in sorted((source / "scenarios").glob("*.yaml")):
        texts[f"scenarios/{path.name}"] = path.read_text(encoding="utf-8")
    return texts


def without_news(agreement: str) -> str:
    """The agreement without its ``progress:`` statements: what was said of its fulfilment belongs to the case that held it."""
    under = r"^(?P<in> +)progress:.*\n(?:(?P=in)(?: +|- ).*(?:\n|$))*"
    return re.sub(under, "", agreement, flags=re.MULTILINE)


def without(text: str, keys: tuple[str, ...]) -> str:
    """YAML without some keys of its top level and what stands under them; everything else as it is, comments too."""
    for key in keys:
        text = re.sub(rf"^{key}:.*(?:\n(?:[ \t]+|- ).*)*\n?", "", text, flags=re.MULTILINE)
    return text
