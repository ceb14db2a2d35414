"""Tables in plain text: rows of cells between bars, double dashes, tabs or wide gaps, and what the head says each column holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_CELLS = re.compile(r" ?\| ?| -- |\t+| {3,}")
_BY_PARTY = re.compile(r"(?:party|parties|sides?|force|forces|by|army|actor|author)\b", re.IGNORECASE)
_ALL = re.compile(r"(?:all|sum|total|together|both)\b", re.IGNORECASE)
_DIGITS = re.compile(
    r"(?:(?:around|about|nearly|almost|over|some|under|up to|more than|fewer than|at least|c\.|~|[<>]) ?)?\d",
    re.IGNORECASE,
)
_MEASURES = frozenset({"figures", "numbers", "totals", "counts", "returns", "statistics", "sums"})
_WORD = re.compile(r"[A-Za-z]{3,}")
_TITLE = 3  # lines before the head among which the title is looked for


@dataclass(frozen=True, slots=True)
class Row:
    """A line with numbers under a head: where its cells start, the head of each, the head of the page's table, and the party that the
    row is about where the first column holds parties.
    """

    start: int
    end: int
    cells: tuple[int, ...]
    heads: tuple[str, ...]
    title: str
    party: str = ""


class Tables:
    """The rows of the tables of a text."""

    def __init__(self, text: str) -> None:
        self.rows = (
            list(_rows(text)) if "|" in text or " -- " in text or "\t" in text or "   " in text else []
        )
        self.starts = [r.start for r in self.rows]

    def row(self, at: int) -> Row | None:
        """The row that character ``at`` stands in."""
        k = bisect_right(self.starts, at) - 1
        return self.rows[k] if k >= 0 and at < self.rows[k].end else None

    def thing(self, at: int) -> str:
        """What the tables above character ``at`` count: their first head in the plural."""
        above = (r for r in self.rows if r.end <= at)
        return next((h for r in above for h in r.heads[1:] if _plural(h)), "")

    def party(self, at: int) -> str:
        """Whose acts the row of character ``at`` counts, "" where its table is not by party."""
        row = self.row(at)
        return row.party if row is not None else ""

    def head(self, at: int) -> str | None:
        """What the column of character ``at`` counts: "" for the first column, whose numbers only name the row; None outside."""
        row = self.row(at)
        if row is None:
            return None
        column = bisect_right(row.cells, at) - 1
        if column <= 0 or column >= len(row.heads):
            return "" if column <= 0 else row.title
        return row.heads[column]


def _rows(text: str) -> list[Row]:
    found: list[Row] = []
    heads: tuple[str, ...] = ()
    lines: list[str] = []
    title, at = "", 0
    for line in text.splitlines(keepends=True):
        cells = _cells(line)
        if len(cells) < 3 and not (heads and len(cells) == len(heads)):
            heads = ()
        elif not any(_DIGITS.match(line[a:b].strip()) for a, b in cells[1:]):
            heads = tuple(line[a:b].strip() for a, b in cells)
            title = _title(lines)
        elif heads and abs(len(cells) - len(heads)) <= 1:
            first = line[slice(*cells[0])].strip()
            named = _all_named(heads, title or _thing(first))
            party = first if _BY_PARTY.match(heads[0]) and not _ALL.match(first) else ""
            found.append(Row(at, at + len(line), tuple(at + a for a, _ in cells), named, title, party))
        lines.append(line)
        at += len(line)
    return found


def _cells(line: str) -> list[tuple[int, int]]:
    body = line.rstrip("\n")
    first = len(body) - len(body.lstrip(" |"))
    edges = [m for m in _CELLS.finditer(body, first) if m.end() < len(body)]
    starts = [first, *(m.end() for m in edges)]
    ends = [*(m.start() for m in edges), len(body)]
    return list(zip(starts, ends, strict=True)) if edges else []


def _title(lines: list[str]) -> str:
    """The first word of the nearest title that names things: "Weapons in breach" -> "weapons"."""
    for line in reversed(lines[-_TITLE:]):
        if line.rstrip().endswith("."):
            continue  # a sentence of the text
        for found in _WORD.finditer(line):
            if _plural(found[0].lower()) and found[0].lower() not in _MEASURES:
                return found[0].lower()
    return ""


def _thing(first: str) -> str:
    """What a row counts by its first cell, where that names things: "Heavy guns handed over", "Force, soldiers"."""
    said = first.lower()
    return said if _plural(said) or said in ("police", "personnel", "staff", "aid", "cattle") else ""


def _all_named(heads: tuple[str, ...], title: str) -> tuple[str, ...]:
    """Each head as what is counted: "lorries", "of which howitzers" -> "howitzers", "of these for the north" -> "lorries for the
    north", "closed" under "Files" -> "files closed".
    """
    made: list[str] = []
    whole = title
    for head in heads:
        words = _OF.sub("", head.lower()).split(",")[0].strip()
        if _plural(words):
            whole = words if head.lower() == words else whole
            made.append(words)
        else:
            made.append(f"{whole} {words}" if whole else words)
    return tuple(made)


_OF = re.compile(r"^(of (which|these|them)|number of|no\. of)\b ?")


def _plural(words: str) -> bool:
    return any(w.endswith("s") and not w.endswith(("ss", "us", "is")) for w in words.split())
