"""agreement.yaml read into an Agreement; one run tells every slip, and what is cited becomes claims."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement.loading import (
    amendments,
    drafts,
    figures,
    force,
    gates,
    provisions,
    settled,
    texts,
    times,
    zones,
)
from truceline.agreement.model import Agreement
from truceline.agreement.statements import Statements
from truceline.files import Problem, Problems, yaml
from truceline.files.node import Node
from truceline.files.paths import inside, relative
from truceline.files.record import Record

SCHEMA = "agreement/0.1"
KEYS = (
    "schema", "id", "title", "aliases", "not_to_confuse_with", "note", "parties", "guarantors", "effective", "sources", "instruments",
    "precedence", "consent", "anchors", "zones", "phases", "provisions", "gates", "mandates", "pledges", "counters", "figures", "accounts", "drafts",
    "amendments",
)  # fmt: skip


def load(path: Path | str, root: Path | str | None = None, lexicon: Lexicon | None = None) -> Agreement:
    """The agreement of a file. Speakers get their full names from ``lexicon``, by default the actors.yaml beside the file.

    Raises FileProblem with every slip that was found.
    """
    found = Path(path) if root is None else inside(root, path)
    name = found.name if root is None else relative(root, path)
    text = yaml.read(found, name)
    problems = Problems()
    top = Record(yaml.parse(text, name), problems, KEYS)
    with problems:
        if (schema := top.required("schema")) not in ("", SCHEMA):
            raise top.node["schema"].problem(
                "A001", "this schema is not known", SCHEMA, f"schema: {SCHEMA}", f"'{schema}'"
            )
    statements = Statements(text, name, lexicon or _lexicon(found.parent), problems, top.text("id"))
    statements.read_sources(top.pairs("sources"))
    made = _agreement(top, statements)
    problems.finish()
    return made


def _lexicon(folder: Path) -> Lexicon:
    beside = folder / "actors.yaml"
    return Lexicon.builtin().merged(load_actors(beside)) if beside.is_file() else Lexicon.builtin()


def _agreement(top: Record, statements: Statements) -> Agreement:
    instruments = _by_id(texts.instrument, top, "instruments", statements)
    return Agreement(
        id=top.required("id"),
        title={language: node.text() for language, node in top.pairs("title")},
        aliases=top.texts("aliases"),
        not_to_confuse_with=top.texts("not_to_confuse_with"),
        parties=top.texts("parties"),
        guarantors=top.texts("guarantors"),
        effective=top.text("effective"),
        instruments=instruments,
        anchors={key: times.anchor(key, node, statements) for key, node in top.pairs("anchors")},
        zones=_by_id(zones.zone, top, "zones", statements),
        phases=_by_id(gates.phase, top, "phases", statements),
        provisions=settled.settled(_by_id(provisions.provision, top, "provisions", statements), instruments),
        gates=_by_id(gates.gate, top, "gates", statements),
        figures=_by_id(figures.figure, top, "figures", statements),
        accounts=_by_id(texts.account, top, "accounts", statements),
        consent=tuple(texts.consent(n, statements) for n in top.nodes("consent")),
        amendments=tuple(amendments.amendment(n, instruments, statements) for n in top.nodes("amendments")),
        precedence=tuple(texts.precedence(n, statements) for n in top.nodes("precedence")),
        mandates=tuple(force.mandate(n, statements) for n in top.nodes("mandates")),
        pledges=tuple(force.pledge(n, statements) for n in top.nodes("pledges")),
        counters=tuple(texts.counter(n, statements) for n in top.nodes("counters")),
        drafts=tuple(drafts.draft(n, statements) for n in top.nodes("drafts")),
        # last: the parts above filled them
        claims=tuple(statements.claims),
        links=tuple(statements.links),
        cited=statements.cited,
        path=statements.path,
        text=statements.text,
    )


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_HasId)


def _by_id(
    read: Callable[[Node, Statements], Item], top: Record, key: str, statements: Statements
) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for node in top.nodes(key):
        with statements.problems:
            item = read(node, statements)
            if item.id in found:
                statements.problems.add(
                    Problem(
                        node.where,
                        "A101",
                        f"the id '{item.id}' stands twice under {key}",
                        "each id once",
                        "p01 and p02",
                    )
                )
            found[item.id] = item
    return found
