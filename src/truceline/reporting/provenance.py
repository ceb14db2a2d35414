"""Reads a rendered page back and finds what stands on nothing: a digit or status word without an element that names its origin.

An element answers for the text inside it with ``data-claims`` (ids of statements on this page), ``data-computed`` (a named rule, with
the statements that went in) or ``data-fact`` (a date, a setting of the case, the agreement's own words, a scale).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

STATUS = re.compile(
    r"\b(?:met|not met|contested|no statement|position only|not yet due|not comparable|none made|cannot be assessed)\b"
)
_DIGIT = re.compile(r"\d")
_ID = re.compile(r"^[0-9a-f]{16}$")
ORIGINS = ("data-claims", "data-computed", "data-fact")
VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
SILENT = frozenset({"style", "script", "title", "head"})


@dataclass(frozen=True, slots=True)
class Loose:
    """A text on the page that names no origin, or names one that is not there; ``inside`` is the way down to it."""

    text: str
    inside: str
    why: str


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    origin: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.path: list[_Open] = []
        self.ids: set[str] = set()
        self.claims: list[tuple[str, str]] = []
        self.loose: list[Loose] = []
        self.unbalanced: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if found := given.get("id"):
            self.ids.add(found)
        for name in ("data-claims", "data-computed"):
            if name in given:
                self.claims += [
                    (word, self._way()) for word in given[name].replace(",", " ").split() if _ID.match(word)
                ]
        if "data-claims" in given and not given["data-claims"].strip():
            self.loose.append(Loose("", self._way(), f"<{tag}> has an empty data-claims"))
        if tag not in VOID:
            self.path.append(_Open(tag, next((given[o] for o in ORIGINS if given.get(o, "").strip()), "")))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.path or self.path[-1].tag != tag:
            self.unbalanced.append(f"</{tag}> closes {self._way()}")
            while self.path and self.path[-1].tag != tag:
                self.path.pop()
        if self.path:
            self.path.pop()

    def handle_data(self, data: str) -> None:
        if any(o.tag in SILENT for o in self.path) or any(o.origin for o in self.path):
            return
        text = data.strip()
        if _DIGIT.search(text) or STATUS.search(text):
            self.loose.append(Loose(text, self._way(), "no origin named"))

    def _way(self) -> str:
        return " > ".join(o.tag for o in self.path[-5:])


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def loose(page: str) -> tuple[Loose, ...]:
    """Every digit and status word that no element answers for, and every statement named that the page does not open."""
    reader = _read(page)
    missing = (
        Loose(c, way, "no such statement on the page")
        for c, way in reader.claims
        if f"s-{c}" not in reader.ids
    )
    return (*reader.loose, *missing)


def unbalanced(page: str) -> tuple[str, ...]:
    """End tags that close something else than what is open, and what stays open at the end."""
    reader = _read(page)
    return (*reader.unbalanced, *(f"<{o.tag}> is never closed" for o in reader.path))


def numbers(text: str) -> Iterator[str]:
    """The numbers in a text, without their thousands marks."""
    for match in re.finditer(r"\d+(?:,\d{3})*(?:\.\d+)?", text):
        yield match.group().replace(",", "")
