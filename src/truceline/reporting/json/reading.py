"""A report read back from its JSON, so that what was signed can be shown again as it was."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from truceline.reporting.model import SCHEMA, Report


def parse(row: Mapping[str, Any]) -> Report:
    """The Report of a JSON object.

    Raises ValueError where the object is of another schema, KeyError or TypeError where a part does not fit.
    """
    if row.get("schema") != SCHEMA:
        raise ValueError(f"expected a report of schema {SCHEMA}, got {row.get('schema')!r}")
    made = _made(Report, row)
    assert isinstance(made, Report)
    return made


def _made(kind: Any, value: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, Union):
        return None if value is None else _made(next(k for k in inner if k is not type(None)), value)
    if origin is tuple:
        each = inner[:1] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_made(k, v) for k, v in zip(each, value, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        return {k: _made(inner[1], v) for k, v in value.items()}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{f.name: _made(hints[f.name], value[f.name]) for f in fields(kind) if f.name in value})  # type: ignore[operator]
    return kind(value) if isinstance(kind, type) and issubclass(kind, StrEnum) else value
