"""What a file may hold: forms with their keys. It describes; the loaders read, and a test holds both equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """One key: ``sort`` is a word of ``schema.SORTS`` or form, list, map, choice, choices; ``of`` the form or the words it may hold."""

    key: str
    sort: str
    told: str
    of: tuple[str, ...] = ()
    must: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One mapping of a file. ``read_by`` names the loaders that read it, ``bare`` the sort that may stand in place of the mapping.

    ``others`` is the sort of the values of keys that are not listed, "" where there must be none.
    """

    name: str
    told: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    read_by: tuple[str, ...] = ()
    bare: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """One sort of file: ``root`` names the form of the whole."""

    name: str
    file: str
    root: str
    forms: Mapping[str, Form]
