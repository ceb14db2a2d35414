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
    open: list[tuple[Any, bool, bool]] = field(default_factory=list)
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
                stack.extend((child, False) for child in reversed(node.child_nodes))
        self._flush()
        return self.blocks

    def _enter(self, node: Any) -> bool:
        tag = node.tag
        if tag in words("pages", "skipped") or _hidden(node):
            return False
        if tag in words("pages", "blocks"):
            self._flush()
        elif tag == "q":
            self.parts.append("“")
        elif tag in ("td", "th"):
            self.parts.append("\t")
        strict, named = self._strict(node, tag), tag not in _NEVER and _named(node)
        self.strict += strict
        self.named += named
        self.within[tag] = self.within.get(tag, 0) + 1
        if _candidate(node, tag):
            self.count += 1
            self.cores.append(self.count)
        self.open.append((node, strict, named))
        return True

    def _leave(self) -> None:
        node, strict, named = self.open.pop()
        tag = node.tag
        if tag in words("pages", "blocks"):
            self._flush()
        elif tag == "q":
            self.parts.append("”")
        self.strict -= strict
        self.named -= named
        self.within[tag] -= 1
        if _candidate(node, tag):
            self.cores.pop()

    def _strict(self, node: Any, tag: str) -> bool:
        if (node.getattr("role") or "").lower() in words("pages", "roles"):
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


def _joined(raw: str) -> str:
    """White space folded, the cells of a row parted by one tab."""
    cells = [" ".join(cell.split()) for cell in raw.split("\t")] if "\t" in raw.strip() else [raw]
    return "\t".join(filter(None, cells)) if len(cells) > 1 else " ".join(raw.split())


def _hidden(node: Any) -> bool:
    if node.hasattr("hidden") or (node.getattr("aria-hidden") or "").lower() == "true":
        return True
    return bool(_HIDDEN.search(node.getattr("style") or ""))


def _named(node: Any) -> bool:
    """Whether a word of its class or id says that it stands beside the article."""
    told = f"{node.getattr('class') or ''} {node.getattr('id') or ''}".lower()
    if not told.strip() or words("pages", "names").isdisjoint(_WORDS.findall(told)):
        return False
    return not node.query_selector_all("article, main, h1")


def _candidate(node: Any, tag: str) -> bool:
    """Whether the element may be the article: told by the page's builder."""
    body = (node.getattr("itemprop") or "") == "articleBody" or (node.getattr("role") or "") == "main"
    return body or tag in ("article", "main")
