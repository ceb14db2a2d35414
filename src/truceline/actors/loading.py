"""Actors from YAML: a case's own file, and the lists that come with the project (``actors/data``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from truceline.actors.lexicon import Lexicon
from truceline.actors.model import Actor
from truceline.files import Problem, Problems, yaml
from truceline.files.node import Node
from truceline.files.record import Record

DATA = Path(__file__).parent / "data"
KEYS = (
    "id", "name", "of", "kinds", "names", "aliases", "titles", "role", "person", "pronouns", "group", "adjectives", "metonyms",
    "loaded", "given", "note",
)  # fmt: skip


def load(path: Path | str, root: Path | str | None = None) -> Lexicon:
    """The actors of one file, without the builtin ones; raises FileProblem with every slip in it."""
    problems = Problems()
    actors = _actors(yaml.load(path, root), problems)
    problems.finish()
    return Lexicon(actors)


def builtin_actors() -> Iterator[Actor]:
    """The actors of the files in ``actors/data``, in the files' alphabetical order."""
    for path in sorted(DATA.glob("*.yaml")):
        yield from load(path).actors.values()


def _actors(root: Node, problems: Problems) -> list[Actor]:
    top = Record(root, problems, ("schema", "note", "actors"))
    top.required("schema")
    found: dict[str, Actor] = {}
    for node in top.nodes("actors"):
        with problems:
            actor = _actor(node, problems)
            if actor.id in found:
                problems.add(
                    Problem(node.where, "A101", f"the actor '{actor.id}' is defined twice", "each id once")
                )
            found[actor.id] = actor
    return list(found.values())


def _actor(node: Node, problems: Problems) -> Actor:
    record = Record(node, problems, KEYS)
    loaded = record.texts("loaded")
    return Actor(
        id=record.required("id"),
        name=record.required("name"),
        of=record.text("of") or None,
        kinds=record.texts("kinds"),
        names={language: name.text() for language, name in record.pairs("names")},
        aliases=(*record.texts("aliases"), *loaded),
        titles=record.texts("titles"),
        role=record.text("role"),
        person=record.flag("person"),
        pronouns=record.texts("pronouns"),
        group=record.text("group"),
        adjectives=record.texts("adjectives"),
        metonyms=record.texts("metonyms"),
        loaded=loaded,
        given=record.texts("given"),
    )
