"""The word lists of the reader, from the YAML files in ``data/``, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from truceline.files import yaml
from truceline.reading import verbs

_DATA = Path(__file__).with_name("data")


@cache
def load(name: str) -> Mapping[str, Any]:
    """The file ``data/<name>.yaml`` as plain values."""
    found: dict[str, Any] = yaml.own(_DATA / f"{name}.yaml")
    return found


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a file as a set of lower-case words; of a mapping, its keys."""
    return frozenset(str(word) for word in load(name)[key])


@cache
def verb_forms(name: str, *keys: str) -> Mapping[str, str]:
    """Form -> base for the verbs of these lists of a file."""
    irregular = load("cues")["irregular"]
    return verbs.table(sorted({str(w) for key in keys for w in load(name)[key]}), irregular)
