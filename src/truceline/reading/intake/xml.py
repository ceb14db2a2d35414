"""XML without its dangers: no entity is declared, no outside file is opened, no depth without end."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from truceline.reading.intake.unreadable import Unreadable

_DEEPEST = 200


class _Builder:
    """A tree from expat's events; the names of elements and attributes as ``{namespace}name``."""

    def __init__(self) -> None:
        self.tree, self.depth = TreeBuilder(), 0
        self.parser: Any = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.tree.data
        self.parser.EntityDeclHandler = _refuse

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unreadable(
                f"its XML is nested deeper than {_DEEPEST} elements", "it is no document; leave it out"
            )
        self.tree.start(_name(name), {_name(k): v for k, v in attributes.items()})

    def end(self, name: str) -> None:
        """An element closes."""
        self.depth -= 1
        self.tree.end(_name(name))


def parse(data: bytes, what: str) -> Element:
    """The root element; raises Unreadable for what is no sound XML or declares entities. *what* names it in messages."""
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(
            f"{what} is no sound XML: {expat.ErrorString(error.code)} at line {error.lineno}, column {error.offset + 1}",
            "get it again from where it came",
        ) from error
    return builder.tree.close()


def local(element: Element) -> str:
    """The name without its namespace."""
    return element.tag.rpartition("}")[2]


def _name(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _refuse(name: str, *_: object) -> None:
    raise Unreadable(
        f"its XML declares the entity '{name}', a way to blow up memory or to open other files",
        "get it from a source that you trust, or save the article's text as .txt",
    )
