"""What is known about a document beside its words: ``NN.yaml`` beside ``NN.txt``, written by ``truceline add``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from truceline.evidence import Interval
from truceline.evidence.dates import UNKNOWN
from truceline.files import yaml
from truceline.files.node import Node
from truceline.files.problem import FileProblem, Problem, Problems, Where
from truceline.files.record import Record

KEYS = (
    "outlet",
    "address",
    "title",
    "published",
    "retrieved",
    "language",
    "ceasefire",
    "relay",
    "facts",
    "written_for",
)
_NOT_KNOWN = frozenset({"unknown", "not known"})


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All a sidecar may hold; ``facts`` and ``written_for`` are of the project's own examples and reach no Document."""

    outlet: str = ""
    address: str = ""
    title: str = ""
    published: Interval = UNKNOWN
    retrieved: date | None = None
    language: str = "en"
    ceasefire: str = ""
    relay: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    written_for: str = ""

    @property
    def fields(self) -> dict[str, Any]:
        """What a Document takes from it, by the names of its fields."""
        names = ("outlet", "address", "published", "retrieved", "language", "ceasefire", "relay")
        return {name: getattr(self, name) for name in names}


def beside(document: Path | str) -> Path:
    """The path of the sidecar that belongs to a document."""
    return Path(document).with_suffix(".yaml")


def read(path: Path | str) -> dict[str, Any]:
    """The Document fields held by a sidecar, or by the one beside a document; none where there is none.

    Raises FileProblem with everything that is wrong in it.
    """
    found = Path(path)
    if found.suffix not in (".yaml", ".yml"):
        found = beside(found)
        if not found.is_file():
            return {}
    return load(found).fields


def load(path: Path | str, root: Path | str | None = None) -> Sidecar:
    """The whole sidecar; raises FileProblem with everything that is wrong in it."""
    problems = Problems()
    record = Record(yaml.load(path, root), problems, KEYS)
    made = Sidecar(
        outlet=_known(record.text("outlet")),
        address=_known(record.text("address")),
        title=record.text("title"),
        published=record.interval("published"),
        retrieved=record.read("retrieved", _day, None),
        language=record.text("language", "en"),
        ceasefire=_known(record.text("ceasefire")),
        relay=record.texts("relay"),
        facts=record.texts("facts"),
        written_for=record.text("written_for"),
    )
    problems.finish()
    return made


def write(path: Path | str, sidecar: Sidecar, *, replace: bool = False) -> Path:
    """Write a sidecar in the order of its keys, unknown ones said to be so; raises FileProblem (F014) where one stands there."""
    found = Path(path)
    if found.exists() and not replace:
        raise FileProblem(
            Problem(
                Where(found.name),
                "F014",
                "a sidecar stands there already",
                "another name, or an edit of that file",
            )
        )
    found.write_text(
        "".join(f"{key}: {value}\n" for key, value in _lines(sidecar)), encoding="utf-8", newline="\n"
    )
    return found


def _lines(sidecar: Sidecar) -> list[tuple[str, str]]:
    rows = [
        ("outlet", _quoted(sidecar.outlet or "unknown")),
        ("address", _quoted(sidecar.address or "unknown")),
        ("title", _quoted(sidecar.title)),
        ("published", _dates(sidecar.published)),
        ("retrieved", sidecar.retrieved.isoformat() if sidecar.retrieved else ""),
        ("language", _quoted(sidecar.language)),
        ("ceasefire", _quoted(sidecar.ceasefire or "unknown")),
        ("relay", _list(sidecar.relay)),
        ("facts", _list(sidecar.facts)),
        ("written_for", _quoted(sidecar.written_for)),
    ]
    optional = {
        "title": sidecar.title,
        "facts": sidecar.facts,
        "written_for": sidecar.written_for,
        "retrieved": sidecar.retrieved,
    }
    return [(key, value) for key, value in rows if optional.get(key, True)]


def _dates(interval: Interval) -> str:
    if not interval.evidence:
        return str(interval)
    start = interval.earliest.isoformat() if interval.earliest else "unknown"
    end = interval.latest.isoformat() if interval.latest else "unknown"
    return f"{{from: {start}, to: {end}, evidence: {_quoted(interval.evidence)}}}"


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(_quoted(v) for v in values)}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _known(text: str) -> str:
    return "" if text.strip().lower() in _NOT_KNOWN else text


def _day(node: Node) -> date:
    found = node.interval()
    if found.earliest is None or not found.is_day:
        raise node.problem(
            "F010", "this is no day", "one day of the calendar", "2026-03-01", f"'{node.text()}'"
        )
    return found.earliest
