"""Twelve common clauses as annotated YAML (``data/clauses``), one by one or put together as an agreement to begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "clauses"
SECTIONS = ("zones", "provisions")
"""What a clause may hold, in the order of an agreement."""
_SECTION = re.compile(r"^(\w+):\n", re.MULTILINE)
_TOLD = re.compile(r"# (?P<name>[\w-]+): (?P<told>.+)\n")


@dataclass(frozen=True, slots=True)
class Clause:
    """``told`` says in a line what it does, ``notes`` what texts often leave open; ``parts`` are its entries by section."""

    name: str
    told: str
    notes: str
    parts: Mapping[str, str]
    text: str


@cache
def clauses() -> Mapping[str, Clause]:
    """All clauses by name, in their order."""
    made = (
        _clause(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.yaml")) if path.name > "01"
    )
    return {clause.name: clause for clause in made}


def _clause(text: str) -> Clause:
    head, *pieces = _SECTION.split(text)
    match = _TOLD.match(head)
    assert match is not None, head
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    return Clause(match["name"], match["told"].rstrip("."), head, parts, text)


def actors() -> str:
    """The actors.yaml that the clauses speak of."""
    return (DATA / "00-actors.yaml").read_text(encoding="utf-8")


def agreement(names: tuple[str, ...] = ()) -> str:
    """An agreement.yaml that holds the clauses of these names, all where none is named; CASE-ID and CASE-TITLE stand to be replaced."""
    wanted = [clauses()[name] for name in names or clauses()]
    text = (DATA / "00-head.yaml").read_text(encoding="utf-8")
    if zones := [c.parts["zones"] for c in wanted if "zones" in c.parts]:
        text += "\n# Lines and areas. geometry: a file, or unpublished.\nzones:\n" + "".join(zones)
    text += "\n# Duties (obligation), bans (prohibition), permissions and powers.\nprovisions:\n"
    return text + "\n".join(_indented(c.notes) + c.parts["provisions"] for c in wanted)


def _indented(notes: str) -> str:
    return re.sub("^", "  ", notes.rstrip("\n"), flags=re.MULTILINE) + "\n"
