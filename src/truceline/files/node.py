"""A YAML node with its place. Scalars stay strings until the schema asks, so ``no`` stays "no" and 2025-11 a month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from truceline.evidence import DateError, Interval, Span, dates
from truceline.files.duration import Duration
from truceline.files.duration import parse as parse_duration
from truceline.files.problem import FileProblem, Problem, Where, nearest

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?$")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}
_NOTHING = frozenset({"", "null", "~"})


class Shape(StrEnum):
    """What a node is, in the words of the error messages."""

    SCALAR = "a single value"
    LIST = "a list"
    MAPPING = "a mapping of keys to values"


_SHAPES = {
    Shape.SCALAR: "norland",
    Shape.LIST: "[norland, sudland]",
    Shape.MAPPING: "{id: p01, name: open the bridge}",
}


class Node:
    """A value, list or mapping of a YAML file; every getter raises FileProblem with the place where it does not fit."""

    __slots__ = ("_content", "_items", "_pairs", "_text", "plain", "shape", "where")

    def __init__(
        self, shape: Shape, where: Where, text: str = "", *, plain: bool = True, content: Span | None = None
    ) -> None:
        self.shape = shape
        self.where = where
        self.plain = plain
        self._items: list[Node] = []
        self._pairs: dict[str, Node] = {}
        self._text = text
        self._content = content

    # -- mappings
    def put(self, key: str, value: Node) -> None:
        """Add a pair while the tree is built."""
        self._pairs[key] = value

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __getitem__(self, key: str) -> Node:
        """The value of a key; FileProblem (F008) where the key is absent or has no value."""
        found = self.get(key)
        if found is None:
            had = "with no value" if key in self._pairs else f"the keys {', '.join(self._pairs) or 'none'}"
            raise self.problem(
                "F008", f"the key '{key}' is missing", "the key with a value", f"{key}: ...", had
            )
        return found

    def get(self, key: str) -> Node | None:
        """The value of a key, None where it is absent or empty."""
        self._need(Shape.MAPPING)
        found = self._pairs.get(key)
        return None if found is None or found.empty else found

    def keys(self) -> tuple[str, ...]:
        """The keys in the file's order."""
        self._need(Shape.MAPPING)
        return tuple(self._pairs)

    def items(self) -> tuple[tuple[str, Node], ...]:
        """The pairs in the file's order."""
        self._need(Shape.MAPPING)
        return tuple(self._pairs.items())

    def known_keys(self, known: Iterable[str]) -> None:
        """FileProblem (F007) with every key that is not known, each with the nearest known one."""
        allowed = frozenset(known)
        wrong = [(k, v) for k, v in self.items() if k not in allowed]
        if wrong:
            raise FileProblem(*(_unknown(key, value, allowed) for key, value in wrong))

    # -- lists
    def add(self, item: Node) -> None:
        """Add an item while the tree is built."""
        self._items.append(item)

    def each(self) -> tuple[Node, ...]:
        """The items of a list."""
        self._need(Shape.LIST)
        return tuple(self._items)

    def one_or_more(self) -> tuple[Node, ...]:
        """The items of a list; whatever is no list, as the only one."""
        return tuple(self._items) if self.shape is Shape.LIST else (self,)

    # -- scalars
    @property
    def empty(self) -> bool:
        """Whether the value is left out (nothing, null or ~, unquoted)."""
        return self.shape is Shape.SCALAR and self.plain and self._text in _NOTHING

    def text(self) -> str:
        """The scalar as written."""
        self._need(Shape.SCALAR)
        return self._text

    def texts(self) -> tuple[str, ...]:
        """A scalar, or a list of scalars, as a tuple of strings."""
        return tuple(n.text() for n in self.one_or_more())

    def choice(self, known: Iterable[str]) -> str:
        """A scalar that is one of the known words; FileProblem (F010) otherwise."""
        allowed = tuple(known)
        word = self.text()
        if word not in allowed:
            near = nearest(word, allowed)
            raise self.problem(
                "F010",
                "this word is not known here",
                f"one of {', '.join(a for a in allowed if a)}",
                near or next(a for a in allowed if a),
                f"'{word}'",
            )
        return word

    def number(self) -> float:
        """A scalar as a number; thousands are written without a mark."""
        if not _NUMBER.match(self.text()):
            raise self.problem(
                "F010", "this is no number", "digits without a thousands mark", "20000", f"'{self._text}'"
            )
        return float(self._text)

    def flag(self) -> bool:
        """A scalar as yes or no."""
        if self.text().lower() not in _FLAGS:
            raise self.problem("F010", "this is neither yes nor no", "yes or no", "yes", f"'{self._text}'")
        return _FLAGS[self._text.lower()]

    def interval(self) -> Interval:
        """An EDTF date, or ``{from, to, evidence}`` of which ``to`` may be unknown (an open end)."""
        try:
            if self.shape is Shape.MAPPING:
                self.known_keys({"from", "to", "evidence"})
                start, end, why = (self.get(k) for k in ("from", "to", "evidence"))
                first = dates.parse(start.text() if start else "")
                return dates.between(first, dates.parse(end.text() if end else ""), why.text() if why else "")
            return dates.parse(self.text())
        except DateError as error:
            written = f"'{self._text}'" if self.shape is Shape.SCALAR else ""
            raise self.problem(
                "F010", str(error), "a date with its precision", "2025-11-04 or 2025-11", written
            ) from error

    def moment(self) -> datetime:
        """An instant with its offset from UTC."""
        try:
            found = datetime.fromisoformat(self.text())
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            example = '"2025-10-10T12:00+03:00"'
            raise self.problem(
                "F010", "this is no instant", "day, time and offset from UTC", example, f"'{self._text}'"
            )
        return found

    def period(self) -> Duration:
        """An ISO 8601 duration; months and years stay months, since their length differs."""
        try:
            return parse_duration(self.text())
        except ValueError as error:
            message = "this is no duration"
            raise self.problem(
                "F010", message, "an ISO 8601 duration", "PT72H, P60D or P6M", f"'{self._text}'"
            ) from error

    @property
    def span(self) -> Span:
        """The code points of the scalar's content in the file, so that a claim can quote them.

        Raises FileProblem (F013) where the words do not stand in the file as they are read (escapes, folded lines).
        """
        self._need(Shape.SCALAR)
        if self._content is None:
            raise self.problem(
                "F013",
                "words that load as a statement must stand in the file as they are",
                "one line, no escapes",
                'says: "the bridge is shut"',
            )
        return self._content

    # -- errors
    def problem(
        self, code: str, message: str, expected: str = "", example: str = "", got: str = ""
    ) -> FileProblem:
        """A FileProblem at this node, to be raised."""
        return FileProblem(Problem(self.where, code, message, expected, example, got))

    def _need(self, shape: Shape) -> None:
        if self.shape is not shape:
            got = f"'{self._text}'" if self.shape is Shape.SCALAR else self.shape.value
            raise self.problem("F009", "the value has another shape", shape.value, _SHAPES[shape], got)


def _unknown(key: str, value: Node, allowed: frozenset[str]) -> Problem:
    near = nearest(key, allowed)
    expected = f"'{near}'" if near else f"one of {', '.join(sorted(allowed))}"
    example = f"{near or min(allowed, default='note')}: ..."
    return Problem(value.where, "F007", f"the key '{key}' is not known here", expected, example)
