"""`--recorded`: what cannot be shown of a past day stands at the head of each output, with code 3."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from truceline.ledger import build

DAY = ("--as-of", "2025-12-24", "--recorded")
FIRST = "today's stands in its place"


@pytest.fixture
def older(case):
    """The case with a ledger that an older release left: the files of the case were not kept."""
    with closing(sqlite3.connect(case / ".truceline" / "ledger.db")) as connection:
        connection.executescript(
            "DROP TRIGGER kept_kept; DROP TRIGGER entry_kept; DELETE FROM ledger_kept; DELETE FROM ledger_entry WHERE kind = 'file';"
        )
    return case


def today():
    return (date.today() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize("verb", [("status",), ("explain", "p22")])
def test_the_head_names_what_cannot_be_shown_and_the_code_is_3(truceline, older, verb):
    ended = truceline(verb[0], older, *verb[1:], *DAY, today())
    head = " ".join(ended.out.split())[:700]
    assert ended.code == 3
    assert "Not shown as on that day: 4 parts" in head
    assert f"agreement.yaml: the journal does not hold it as it was on that day; {FIRST}" in head


@pytest.mark.parametrize("verb", [("status",), ("explain", "p22")])
def test_data_carry_what_cannot_be_shown_by_path(truceline, older, verb):
    ended = truceline(verb[0], older, *verb[1:], *DAY, today(), "--json")
    paths = [each["path"] for each in json.loads(ended.out)["not_shown"]]
    assert (ended.code, paths) == (3, ["actors.yaml", "agreement.yaml", "case.yaml", "issues.yaml"])


def test_a_page_carries_it_in_its_head(truceline, older, tmp_path):
    assert truceline("explain", older, "p22", *DAY, today(), "--html", tmp_path / "why.html").code == 3
    (page,) = tmp_path.glob("why*.html")
    head = page.read_text(encoding="utf-8").partition("</header>")[0]
    assert "By the journal as it stood at the end of" in head
    assert "agreement.yaml: the journal does not hold it" in head


def test_a_case_that_kept_all_is_shown_without_a_word(truceline, case):
    for verb in (("status",), ("explain", "p22")):
        ended = truceline(verb[0], case, *verb[1:], *DAY, today())
        assert "Not shown as on that day" not in ended.out
        plain = json.loads(truceline(verb[0], case, *verb[1:], *DAY, today(), "--json").out)
        assert plain["not_shown"] == []


def test_a_statement_of_agreement_yaml_is_that_of_the_day(truceline, case):
    build(case)
    path = case / "agreement.yaml"
    old = path.read_text(encoding="utf-8")
    path.write_text(
        old.replace("the coordination centre in Kiryat Gat was opened", "it never was opened"),
        encoding="utf-8",
    )
    now = truceline("explain", case, "p22", "--as-of", "2025-12-24").out
    then = truceline("explain", case, "p22", *DAY, today()).out
    assert "it never was opened" in " ".join(now.split())
    assert "the coordination centre in Kiryat Gat was opened" in " ".join(then.split())
