"""The vocabulary of provision types (``data/types.yaml``) and their counterparts in two research databases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from truceline.files import yaml
from truceline.files.node import Node

DATA = Path(__file__).parent / "data" / "types.yaml"


@dataclass(frozen=True, slots=True)
class ProvisionType:
    """``pax`` and ``pam`` name the topic in PA-X and in the Peace Accords Matrix, "" where there is no single one."""

    id: str
    names: Mapping[str, str]
    pax: str
    pam: str


@cache
def types() -> Mapping[str, ProvisionType]:
    """All types by id."""
    found = {}
    for node in yaml.load(DATA)["types"].each():
        names = {language: name.text() for language, name in node["name"].items()}
        made = ProvisionType(node["id"].text(), names, _text(node.get("pax")), _text(node.get("pam")))
        found[made.id] = made
    return found


def _text(node: Node | None) -> str:
    return "" if node is None else node.text()
