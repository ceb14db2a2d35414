"""The engine speaks of no case: a name of one place or party stands in data alone, in docstrings and in examples of commands."""

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "truceline"
OF_ONE_CASE = re.compile(
    r"\b(the Strip|gaza|hamas|israel\w*|lebanon|lebanese|hezbollah|rafah|litani|palestin\w+|juba|donetsk|luhansk|ukrain\w+|russia\w*)\b",
    re.IGNORECASE,
)
EXAMPLE = re.compile(r"gaza-2025\b")
"""The worked example, which commands name."""


def _docstrings(tree):
    """Every string that stands as a statement of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def _epilogs(tree):
    """Examples of commands, which name the worked example and its actors."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and [getattr(t, "id", "") for t in node.targets] == ["EPILOG"]:
            yield from ast.walk(node.value)
        if isinstance(node, ast.keyword) and node.arg == "epilog":
            yield from ast.walk(node.value)


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_no_wording_of_the_engine_names_a_place_or_party_of_one_case(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    apart = {id(node) for node in (*_docstrings(tree), *_epilogs(tree))}
    said = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart
    ]
    assert [(line, text) for line, text in said if OF_ONE_CASE.search(EXAMPLE.sub("", text))] == []


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.j2")), ids=lambda p: p.name)
def test_no_template_names_a_place_or_party_of_one_case(path):
    assert OF_ONE_CASE.findall(path.read_text(encoding="utf-8")) == []
