"""A dispatch of the corpus: its head, its text without marks, and what its annotator marked (corpus/GUIDELINES.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from truceline.evidence import dates

HERE = Path(__file__).resolve().parent
OPEN = ("corpus", "fourth", "fifth", "sixth")
"""The folders whose dispatches may be looked at and learned from; what is sealed is in archives."""
_OPEN = re.compile(r"\[([scrt])(\d+) ")
_ITEM = re.compile(r'(?P<kind>[a-z]+)(?: (?P<sub>[a-z]+))? "(?P<quote>[^"]+)"\s*(?P<keys>.*)$')
KINDS = {
    "figure": {
        "counts",
        "lo",
        "hi",
        "approx",
        "unit",
        "basis",
        "per",
        "base",
        "asof",
        "counter",
        "side",
        "of",
        "parts",
        "owed",
    },
    "position": {"holder", "issue", "stance", "if"},
    "condition": {"what", "awaits"},
    "state": {"thing", "value", "by"},
    "compliance": {"actor", "duty", "value", "general"},
    "incident": {"type", "place", "time", "author", "harm"},
    "step": {"act", "by", "what"},
    "term": {"instrument", "term", "bearer"},
    "statement": set(),
}
ANY = {"denied", "hedge", "about", "other", "scope", "actor", "note"}
SAID = {"speaker", "class", "relay", "original", "for", "mode", "other", "note"}
CLOSED = {
    "stance": {"accept", "reject", "conditional", "demand", "offer", "silent"},
    "basis": {"total", "rate", "new"},
    "class": {"explicit", "anonymous", "implicit"},
    "mode": {"direct", "mixed", "indirect"},
    "hedge": {"appears", "possible", "conditional", "future"},
}


class DispatchError(ValueError):
    """A dispatch that is not written as corpus/GUIDELINES.md says; the message names the line."""


@dataclass(frozen=True, slots=True)
class Item:
    """One assertion: its kind, its characters, its keys. Kind ``narrator`` has no attribution around it."""

    kind: str
    start: int
    end: int
    keys: dict[str, str]


@dataclass(slots=True)
class Said:
    """One attribution: spans of source, cue, carriers and what is told, the keys of its line, its items."""

    number: int
    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    carrier: list[tuple[int, int]] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)

    @property
    def relay(self) -> list[str]:
        return [r.strip() for r in self.keys.get("relay", "").split("|") if r.strip()]

    @property
    def kind(self) -> str:
        return self.keys.get("class", "explicit")


@dataclass(slots=True)
class Dispatch:
    """A text of the corpus with its gold."""

    path: Path
    head: dict[str, str]
    text: str
    said: list[Said]
    narrator: list[Item]
    dates: list[tuple[int, int, str]]


def opened() -> list[Path]:
    """The files of all dispatches to learn from, in order."""
    return [p for folder in OPEN for p in sorted((HERE / folder).glob("*/*.disp"))]


def load(path: Path) -> Dispatch:
    """Read one file; raises DispatchError with file and line."""
    return parse(path.read_text(encoding="utf-8"), path)


def parse(source: str, path: Path) -> Dispatch:
    """Read the three parts of a dispatch."""
    parts = re.split(r"^===\n", source, flags=re.MULTILINE)
    if len(parts) != 3:
        raise DispatchError(f"{path}: expected three parts divided by lines '===', got {len(parts)}")
    head = dict(_heads(parts[0], path))
    text, said = _marks(parts[1].strip("\n") + "\n", path)
    made = Dispatch(path, head, text, [said[n] for n in sorted(said)], [], [])
    _annotation(made, parts[2], path, source.count("\n", 0, len(source) - len(parts[2])) + 1)
    return made


def _heads(part: str, path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(part.splitlines(), 1):
        key, mark, value = line.partition(":")
        if line.strip() and not mark:
            raise DispatchError(f"{path}:{number}: expected 'key: value', got {line!r}")
        if line.strip():
            yield key.strip(), value.strip()


def _marks(marked: str, path: Path) -> tuple[str, dict[int, Said]]:
    """The text without marks, and the spans of each number."""
    out: list[str] = []
    said: dict[int, Said] = {}
    stack: list[tuple[str, int, int]] = []
    at = length = 0
    while at < len(marked):
        if match := _OPEN.match(marked, at):
            stack.append((match[1], int(match[2]), length))
            at = match.end()
            continue
        char = marked[at]
        at += 1
        if char == "[":
            raise DispatchError(f"{path}: a '[' that opens no mark: {marked[at - 1 : at + 30]!r}")
        if char != "]":
            out.append(char)
            length += 1
            continue
        if not stack:
            raise DispatchError(f"{path}: a ']' that closes nothing, after {''.join(out)[-30:]!r}")
        sort, number, start = stack.pop()
        if start == length:
            raise DispatchError(f"{path}: mark {sort}{number} is empty")
        one = said.setdefault(number, Said(number))
        {"s": one.source, "c": one.cue, "r": one.carrier, "t": one.told}[sort].append((start, length))
    if stack:
        raise DispatchError(f"{path}: mark {stack[-1][0]}{stack[-1][1]} is not closed")
    return "".join(out), said


def _keys(text: str, allowed: set[str], where: str) -> dict[str, str]:
    found = {}
    for piece in filter(None, (p.strip() for p in text.split(";"))):
        key, mark, value = piece.partition("=")
        key = key.strip()
        if not mark or key not in allowed:
            raise DispatchError(
                f"{where}: expected one of {', '.join(sorted(allowed))} as key=value, got {piece!r}"
            )
        if key in CLOSED and value.strip() not in CLOSED[key]:
            raise DispatchError(
                f"{where}: {key} is one of {', '.join(sorted(CLOSED[key]))}, got {value.strip()!r}"
            )
        found[key] = value.strip()
    return found


def _annotation(made: Dispatch, part: str, path: Path, first: int) -> None:
    taken = _Annotation(made, path)
    for offset, raw in enumerate(part.splitlines()):
        if raw.strip():
            taken.line(raw.strip(), f"{path}:{first + offset}")
    missing = sorted(set(taken.numbered) - taken.listed)
    if missing:
        raise DispatchError(f"{path}: marked in the text, but without a line: {missing}")


class _Annotation:
    """The lines of the third part, taken one after the other."""

    def __init__(self, made: Dispatch, path: Path) -> None:
        self.made, self.path = made, path
        self.numbered = {s.number: s for s in made.said}
        self.listed: set[int] = set()
        self.current: Said | None = None
        self.last_date = 0

    def line(self, line: str, where: str) -> None:
        if match := re.match(r"(\d+) (.*)$", line):
            self._said(int(match[1]), match[2], where)
        elif line.startswith("- "):
            if self.current is None:
                raise DispatchError(f"{where}: an assertion before any attribution line")
            self.current.items.append(_item(self.made.text, line[2:], where, self.current.told))
        elif match := re.match(r'n (?:(?P<kind>[a-z]+) )?"', line):
            rest = line[2:] if match["kind"] else "statement " + line[2:]
            self.made.narrator.append(_item(self.made.text, rest, where, [(0, len(self.made.text))]))
        elif match := re.match(r'@ "([^"]+)" (\S+)$', line):
            self._date(match[1], match[2], where)
        else:
            raise DispatchError(f"{where}: not a line of the annotation: {line[:60]!r}")

    def _said(self, number: int, keys: str, where: str) -> None:
        self.current = self.numbered.get(number)
        if self.current is None or not self.current.told:
            raise DispatchError(f"{where}: attribution {number} has no [t{number} ...] in the text")
        self.current.keys = _keys(keys, SAID, where)
        if "speaker" not in self.current.keys:
            raise DispatchError(f"{where}: attribution {number} names no speaker= (or speaker=?)")
        self.listed.add(number)

    def _date(self, words: str, edtf: str, where: str) -> None:
        start = self.made.text.find(words, self.last_date)
        if start < 0:
            raise DispatchError(f"{where}: {words!r} is not in the text after the date before it")
        try:
            dates.parse(edtf)
        except dates.DateError as error:
            raise DispatchError(f"{where}: {error}") from error
        self.last_date = start + len(words)
        self.made.dates.append((start, self.last_date, edtf))


def _item(text: str, line: str, where: str, told: list[tuple[int, int]]) -> Item:
    match = re.match(r'(?P<kind>[a-z]+) "(?P<quote>[^"]+)"\s*(?P<keys>.*)$', line)
    if match is None or match["kind"] not in KINDS:
        raise DispatchError(f'{where}: expected a kind ({", ".join(KINDS)}) and a "quote", got {line[:60]!r}')
    keys = _keys(match["keys"], KINDS[match["kind"]] | ANY, where)
    if match["kind"] == "position" and "stance" not in keys:
        raise DispatchError(f"{where}: a position has a stance=")
    if match["kind"] == "figure":
        if not {"lo", "hi"} & keys.keys() or "counts" not in keys:
            raise DispatchError(f"{where}: a figure has counts= and lo= or hi=")
        for bound in {"lo", "hi"} & keys.keys():
            try:
                float(keys[bound])
            except ValueError as error:
                raise DispatchError(f"{where}: {bound}= is a plain number, got {keys[bound]!r}") from error
    span = _find(text, match["quote"], told)
    if span is None:
        raise DispatchError(f"{where}: {match['quote']!r} is not inside what this attribution tells")
    return Item(match["kind"], *span, keys)


def _find(text: str, quote: str, told: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The first place of a quote that lies inside the told pieces (from the first to the last of them)."""
    low, high = min(a for a, _ in told), max(b for _, b in told)
    head, dots, tail = quote.partition("...")
    head, tail = head.strip(), tail.strip()
    start = text.find(head, low)
    while start >= 0:
        end = start + len(head)
        if dots and tail:
            at = text.find(tail, end)
            end = at + len(tail) if at >= 0 else -1
        if start < high and 0 < end <= high:
            return start, end
        start = text.find(head, start + 1)
    return None
