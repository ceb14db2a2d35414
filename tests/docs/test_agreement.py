"""docs/agreement.md tells every key that the loaders know and every code of the lint; its examples load as they stand."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from truceline import agreement
from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement import issues
from truceline.agreement.check import check
from truceline.case import settings

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "truceline"
PAGE = (ROOT / "docs" / "agreement.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
OTHERS = {
    block.split("\n", 1)[0].removeprefix("# "): block for block in BLOCKS if re.match(r"# \w+\.yaml\n", block)
}
AGREEMENT = "".join(block for block in BLOCKS if block not in OTHERS.values())
EXAMPLES = {"agreement.yaml": AGREEMENT, **OTHERS}
LOADERS = {
    "agreement.yaml": [
        *sorted((SOURCE / "agreement" / "loading").glob("*.py")),
        SOURCE / "agreement" / "cues.py",
        SOURCE / "agreement" / "statements.py",
    ],
    "actors.yaml": [SOURCE / "actors" / "loading.py"],
    "issues.yaml": [SOURCE / "agreement" / "issues.py"],
    "case.yaml": [SOURCE / "case" / "settings.py"],
}


def known_keys(path):
    """The keys that a loader lets stand in a mapping: what it gives to each Record."""
    module = path.relative_to(ROOT / "src").with_suffix("")
    module = module.parent if module.name == "__init__" else module
    names = vars(import_module(".".join(module.parts)))
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Record":
            yield from eval(compile(ast.Expression(call.args[2]), path.name, "eval"), names)


def keys_of(file):
    return {key for path in LOADERS[file] for key in known_keys(path)}


@pytest.fixture
def case(tmp_path):
    """The examples of the page as the files of a case."""
    for name, text in EXAMPLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_there_is_an_example_of_each_file():
    assert set(EXAMPLES) == set(LOADERS)


@pytest.mark.parametrize("file", LOADERS)
def test_every_key_that_a_file_may_hold_stands_in_its_example(file):
    assert len(keys_of(file)) > 5
    written = set(re.findall(r"(?:^|[{,])\s*(?:- )?(\w+):(?=\s)", EXAMPLES[file], flags=re.MULTILINE))
    written |= set(re.findall(r"[-{,] \{?(\w+):(?=\s)", EXAMPLES[file]))
    told = set(re.findall(r"`(\w+)[:`]", PAGE))
    assert keys_of(file) - written - told == set()


def test_the_examples_load_and_nothing_in_them_contradicts_itself(case):
    made = agreement.load(case / "agreement.yaml")
    actors = load_actors(case / "actors.yaml")
    found = check(made, Lexicon.builtin().merged(actors))
    assert [str(w) for w in found if w.severity != "note"] == []
    known = issues.load(case / "issues.yaml")
    assert [(i.id, i.scope, i.ceasefire) for i in known.values()] == [
        ("crossings", True, False),
        ("river-2022", False, True),
    ]
    assert settings.load(case / "case.yaml").name == "River truce of 2031"


def test_says_and_quote_make_statements_and_less_makes_none(case):
    made = agreement.load(case / "agreement.yaml")
    assert {claim.mode.value for claim in made.claims} == {"direct", "indirect"}
    assert all(made.cited[claim.id].outlet == "Valley Times" for claim in made.claims)
    (uncited,) = made.gates["g_1_2"].declared
    assert uncited.source.authors_reading


def test_check_runs_over_the_examples(truceline, case):
    (case / "sources").mkdir()
    ended = truceline("check", case)
    assert ended.code == 0, ended.out
    assert "0 errors" in ended.out


def test_the_page_stays_short():
    assert len(PAGE.splitlines()) < 150
