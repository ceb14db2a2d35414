"""The declarations in ``data/``, a file for each sort of file that a case holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from truceline.case.forms.model import Field, File, Form
from truceline.files import Problems, yaml
from truceline.files.node import Node
from truceline.files.record import Record

DATA = Path(__file__).parent / "data"
NAMES = ("agreement", "actors", "issues", "case", "scenarios")
"""The sorts of file, in the order in which a case is written."""


@cache
def load(name: str) -> File:
    """The declaration of one sort of file. Raises FileProblem with every slip in it."""
    problems = Problems()
    top = Record(yaml.load(DATA / f"{name}.yaml"), problems, ("schema", "file", "root", "forms"))
    bare = {key: _form(key, node, problems) for key, node in top.pairs("forms")}
    also = {key: node["also"].texts() for key, node in top.pairs("forms") if "also" in node}
    forms = {key: _with(form, also.get(key, ()), bare) for key, form in bare.items()}
    made = File(name, top.required("file"), top.required("root"), forms)
    problems.finish()
    return made


def _with(form: Form, also: tuple[str, ...], forms: Mapping[str, Form]) -> Form:
    """The form with the keys of others; its own word on a key goes before theirs."""
    taken = {key: field for other in also for key, field in forms[other].fields.items()}
    fields = {**form.fields, **{key: field for key, field in taken.items() if key not in form.fields}}
    return Form(form.name, form.told, fields, form.read_by, form.bare, form.others)


def _form(name: str, node: Node, problems: Problems) -> Form:
    record = Record(node, problems, ("told", "read_by", "also", "bare", "others", "keys"))
    fields = {key: _field(key, value, problems) for key, value in record.pairs("keys")}
    return Form(
        name,
        record.required("told"),
        fields,
        record.texts("read_by"),
        record.text("bare"),
        record.text("others"),
    )


def _field(key: str, node: Node, problems: Problems) -> Field:
    record = Record(node, problems, ("is", "of", "must", "told"))
    return Field(key, record.required("is"), record.required("told"), record.texts("of"), record.flag("must"))
