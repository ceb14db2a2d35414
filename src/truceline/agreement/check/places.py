"""Where something stands in an agreement file: the place of the key itself, or of the nearest thing around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from truceline.agreement.model import Agreement
from truceline.files import FileProblem, Where, yaml
from truceline.files.node import Node, Shape

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Places by path: ``("provisions", "p01", "clocks", "0", "anchor")``; items of a list go by their id, else by their number."""

    file: str
    found: dict[Path, Where] = field(default_factory=dict)

    def __call__(self, *path: str | int) -> Where:
        """The place of the path, or of the longest beginning of it that the file holds."""
        steps = tuple(str(step) for step in path)
        while steps and steps not in self.found:
            steps = steps[:-1]
        return self.found[steps] if steps else Where(self.file, 1, 1)


def places(agreement: Agreement) -> Places:
    """The places of the text from which the agreement was loaded; line 1 throughout where it was loaded from none."""
    try:
        root = yaml.parse(agreement.text, agreement.path)
    except FileProblem:  # made by hand, with another text
        return Places(agreement.path)
    return Places(agreement.path, dict(_walk(root)))


def _walk(root: Node) -> Iterator[tuple[Path, Where]]:
    left: list[tuple[Path, Node]] = [((), root)]
    while left:
        path, node = left.pop()
        if path:
            yield path, node.where
        if node.shape is Shape.MAPPING:
            left += [((*path, key), value) for key, value in node.items()]
        elif node.shape is Shape.LIST:
            left += [((*path, _key(item, i)), item) for i, item in enumerate(node.each())]


def _key(item: Node, number: int) -> str:
    id_ = item.get("id") if item.shape is Shape.MAPPING else None
    return id_.text() if id_ is not None and id_.shape is Shape.SCALAR else str(number)
