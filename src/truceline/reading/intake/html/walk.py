"""A page's tree as blocks of text in order, each with what is known of it: in which element, how much of it is links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from truceline.reading.intake.unreadable import Unreadable
from truceline.reading.vocabulary import words

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]+")
_NEVER = frozenset({"html", "body", "main", "article", "h1"})
_TELLING = frozenset({"hidden", "aria-hidden", "style", "class", "id", "role", "itemprop"})
_TEXT, _ELEMENT = 3, 1
MOST_NODES = 400_000
"""Elements and texts of one page; the largest that we know, a day of live reporting, has 40,000."""


@dataclass(slots=True)
class Block:
    """A line of the page. ``core`` numbers the candidate elements around it, ``strict`` marks by element, ``named`` by class."""

    text: str
    title: bool
    core: frozenset[int]
    strict: bool
    named: bool
    linked: float
    paragraph: bool


@dataclass(slots=True)
class Walk:
    """The state on the way through a tree; ``blocks`` is what it finds."""

    blocks: list[Block] = field(default_factory=list)
    open: list[tuple[str, bool, bool, bool]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    links: int = 0
    letters: int = 0
    cores: list[int] = field(default_factory=list)
    within: dict[str, int] = field(default_factory=dict)
    strict: int = 0
    named: int = 0
    count: int = 0

    def through(self, root: Any) -> list[Block]:
        """All blocks below *root*. No recursion: pages are nested as deep as their builders like."""
        stack: list[tuple[Any, bool]] = [(root, False)]
        left = 2 * MOST_NODES
        while stack:
            left -= 1
            if not left:
                raise Unreadable(
                    f"the page has more than {MOST_NODES:,} elements", "save its article's text as .txt"
                )
            node, leaving = stack.pop()
            if leaving:
                self._leave()
            elif int(node.type) == _TEXT:
                self._text(str(node.value))
            elif int(node.type) == _ELEMENT and self._enter(node):
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(_children(node)))
        self._flush()
        return self.blocks

    def _enter(self, node: Any) -> bool:
        tag, attributes = node.tag, _attributes(node)
        if tag in words("pages", "skipped") or attributes and _hidden(attributes):
            return False
        if tag in words("pages", "blocks"):
            self._flush()
        elif tag == "q":
            self.parts.append("“")
        elif tag in ("td", "th"):
            self.parts.append("\t")
        strict = self._strict(tag, attributes)
        named = not self.named and tag not in _NEVER and _named(node, attributes)
        core = _candidate(tag, attributes)
        self.strict += strict
        self.named += named
        self.within[tag] = self.within.get(tag, 0) + 1
        if core:
            self.count += 1
            self.cores.append(self.count)
        self.open.append((tag, strict, named, core))
        return True

    def _leave(self) -> None:
        tag, strict, named, core = self.open.pop()
        if tag in words("pages", "blocks"):
            self._flush()
        elif tag == "q":
            self.parts.append("”")
        self.strict -= strict
        self.named -= named
        self.within[tag] -= 1
        if core:
            self.cores.pop()

    def _strict(self, tag: str, attributes: dict[str, str]) -> bool:
        if attributes.get("role", "").lower() in words("pages", "roles"):
            return True
        if tag == "footer" and self.within.get("blockquote"):
            return False  # the name under a quotation
        if tag == "header":
            return not (self.within.get("article") or self.within.get("main"))
        return tag in words("pages", "marked")

    def _text(self, value: str) -> None:
        self.parts.append(value)
        letters = sum(c.isalnum() for c in value)
        self.letters += letters
        self.links += letters if self.within.get("a") else 0

    def _flush(self) -> None:
        text = _joined("".join(self.parts))
        if text:
            linked = self.links / self.letters if self.letters else 0.0
            paragraph = bool(self.within.get("p") or self.within.get("blockquote"))
            self.blocks.append(
                Block(text, bool(self.within.get("h1")), frozenset(self.cores), self.strict > 0, self.named > 0, linked, paragraph)
            )  # fmt: skip
        self.parts, self.links, self.letters = [], 0, 0


def _children(node: Any) -> list[Any]:
    """By their links: a number in ``child_nodes`` is counted out anew from the first child each time."""
    found, child = [], node.first_child
    while child is not None:
        found.append(child)
        child = child.next_sibling
    return found


def _joined(raw: str) -> str:
    """White space folded, the cells of a row parted by one tab."""
    cells = [" ".join(cell.split()) for cell in raw.split("\t")] if "\t" in raw.strip() else [raw]
    return "\t".join(filter(None, cells)) if len(cells) > 1 else " ".join(raw.split())


def _attributes(node: Any) -> dict[str, str]:
    """Those that tell something here, by name."""
    return {name: node.getattr(name) or "" for name in node.attrs or () if name in _TELLING}


def _hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    return bool(_HIDDEN.search(attributes.get("style", "")))


def _named(node: Any, attributes: dict[str, str]) -> bool:
    """Whether a word of its class or id says that it stands beside the article."""
    told = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    if not told.strip() or words("pages", "names").isdisjoint(_WORDS.findall(told)):
        return False
    return node.query_selector("article, main, h1") is None


def _candidate(tag: str, attributes: dict[str, str]) -> bool:
    """Whether the element may be the article: told by the page's builder."""
    told = attributes.get("itemprop") == "articleBody" or attributes.get("role") == "main"
    return told or tag in ("article", "main")
