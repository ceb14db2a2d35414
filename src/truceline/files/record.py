"""One mapping of a schema read field by field: a slip in one field is kept and the others are read all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from truceline.evidence import Interval
from truceline.files.node import Node, Shape
from truceline.files.problem import Problems

Value = TypeVar("Value")


class Record:
    """Typed getters over a mapping; each gives its default where the key is absent, and keeps the problem where it is wrong."""

    def __init__(self, node: Node, problems: Problems, known: Iterable[str]) -> None:
        self.node = node
        self.where = node.where
        self.problems = problems
        with problems:
            node.known_keys(known)

    def read(self, key: str, getter: Callable[[Node], Value], default: Value) -> Value:
        """``getter`` of the key's node, or the default."""
        with self.problems:
            found = self.node.get(key)
            return default if found is None else getter(found)
        return default

    def required(self, key: str) -> str:
        """The text of a key that must be there."""
        with self.problems:
            return self.node[key].text()
        return ""

    def text(self, key: str, default: str = "") -> str:
        """The text of a key."""
        return self.read(key, Node.text, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """A text or list of texts."""
        return self.read(key, Node.texts, ())

    def number(self, key: str) -> float | None:
        """A number."""
        return self.read(key, lambda n: n.number(), None)

    def flag(self, key: str, default: bool = False) -> bool:
        """Yes or no."""
        return self.read(key, Node.flag, default)

    def interval(self, key: str) -> Interval:
        """A date with its precision; unknown where absent."""
        return self.read(key, Node.interval, Interval())

    def choice(self, key: str, known: Iterable[str], default: str = "") -> str:
        """One of the known words."""
        return self.read(key, lambda n: n.choice(known), default)

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The items of a list; a single mapping or value counts as a list of one."""
        return self.read(key, lambda n: n.each() if n.shape is Shape.LIST else (n,), ())

    def pairs(self, key: str) -> tuple[tuple[str, Node], ...]:
        """The pairs of a mapping."""
        return self.read(key, Node.items, ())
