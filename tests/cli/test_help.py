"""Help, headings and how verbs end."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from truceline.cli.main import VERBS

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(truceline, verb):
    ended = truceline(verb, "--help")
    assert ended.code == 0
    assert re.search(rf"Examples?:\n\s+truceline {verb}", ended.out)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_heading_in_the_documentation(verb):
    assert re.search(rf"^## {verb}$", DOCS, flags=re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_is_told_in_the_documentation_or_in_the_help(truceline, verb):
    told = truceline(verb, "--help").out
    for line in re.findall(r"^  (--[a-z-]+.*)$", told, flags=re.MULTILINE):
        assert len(line.split("  ")) > 1 or line.startswith("--help"), f"{verb} {line} says nothing"


def test_every_exit_code_is_documented():
    assert re.findall(r"^\| (\d) \|", DOCS, flags=re.MULTILINE) == ["0", "1", "2", "3", "4"]


def test_every_key_of_a_review_is_documented():
    from truceline.review.keys import COMMANDS

    assert [k for k in COMMANDS if f"`{k}`" not in DOCS] == []


def test_help_loads_neither_the_language_model_nor_django():
    code = (
        "import sys; from truceline.cli.main import run; run(['--help']); "
        "bad = {'spacy', 'django', 'yaml', 'jinja2', 'openpyxl'} & set(sys.modules); sys.exit(str(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_misspelt_verb_names_the_nearest(truceline):
    ended = truceline("stauts", "x")
    assert ended.code == 2
    assert "Did you mean 'status'?" in ended.err


def test_what_is_no_case_folder_says_what_makes_one(truceline, tmp_path):
    ended = truceline("status", tmp_path / "none")
    assert ended.code == 2
    assert "truceline new" in ended.err
    (tmp_path / "empty").mkdir()
    assert "holds no case.yaml" in truceline("build", tmp_path / "empty").err


def test_a_case_that_was_not_built_says_so(truceline, fresh, article):
    truceline("add", fresh, article, "--outlet", "X", "--published", "2025-12-24")
    ended = truceline("status", fresh)
    assert ended.code == 2
    assert f"Next: truceline build {fresh}" in ended.err


def test_a_day_that_is_none_shows_how_to_write_one(truceline, fresh):
    assert "write it as 2025-12-24" in truceline("status", fresh, "--as-of", "24.12.2025").err


def test_a_slip_in_a_file_is_told_with_its_place_and_without_a_traceback(truceline, fresh):
    (fresh / "case.yaml").write_text("schema: case/0.1\nid: x\nlangauge: en\n", encoding="utf-8")
    ended = truceline("build", fresh)
    assert "Traceback" not in ended.err
    ended = truceline("status", fresh)
    assert ended.code == 2
    assert "case.yaml:3:1" in ended.err


def test_an_unexpected_fault_ends_in_one_line(truceline, fresh, monkeypatch):
    from truceline import ledger

    monkeypatch.setattr(ledger, "build", lambda *_, **__: 1 / 0)
    ended = truceline("build", fresh)
    assert ended.code == 1
    assert "unexpected: ZeroDivisionError" in ended.err
    assert "Traceback" not in ended.err
