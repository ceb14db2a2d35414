"""The issues of a case (force, committee ...), the topics that are none of the mission's business, and other ceasefires it knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from truceline.agreement import cues
from truceline.agreement.model import Cues
from truceline.evidence import Interval
from truceline.files import Problem, Problems, yaml
from truceline.files.node import Node
from truceline.files.record import Record

KEYS = ("id", "name", "names", "cues", "scope", "time", "note")


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter that statements are about; ``scope`` False: a topic outside the mission's business, counted, not queued.

    ``ceasefire``: the entry names another ceasefire, in force in ``time``; what speaks of it is kept apart from this case.
    """

    id: str
    name: str
    cues: Cues = field(default_factory=Cues)
    scope: bool = True
    names: Mapping[str, str] = field(default_factory=dict)
    ceasefire: bool = False
    time: Interval = field(default_factory=Interval)


Issues = Mapping[str, Issue]


def load(path: Path | str, root: Path | str | None = None) -> Issues:
    """The issues of a file by id, in its order; raises FileProblem with every slip in it."""
    problems = Problems()
    top = Record(yaml.load(path, root), problems, ("schema", "note", "issues"))
    top.required("schema")
    found: dict[str, Issue] = {}
    for node in top.nodes("issues"):
        with problems:
            issue = _issue(node, problems)
            if issue.id in found:
                problems.add(
                    Problem(node.where, "A101", f"the issue '{issue.id}' is defined twice", "each id once")
                )
            found[issue.id] = issue
    problems.finish()
    return found


def _issue(node: Node, problems: Problems) -> Issue:
    record = Record(node, problems, KEYS)
    scope = record.choice("scope", ("in", "out", "ceasefire"), "in")
    return Issue(
        id=record.required("id"),
        name=record.required("name"),
        cues=record.read("cues", lambda n: cues.read(n, problems), Cues()),
        scope=scope == "in",
        names={language: name.text() for language, name in record.pairs("names")},
        ceasefire=scope == "ceasefire",
        time=record.interval("time"),
    )
