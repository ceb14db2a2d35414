"""The declaration is what the loaders read: the same keys, the same sorts, the same choices, the same keys that must stand."""

import ast
import inspect
from importlib import import_module

import pytest

from truceline.case import forms

GETTERS = {
    "required": "text", "text": "text", "texts": "texts", "number": "number", "flag": "flag", "interval": "date",
    "choice": "choice", "nodes": "list", "pairs": "map",
}  # fmt: skip
READ = {
    "moment": "moment",
    "period": "period",
    "_offset": "zone",
    "_hour": "hour",
    "_title": "map",
    "read": "form",
}
"""The sort behind ``record.read(key, getter)``, by the name that its getter calls."""
BY_HAND = {
    ("amendment", "does"),
    ("bond", "through"),
    ("gate_formula", "at"),
    ("scenario", "on"),
    ("finding", "at"),
}
"""Keys that must stand, where a loader says so in words of its own."""
LOADED = [(name, form) for name in forms.NAMES for form in forms.load(name).forms.values() if form.read_by]


def loader(path):
    """The syntax of a loader and the names of its module; ``/2`` is the second record that it reads."""
    path, _, number = path.partition("/")
    parts = path.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            module = import_module("truceline." + ".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        found = module
        for part in parts[cut:]:
            found = getattr(found, part)
        (tree,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(found))).body
        return tree, vars(module), int(number or 1)
    raise AssertionError(path)


def calls(tree):
    return [n for n in ast.walk(tree) if isinstance(n, ast.Call)]


def known_keys(path):
    """The keys that a loader lets stand; none where it is handed a record that another made."""
    tree, names, number = loader(path)
    records = [c for c in calls(tree) if isinstance(c.func, ast.Name) and c.func.id == "Record"]
    if not records:
        return None
    return set(eval(compile(ast.Expression(records[number - 1].args[2]), path, "eval"), names))


def gets(path):
    """Each key that a loader asks its record for: the getter's name, and the node of the call."""
    tree, _, number = loader(path)
    for call in calls(tree):
        if not (isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.args):
            continue
        if call.func.value.id not in (("record", "top") if number == 1 else ("r",)):
            continue
        if isinstance(call.args[0], ast.Constant) and call.func.attr in (*GETTERS, "read"):
            yield call.args[0].value, call.func.attr, call


def called(node):
    """The name that a getter calls: ``lambda n: n.moment()`` is moment."""
    if isinstance(node, ast.Name):
        return node.id
    funcs = [c.func for c in calls(node.body)]
    return next(f.attr for f in funcs if isinstance(f, ast.Attribute))


@pytest.mark.parametrize(("name", "form"), LOADED, ids=lambda x: x if isinstance(x, str) else x.name)
def test_a_form_has_the_keys_of_its_loaders(name, form):
    found = [keys for path in form.read_by if (keys := known_keys(path)) is not None]
    if form.name == "bounds":
        found = [{key for key, _, _ in gets(form.read_by[0])}]
    assert found
    assert [sorted(keys ^ set(form.fields)) for keys in found] == [[]] * len(found)


@pytest.mark.parametrize(("name", "form"), LOADED, ids=lambda x: x if isinstance(x, str) else x.name)
def test_a_key_is_of_the_sort_that_its_loader_reads(name, form):
    read = {}
    for path in form.read_by:
        for key, getter, call in gets(path):
            sort = READ[called(call.args[1])] if getter == "read" else GETTERS[getter]
            read.setdefault(key, set()).add(sort)
    for key, sorts in read.items():
        declared = form.fields[key].sort
        told = {"choices": "map", "type": "text"}.get(declared, declared)
        if declared == "choice" and sorts == {"text"}:
            continue  # the version of a file: read as text, then compared
        # a key that is read in two ways must be of the narrower sort
        wider = {"text", "texts"} if told == "text" else {"text", "moment"}
        assert told in sorts, (key, sorts)
        assert sorts - {told} <= wider, (key, sorts)


@pytest.mark.parametrize(("name", "form"), LOADED, ids=lambda x: x if isinstance(x, str) else x.name)
def test_a_choice_offers_the_words_that_its_loader_knows(name, form):
    told = 0
    for path in form.read_by:
        _, names, _ = loader(path)
        for key, getter, call in gets(path):
            if getter == "choice":
                known = eval(compile(ast.Expression(call.args[1]), path, "eval"), names)
                assert list(form.fields[key].of) == [str(word) for word in known], (path, key)
                told += 1
    choices = [f.key for f in form.fields.values() if f.sort == "choice" and f.key != "schema"]
    assert told == len(choices), choices


def test_the_words_of_a_mapping_are_those_of_its_loader():
    from truceline.agreement.loading import force

    declared = forms.load("agreement").forms
    assert declared["mandate_text"].fields["functions"].of == force.IN_TEXT
    assert declared["wish"].fields["stances"].of == tuple(force.STANCES)


@pytest.mark.parametrize(("name", "form"), LOADED, ids=lambda x: x if isinstance(x, str) else x.name)
def test_a_key_must_stand_where_its_loader_requires_it(name, form):
    required = [{key for key, getter, _ in gets(path) if getter == "required"} for path in form.read_by]
    by_hand = {key for where, key in BY_HAND if where == form.name}
    # agreement: two functions read one record; an assertion: two sorts of it share a form
    shared = set.union(*required) if form.name in ("agreement", "said") else set.intersection(*required)
    assert {f.key for f in form.fields.values() if f.must} == shared | by_hand


def test_the_versions_are_those_of_the_loaders():
    from truceline.agreement import loading
    from truceline.case.scenario import loading as scenarios

    assert forms.load("agreement").forms["agreement"].fields["schema"].of == (loading.SCHEMA,)
    assert forms.load("scenarios").forms["scenarios"].fields["schema"].of == (scenarios.SCHEMA,)


def test_every_record_of_the_loaders_has_its_form():
    """A loader that is added must be declared."""
    import re
    from pathlib import Path

    source = Path(import_module("truceline").__file__).parent
    places = [
        *(source / "agreement" / "loading").glob("*.py"),
        *(source / "agreement" / f for f in ("cues.py", "statements.py", "issues.py")),
        *(
            source / f
            for f in (
                "actors/loading.py",
                "case/settings.py",
                "case/scenario/loading.py",
                "case/scenario/given.py",
            )
        ),
    ]
    count = sum(len(re.findall(r"\bRecord\(", path.read_text(encoding="utf-8"))) for path in places)
    named = {path for _, form in LOADED for path in form.read_by if known_keys(path) is not None}
    assert count == len(named)
