"""docs/checks.md lists every code in the words of its page, under its severity."""

import re
from pathlib import Path

import pytest

from truceline.agreement.check import pages

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def listed(heading):
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return dict(re.findall(r"^- ([A-Z]\d{3}) (.+)$", section, flags=re.MULTILINE))


@pytest.mark.parametrize("severity", HEADINGS)
def test_the_codes_of_the_lint_stand_under_their_severity(severity):
    known = {c: p.title for c, p in pages().items() if c.startswith("T") and p.severity == severity}
    assert listed(HEADINGS[severity]) == known


def test_the_codes_of_files_stand_together():
    known = {c: p.title for c, p in pages().items() if not c.startswith("T")}
    assert listed("Files that cannot be read") == known


def test_every_option_on_the_page_is_one_of_check(truceline):
    help_ = truceline("check", "--help").out
    options = set(re.findall(r"--[a-z]+", PAGE))
    assert options
    assert {o for o in options if o not in help_} == set()
