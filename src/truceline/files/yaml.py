"""YAML composed to nodes with places, from the parser's events: no types guessed, no aliases followed, no recursion.

The C parser gives events in a few milliseconds; where PyYAML was built without it, the Python one gives the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml as pyyaml

from truceline.evidence import Span
from truceline.files.node import Node, Shape
from truceline.files.paths import inside, relative
from truceline.files.problem import FileProblem, Problem, Problems, Where

LARGEST = 4_000_000
DEEPEST = 40
_LOADER: Any = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)


def own(path: Path) -> Any:
    """A file that comes with Truceline as plain Python values, read by the C parser where there is one; never for a user's file."""
    return pyyaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - the safe loader, in C


def load(path: Path | str, root: Path | str | None = None) -> Node:
    """The root node of a YAML file; with ``root`` the path must lie inside it and errors name it relative to it.

    Raises FileProblem with all slips of form: F001 not UTF-8, F002 no such file, F003 no YAML, F004 an empty value in
    braces, F005 a key twice, F006 aliases and tags, F012 too large or too deep.
    """
    found = Path(path) if root is None else inside(root, path)
    name = found.name if root is None else relative(root, path)
    return parse(read(found, name), name)


def read(path: Path, name: str = "") -> str:
    """The file's text as decoded, line ends untouched; raises FileProblem (F001, F002, F012)."""
    where = Where(name or path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileProblem(
            Problem(where, "F002", "the file cannot be read", "a readable file", got=str(error.strerror))
        ) from error
    if len(data) > LARGEST:
        raise FileProblem(
            Problem(
                where, "F012", "the file is too large", f"at most {LARGEST:,} bytes", got=f"{len(data):,}"
            )
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        place = Where(where.file, line, column)
        raise FileProblem(
            Problem(
                place,
                "F001",
                "the file is not UTF-8",
                "text saved as UTF-8",
                "UTF-8 as the encoding under Save as",
                f"byte {data[error.start]:#04x}",
            )
        ) from error


def parse(string: str, name: str) -> Node:
    """The root node of a YAML string; ``name`` stands in its places. An empty file is an empty mapping."""
    marked = string.startswith("\ufeff")
    tree = _Tree(name, string, 1 if marked else 0)
    try:
        for event in pyyaml.parse(string[1:] if marked else string, Loader=_LOADER):
            tree.take(event)
    except pyyaml.YAMLError as error:
        tree.problems.add(_slip(name, error))
    tree.problems.finish()
    return tree.root or Node(Shape.MAPPING, Where(name, 1, 1))


@dataclass(slots=True)
class _Level:
    node: Node
    flow: bool
    key: str | None = None
    seen: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Tree:
    """Nodes under construction; ``shift`` is 1 where a byte order mark stands before the text that was parsed."""

    name: str
    string: str
    shift: int
    root: Node | None = None
    levels: list[_Level] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)

    def take(self, event: Any) -> None:
        if isinstance(event, pyyaml.ScalarEvent):
            self._refuse_tag(event)
            self._place(self._scalar(event))
        elif isinstance(event, pyyaml.CollectionStartEvent):
            self._refuse_tag(event)
            shape = Shape.MAPPING if isinstance(event, pyyaml.MappingStartEvent) else Shape.LIST
            node = Node(shape, self._where(event))
            self._place(node)
            self.levels.append(_Level(node, bool(event.flow_style)))
            if len(self.levels) > DEEPEST:
                raise FileProblem(
                    Problem(
                        self._where(event),
                        "F012",
                        f"more than {DEEPEST} levels within each other",
                        "fewer brackets",
                        "[norland, sudland]",
                    )
                )
        elif isinstance(event, pyyaml.CollectionEndEvent):
            self.levels.pop()
        elif isinstance(event, pyyaml.AliasEvent):
            raise FileProblem(
                Problem(
                    self._where(event),
                    "F006",
                    "aliases (*name) are not read",
                    "the value written out",
                    "[norland, sudland]",
                )
            )
        elif isinstance(event, pyyaml.DocumentStartEvent) and self.root is not None:
            raise FileProblem(
                Problem(
                    self._where(event), "F003", "a second document begins", "one document a file, without ---"
                )
            )

    def _where(self, event: Any) -> Where:
        return Where(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse_tag(self, event: Any) -> None:
        if event.anchor or (event.tag and event.tag != "!"):
            found = f"&{event.anchor}" if event.anchor else str(event.tag)
            self.problems.add(
                Problem(
                    self._where(event),
                    "F006",
                    "anchors and tags are not read",
                    "plain values",
                    "[norland, sudland]",
                    found,
                )
            )

    def _scalar(self, event: Any) -> Node:
        quotes = 1 if event.style in ("'", '"') else 0
        start = event.start_mark.index + self.shift + quotes
        end = event.end_mark.index + self.shift - quotes
        content = Span(start, end) if self.string[start:end] == event.value else None
        return Node(Shape.SCALAR, self._where(event), event.value, plain=not event.style, content=content)

    def _place(self, node: Node) -> None:
        if not self.levels:
            self.root = node
            return
        level = self.levels[-1]
        if level.node.shape is Shape.LIST:
            level.node.add(node)
        elif level.key is None:
            self._key(level, node)
        else:
            if level.flow and node.shape is Shape.SCALAR and node.plain and node.text() == "":
                self.problems.add(_comma(level.key, node.where))
            level.node.put(level.key, node)
            level.key = None

    def _key(self, level: _Level, node: Node) -> None:
        if node.shape is not Shape.SCALAR:
            raise node.problem("F003", "a key must be a single word", "key: value")
        level.key = node.text()
        if level.key in level.seen:
            self.problems.add(
                Problem(
                    node.where,
                    "F005",
                    f"the key '{level.key}' stands twice in one mapping",
                    "each key once",
                    "a list under one key",
                )
            )
        level.seen.add(level.key)


def _comma(key: str, where: Where) -> Problem:
    message = f"'{key}' has no value: inside braces a comma ends a value, so a text with a comma needs quotation marks"
    return Problem(
        where, "F004", message, "quoted text", '{name: "Cairo, Egypt"}', f"'{key}' as a key of its own"
    )


def _slip(name: str, error: pyyaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = Where(name, mark.line + 1, mark.column + 1) if mark else Where(name, 1, 1)
    told = str(getattr(error, "problem", "") or error).split("\n", maxsplit=1)[0]
    hint = "text that holds ': ', '#' or a quotation mark in quotation marks, and spaces, never tabs, before a key"
    return Problem(where, "F003", f"this is no YAML ({told})", hint, 'note: "seen at 12:00: closed"')
