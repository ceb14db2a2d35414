"""Plain text of the terminal's width, at most 100 columns, the same without colour: rows, paragraphs, columns, lists of what was left
out.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from truceline.files.screen import WIDEST, watched, width

if TYPE_CHECKING:
    from truceline.case import Case

NAME = 35
"""The first column of a table, where the screen is as wide as it may be; a narrower one gives it a third."""
CELL = 13
LABEL = 12


def row(label: str, text: str, wide: int = LABEL) -> str:
    """``Report      gaza-2025/...``, wrapped under itself; the text begins ``wide`` columns and a space from the left."""
    lead = f"{label:<{wide}} "
    lines = textwrap.wrap(
        text,
        width(),
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines) if lines else lead.rstrip()


def wrapped(text: str, indent: str = "", hang: str = "") -> str:
    """A paragraph; all lines but the first stand further in by ``hang``."""
    return "\n".join(
        textwrap.wrap(
            text,
            width(),
            initial_indent=indent,
            subsequent_indent=indent + hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def then(command: str, label: str = "") -> str:
    """A command to copy: on a line of its own, never broken."""
    return f"{label:<{LABEL}} {command}"


def plural(count: int, noun: str, many: str = "") -> str:
    """``1 document``, ``2 documents``."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def first_column() -> int:
    """The width of a table's first column."""
    return NAME if width() == WIDEST else max(18, width() // 3)


def per_block() -> int:
    """How many columns of a table fit beside its first one."""
    return max(1, (width() - first_column()) // CELL)


def columns(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table: a first column for names, the others of equal width; long words run over into a second line."""
    name = first_column()
    wide = max(CELL, (width() - name) // max(1, len(head) - 1))
    return [line for cells in (head, *rows) for line in _lines(cells, name, wide)]


def _lines(cells: Sequence[str], name: int, wide_cell: int) -> list[str]:
    wide = [name] + [wide_cell] * (len(cells) - 1)
    parts = [
        textwrap.wrap(c, w - 1, break_on_hyphens=False) or [""] for c, w in zip(cells, wide, strict=True)
    ]
    height = max(len(p) for p in parts)
    grid = [[p[i] if i < len(p) else "" for p in parts] for i in range(height)]
    return ["".join(f"{text:<{w}}" for text, w in zip(line, wide, strict=True)).rstrip() for line in grid]


def aside(text: str, indent: str = "") -> None:
    """A remark to the error stream: one line for programs, wrapped under itself where a person reads."""
    click.echo(wrapped(text, indent, hang="  ") if watched() else f"{indent}{text}", err=True)


def left_out(rows: Iterable[Any]) -> int:
    """List what was left out, to the error stream so that data stays data; how many there were.

    Documents in a language that is not read are told together, a line a language.
    """
    from truceline.evidence import unread

    listed = list(rows)
    if listed:
        click.echo(f"Left out: {plural(len(listed), 'source')}", err=True)
    for name, paths in unread.together((each.path, each.reason) for each in listed).items():
        click.echo(
            wrapped(f"Not read: {unread.counted(name, len(paths))}: {', '.join(paths)}", "  "), err=True
        )
    for each in (each for each in listed if not unread.language(each.reason)):
        told = each.reason if each.reason.startswith(f"{each.path}:") else f"{each.path}: {each.reason}"
        aside(told, "  ")
    return len(listed)


def not_shown(case: Case) -> dict[str, list[dict[str, str]]]:
    """As JSON carries it: what the case held on the day of --recorded and cannot show; an empty list where it shows all."""
    return {"not_shown": [each.line() for each in case.not_shown]}


def tell_not_shown(case: Case) -> None:
    """The same at the head of a page, a line each."""
    if case.not_shown:
        click.echo(f"Not shown as on that day: {plural(len(case.not_shown), 'part')}")
    for each in case.not_shown:
        click.echo(wrapped(str(each), "  "))


def data(value: Any) -> None:
    """Print a value as JSON in UTF-8, whatever the terminal's own encoding is."""
    utf8()
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def utf8() -> None:
    """Data leaves in UTF-8 on every system."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
