"""docs/difficulties.md: eighteen difficulties, each with its place in the schema and scenarios that exist and hold."""

import re
import shutil
from pathlib import Path

import pytest

from truceline.case import forms, open_case
from truceline.case.scenario import load, run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "difficulties.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "examples"
SECTIONS = re.findall(r"^\*\*(\d+)\. (.+?)(?=^\*\*\d|^## )", PAGE, flags=re.MULTILINE | re.DOTALL)
NAMED = [
    (number, *row)
    for number, section in SECTIONS
    for row in re.findall(r"^- ([\w-]+)/([\w-]+\.yaml): (.+)$", section, flags=re.MULTILINE)
]


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """Copies of the worked cases: opening one may leave files beside it."""
    folder = tmp_path_factory.mktemp("cases")
    opened = {}
    for name in sorted({case for _, case, _, _ in NAMED}):
        opened[name] = open_case(shutil.copytree(EXAMPLES / name, folder / name))
    return opened


def test_all_eighteen_stand_there_in_order():
    assert [int(number) for number, _ in SECTIONS] == list(range(1, 19))


@pytest.mark.parametrize(("number", "section"), SECTIONS, ids=[n for n, _ in SECTIONS])
def test_each_has_a_place_in_the_schema_and_a_scenario(number, section):
    (place,) = re.findall(r"^- Place: (.+)$", section, flags=re.MULTILINE)
    keys = re.findall(r"`(\w+)`", place)
    known = {key for form in forms.load("agreement").forms.values() for key in form.fields}
    assert keys
    assert set(keys) - known == set()
    assert [row for row in NAMED if row[0] == number]


@pytest.mark.parametrize(("number", "case", "file", "name"), NAMED, ids=[f"{n}-{f}" for n, _, f, _ in NAMED])
def test_the_named_scenario_exists_and_holds(cases, number, case, file, name):
    made = cases[case]
    found = [s for s in load(made.path / "scenarios" / file, made.agreement) if s.name == name]
    assert len(found) == 1
    assert [str(difference) for difference in run(made, found[0])] == []
    assert found[0].expect or found[0].dates


def test_the_keys_that_a_scenario_shows_stand_in_its_case():
    """What was made sayable last is said in a worked case, and not on this page alone."""
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/agreement.yaml")))
    for key in ("bound_via", "also_in", "amendments", "direction"):
        assert re.search(rf"\b{key}:", written), key
    assert re.search(r"offset: P\d+M", written)
