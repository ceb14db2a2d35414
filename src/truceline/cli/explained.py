"""The page of a code, as ``truceline check --explain`` prints it."""

from __future__ import annotations

import click

from truceline.cli import paper

EVERY = "ALL"


def show(code: str, *, as_data: bool = False) -> None:
    """Print the page of a code, or the list of them all; stops where there is no such code."""
    from truceline.agreement.check import pages

    known = pages()
    if code not in known and code != EVERY:
        raise click.UsageError(f"there is no code '{code}'; 'truceline check --explain all' lists them.")
    asked = tuple(known.values()) if code == EVERY else (known[code],)
    if as_data:
        paper.data([page.plain() for page in asked] if code == EVERY else asked[0].plain())
    elif code == EVERY:
        for page in asked:
            click.echo(f"{page.code}  {page.severity:<8} {page.title}")
    else:
        (page,) = asked
        click.echo(f"{page.code} {page.severity}: {page.title}\n")
        for label, words in page.lines():
            click.echo(paper.row(label, words) if label else f"{paper.wrapped(words)}\n")
