"""One page a code (``agreement/data/codes.yaml``): what it means, why it matters at the table, an example, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path

from truceline.files import yaml
from truceline.files.node import Node

DATA = Path(__file__).parent.parent / "data" / "codes.yaml"


class Severity(StrEnum):
    """error: the file contradicts itself; warning: worth a second look; note: the text itself leaves it open."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Errors first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Page:
    """What a code is told of.

    ``wrong`` is YAML that it is told of, ``expected`` and ``example`` what could stand there instead; both end each message of the lint.
    """

    code: str
    severity: Severity
    title: str
    means: str
    matters: str
    wrong: str
    expected: str
    example: str
    do: str

    def lines(self) -> Iterator[tuple[str, str]]:
        """The page as label and paragraph, in the order in which it is read."""
        yield "", self.means
        yield "At the table", self.matters
        yield "Told of", self.wrong
        yield "Expected", f"{self.expected}, for example {self.example}"
        yield "What to do", self.do

    def plain(self) -> dict[str, str]:
        """The same for JSON."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


@cache
def pages() -> Mapping[str, Page]:
    """Every page by its code: T.. first, then those of files, each in the order of numbers."""
    found = [_page(node) for node in yaml.load(DATA)["codes"].each()]
    return {page.code: page for page in sorted(found, key=lambda p: (p.code[0] != "T", p.code))}


def _page(node: Node) -> Page:
    values = {field.name: node[field.name].text() for field in fields(Page)}
    return Page(**{**values, "severity": Severity(values["severity"])})  # type: ignore[arg-type]
