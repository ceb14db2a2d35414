"""The exported schemas: what loads validates, what a slip is is underlined, and a real validator agrees where there is one."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from truceline.case import forms
from truceline.files import yaml
from truceline.files.node import Shape

ROOT = Path(__file__).parents[3]
SKELETON = ROOT / "src" / "truceline" / "cli" / "skeleton"
FILES = [
    (name, path)
    for name in forms.NAMES
    for path in (
        *sorted((ROOT / "examples").glob(f"*/{name}.yaml" if name != "scenarios" else "*/scenarios/*.yaml")),
        *SKELETON.glob(f"{name}.yaml"),
    )
]
TYPES = {"string": str, "array": list, "object": dict, "boolean": bool}


def plain(node):
    """What an editor makes of a file: bare scalars typed as YAML 1.2 does."""
    if node.shape is Shape.MAPPING:
        return {key: plain(value) for key, value in node.items()}
    if node.shape is Shape.LIST:
        return [plain(item) for item in node.each()]
    text = node.text()
    if not node.plain:
        return text
    if text in ("", "null", "~"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?\d+\.\d*", text) else text


def is_a(value, kind):
    if kind in ("number", "integer"):
        return isinstance(value, int | float if kind == "number" else int) and not isinstance(value, bool)
    return isinstance(value, TYPES[kind])


def faults(value, shape, whole, path=""):
    """A hand-written reading of the keywords that the schemas use."""
    used = {"$ref", "type", "enum", "pattern", "properties", "required", "additionalProperties", "items", "anyOf", "description"}  # fmt: skip
    assert set(shape) <= used | {"$schema", "$id", "title", "$defs"}, shape
    if "$ref" in shape:
        yield from faults(value, whole["$defs"][shape["$ref"].removeprefix("#/$defs/")], whole, path)
    kinds = shape.get("type", [])
    if kinds and not any(is_a(value, k) for k in ([kinds] if isinstance(kinds, str) else kinds)):
        yield f"{path} is no {kinds}"
        return
    if "enum" in shape and value not in shape["enum"]:
        yield f"{path}: {value!r} is none of {shape['enum']}"
    if "pattern" in shape and not re.search(shape["pattern"], value):
        yield f"{path}: {value!r} does not match"
    yield from inside(value, shape, whole, path)
    if "anyOf" in shape:
        tries = [list(faults(value, option, whole, path)) for option in shape["anyOf"]]
        if all(tries):
            yield from max(tries, key=lambda t: max(len(f) for f in t))


def inside(value, shape, whole, path):
    """The faults of what a mapping or list holds."""
    if isinstance(value, dict):
        yield from (f"{path}/{key} is missing" for key in shape.get("required", ()) if key not in value)
        for key, inner in value.items():
            if key in shape.get("properties", {}):
                yield from faults(inner, shape["properties"][key], whole, f"{path}/{key}")
            elif shape.get("additionalProperties") is False:
                yield f"{path}/{key} is not known"
            elif "additionalProperties" in shape:
                yield from faults(inner, shape["additionalProperties"], whole, f"{path}/{key}")
    if isinstance(value, list) and "items" in shape:
        for number, item in enumerate(value):
            yield from faults(item, shape["items"], whole, f"{path}/{number}")


def told(name, text):
    schema = forms.schema(name)
    return list(faults(plain(yaml.parse(text, "x.yaml")), schema, schema))


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda x: x if isinstance(x, str) else x.parent.name)
def test_every_file_of_the_examples_validates(name, path):
    assert told(name, path.read_text(encoding="utf-8")) == []


def test_the_examples_of_the_page_validate():
    page = (ROOT / "docs" / "agreement.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    texts = {
        name: "".join(b for b in blocks if b.startswith(f"# {name}.yaml\n")) for name in forms.NAMES[1:4]
    }
    texts["agreement"] = "".join(b for b in blocks if not re.match(r"# \w+\.yaml\n", b))
    (texts["scenarios"],) = re.findall(
        r"^```yaml\n(.*?)^```$",
        (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE | re.DOTALL,
    )
    assert {name: told(name, text) for name, text in texts.items()} == {key: [] for key in texts}


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("agreement", "{schema: agreement/0.1, id: x, partys: [a]}", "partys is not known"),
        ("agreement", "{schema: agreement/0.1, id: x, provisions: [{id: p01}]}", "name is missing"),
        ("agreement", "{schema: agreement/0.1, id: x, provisions: [{id: a, name: b, deed: duty}]}", "'duty'"),
        ("agreement", "{schema: agreement/0.1, id: x, provisions: [{id: a, name: b, type: peace}]}", "'peace'"),
        ("agreement", "{schema: agreement/0.1, id: x, provisions: [{id: a, name: b, clocks: [{offset: 6M}]}]}", "6M"),
        ("agreement", "{schema: agreement/0.2, id: x}", "agreement/0.2"),
        ("agreement", "{schema: agreement/0.1, id: x, gates: [{id: g, name: g, asserted: [{by: a, formula: p}]}]}", "at is missing"),
        ("case", '{id: x, time_zone: "Cairo"}', "Cairo"),
        ("issues", "{schema: issues/0.1, issues: [{id: a, name: b, scope: inside}]}", "inside"),
        ("scenarios", "{schema: scenarios/0.1, scenarios: [{name: x, on: 2031-05-04, says: [{stance: maybe}]}]}", "maybe"),
        ("actors", "{schema: actors/0.1, actors: [{id: a, name: b, person: perhaps}]}", "perhaps"),
    ],
)  # fmt: skip
def test_a_slip_is_underlined(name, text, fault):
    assert any(fault in one for one in told(name, text)), told(name, text)


def test_every_key_tells_what_it_means():
    for name in forms.NAMES:
        for form in forms.load(name).forms.values():
            assert form.told
            assert all(field.told for field in form.fields.values())


@pytest.mark.parametrize("name", forms.NAMES)
def test_a_schema_is_json_of_the_draft_and_names_no_address_to_fetch(name):
    schema = json.loads(forms.dumped(name))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:truceline:{name}"
    refs = set(re.findall(r'"\$ref": "([^"]+)"', forms.dumped(name)))
    assert {r.removeprefix("#/$defs/") for r in refs} <= set(schema["$defs"])


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda x: x if isinstance(x, str) else x.parent.name)
def test_a_real_validator_agrees(name, path):
    schema = forms.schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    value = plain(yaml.parse(path.read_text(encoding="utf-8"), path.name))
    assert [e.message for e in jsonschema.Draft202012Validator(schema).iter_errors(value)] == []
