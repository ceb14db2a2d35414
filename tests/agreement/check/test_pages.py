"""Every code has its page, and every page its code."""

import re
from pathlib import Path

import pytest

from truceline.agreement.check import Severity, pages
from truceline.agreement.check.pages import DATA
from truceline.files import yaml

SOURCE = Path(__file__).parents[3] / "src" / "truceline"
CODE = re.compile(r'"([A-Z]\d{3})"')
PROSE = ("means", "matters", "do")


def emitted():
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for code in CODE.findall(path.read_text(encoding="utf-8")):
            found.setdefault(code, path.relative_to(SOURCE).as_posix())
    return found


def test_every_code_that_the_program_tells_has_a_page():
    assert {code: path for code, path in emitted().items() if code not in pages()} == {}


def test_every_page_is_of_a_code_that_the_program_tells():
    assert set(pages()) - set(emitted()) == set()


def test_codes_of_the_lint_are_told_with_the_severity_of_their_page_alone():
    # `tell` takes it from the page; a Severity written beside a code could differ from it.
    check = "".join(p.read_text(encoding="utf-8") for p in (SOURCE / "agreement" / "check").glob("*.py"))
    assert re.findall(r'"T\d{3}", Severity', check) == []
    assert {page.severity for page in pages().values()} == set(Severity)


def test_no_code_is_given_twice():
    codes = [node["code"].text() for node in yaml.load(DATA)["codes"].each()]
    assert len(codes) == len(set(codes)) == len(pages())


def test_what_keeps_a_file_from_being_read_is_an_error():
    assert {p.severity for c, p in pages().items() if not c.startswith("T")} == {Severity.ERROR}


@pytest.mark.parametrize("code", pages())
def test_a_page_says_something_in_every_part(code):
    page = pages()[code]
    assert page.title[0] == page.title[0].lower()
    assert not page.title.endswith(".")
    for part in PROSE:
        assert re.match(r'["A-Z].*[.?]["\']?$', getattr(page, part)), part
    assert page.wrong != page.example
    assert not page.expected.endswith(".")
