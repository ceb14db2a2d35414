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
    """``pax`` and ``pam`` name the category of PA-X and the provision of the Peace Accords Matrix, ``pax_code`` the variable of PA-X.

    "" where there is no single one, or none whose name is certain.
    """

    id: str
    names: Mapping[str, str]
    pax: str
    pam: str
    pax_code: str = ""


@cache
def types() -> Mapping[str, ProvisionType]:
    """All types by id."""
    found = {}
    for node in yaml.load(DATA)["types"].each():
        names = {language: name.text() for language, name in node["name"].items()}
        made = ProvisionType(
            node["id"].text(),
            names,
            _text(node.get("pax")),
            _text(node.get("pam")),
            _text(node.get("pax_code")),
        )
        found[made.id] = made
    return found


def _text(node: Node | None) -> str:
    return "" if node is None else node.text()
