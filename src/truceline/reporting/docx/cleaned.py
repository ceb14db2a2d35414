"""A report whose every text a Word document can hold, so that no part has to think of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, cast

from truceline.files.xml import clean

T = TypeVar("T")


def cleaned(value: T) -> T:
    """The value with each text in it cleaned, through every record, tuple and mapping."""
    if isinstance(value, str):
        return cast(T, clean(value)) if type(value) is str else value  # a word of an enumeration stays one
    if isinstance(value, tuple):
        return cast(T, tuple(cleaned(v) for v in value))
    if isinstance(value, Mapping):
        return cast(T, {cleaned(k): cleaned(v) for k, v in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        told: dict[str, Any] = {f.name: cleaned(getattr(value, f.name)) for f in fields(value) if f.init}
        return cast(T, type(value)(**told))
    return value
