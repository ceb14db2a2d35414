"""A declaration as JSON Schema (draft 2020-12), so that an editor completes keys, shows what they mean and underlines slips.

YAML editors type a bare scalar (2025, yes, 4), the loaders do not: each sort allows the types that its text may turn into.
"""

from __future__ import annotations

import json
from typing import Any

from truceline.agreement.types import types
from truceline.case.forms.loading import load
from truceline.case.forms.model import Field, File, Form

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SUFFIX = ".schema.json"
Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_DAYS = "a day, month, year or interval: 2031-05-04, 2031-05, 2031-05/2031-06"
SORTS: dict[str, Schema] = {
    "text": _TEXT,
    "texts": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "number": {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)?$"}]},
    "flag": {
        "anyOf": [
            {"enum": ["yes", "no", True, False]},
            {"type": "string", "pattern": "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"},
        ]
    },
    "date": {
        "anyOf": [
            {"type": "string", "description": _DAYS},
            {"type": "integer", "description": "a year"},
            {
                "type": "object",
                "properties": {"from": _TEXT, "to": _TEXT, "evidence": _TEXT},
                "additionalProperties": False,
            },
        ]
    },
    "moment": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}[T ].+([+-]\d{2}:?\d{2}|Z)$"},
    "period": {"type": "string", "pattern": r"^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$"},
    "zone": {"type": "string", "pattern": r"^UTC([+-]\d{2}:\d{2})?$"},
    "hour": {"anyOf": [{"type": "string", "pattern": r"^\d{2}(:?\d{2}.*)?$"}, {"type": "integer"}]},
    "anything": {},
}
"""What a value may be, by its sort."""


def schema(name: str) -> Schema:
    """The schema of one sort of file (a word of ``NAMES``)."""
    file = load(name)
    defs = {key: _form(form, file) for key, form in file.forms.items() if _named(key, file)}
    return {
        "$schema": DRAFT,
        "$id": f"urn:truceline:{name}",
        "title": f"{file.file} of a Truceline case",
        "$ref": f"#/$defs/{file.root}",
        "$defs": {**{f"sort_{sort}": shape for sort, shape in SORTS.items()}, **defs},
    }


def dumped(name: str) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def _named(key: str, file: File) -> bool:
    """Whether a form stands anywhere by itself, and not only as keys of others."""
    forms = file.forms.values()
    return key == file.root or any(
        key == form.others or any(key in f.of for f in form.fields.values()) for form in forms
    )


def _form(form: Form, file: File) -> Schema:
    made: Schema = {
        "description": form.told,
        "type": "object",
        "properties": {key: _field(field, file) for key, field in form.fields.items()},
        "additionalProperties": _of(form.others, file) if form.others else False,
    }
    if needed := [key for key, field in form.fields.items() if field.must]:
        made["required"] = needed
    if form.bare:
        return {"description": form.told, "anyOf": [_sort(form.bare), made]}
    return made


def _field(field: Field, file: File) -> Schema:
    return {"description": field.told, **_shape(field, file)}


def _shape(field: Field, file: File) -> Schema:
    first = field.of[0] if field.of else ""
    match field.sort:
        case "choice":
            return {"enum": list(field.of)}
        case "choices":
            return {"type": "object", "additionalProperties": {"enum": list(field.of)}}
        case "type":
            return {"enum": list(types())}
        case "form":
            return _of(first, file)
        case "list":
            # a single entry counts as a list of one
            return {"anyOf": [{"type": "array", "items": _of(first, file)}, _of(first, file)]}
        case "map":
            return {"type": "object", "additionalProperties": _of(first, file)}
        case sort:
            return _sort(sort)


def _of(name: str, file: File) -> Schema:
    return {"$ref": f"#/$defs/{name}"} if name in file.forms else _sort(name)


def _sort(sort: str) -> Schema:
    """Raises KeyError for a sort that is none."""
    assert SORTS[sort] is not None
    return {"$ref": f"#/$defs/sort_{sort}"}
