"""The thirteen points of November 2024: all are held, each note of check is explained, and what is from memory says so."""

import re
from pathlib import Path

import pytest

from truceline import agreement
from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement import issues
from truceline.agreement.check import check
from truceline.agreement.formula import parse
from truceline.agreement.model import Deed
from truceline.evidence import digest
from truceline.files import sidecar

CASE = Path(__file__).parents[2] / "examples" / "lebanon-2024"
README = (CASE / "README.md").read_text(encoding="utf-8")
LEXICON = Lexicon.builtin().merged(load_actors(CASE / "actors.yaml"))
TEXT = (CASE / "agreement.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def points():
    return agreement.load(CASE / "agreement.yaml")


@pytest.fixture(scope="module")
def told(points):
    return check(points, LEXICON)


def test_all_thirteen_points_have_a_provision(points):
    articles = {p.article for p in points.provisions.values() if p.instrument == "A"}
    assert {int(re.sub(r"\D", "", a)) for a in articles} == set(range(1, 14))


def test_check_gives_notes_alone_and_the_readme_explains_each_code_and_no_other(told):
    assert [str(t) for t in told if t.severity != "note"] == []
    assert set(re.findall(r"\bT\d{3}\b", README)) == {t.code for t in told}


def test_the_two_duties_of_point_twelve_are_a_circle_and_neither_clock_waits(points, told):
    assert any(t.code == "T007" and {"l18", "l19"} <= set(re.findall(r"l\d\d", str(t))) for t in told)
    assert [c.after for id_ in ("l18", "l19") for c in points.provisions[id_].clocks if c.after] == []


def test_the_extension_is_a_clock_of_those_who_stated_it_alone(points):
    sides = {LEXICON.side(by) for c in points.provisions["l18"].clocks if c.article == "C" for by in c.by}
    assert sides == {"lebanon", "us"}


def test_self_defence_is_a_permission_that_nobody_is_named_to_judge(points):
    assert (points.provisions["l05"].deed, points.provisions["l05"].judge) == (Deed.PERMISSION, "")


def test_what_no_listed_source_gives_says_that_it_is_from_memory(points):
    for p in points.provisions.values():
        assert set(p.facts) <= set(re.findall(r"^  (L\d\d\w?): ", TEXT, flags=re.MULTILINE))
        assert p.facts or p.held == "from memory"


def test_every_statement_that_counts_is_its_characters_and_has_an_address_or_says_why_not(points):
    assert points.claims
    for claim in points.claims:
        assert claim.text_sha256 == digest(TEXT)
        assert TEXT[claim.start : claim.end] == claim.text
        source = points.cited[claim.id]
        assert source.outlet
        assert source.date.known
        assert source.address or source.outlet == "elnbc"


def test_every_issue_that_a_provision_names_is_defined_and_every_formula_can_be_read(points):
    known = issues.load(CASE / "issues.yaml")
    assert {p.issue for p in points.provisions.values()} <= {i for i, issue in known.items() if issue.scope}
    for gate in points.gates.values():
        for formula in filter(None, (gate.text_formula, *(s.formula for s in gate.asserted))):
            parse(formula, points.provisions)


def test_each_dispatch_has_a_day_an_address_of_the_list_and_no_words_in_quotation_marks():
    listed = set(re.findall(r'address: "(.*?)"', TEXT))
    texts = sorted((CASE / "sources").glob("*.txt"))
    assert len(texts) >= 8
    for path in texts:
        found = sidecar.load(sidecar.beside(path))
        assert found.published.known
        assert found.address in listed
        assert found.written_for == "truceline"
        assert not re.search('["\u201c\u201d]', path.read_text(encoding="utf-8"))


def test_words_that_take_a_side_stand_nowhere_but_under_loaded():
    listed = re.findall(r"loaded: \[(.*?)\]", (CASE / "actors.yaml").read_text(encoding="utf-8"))
    words = [w.strip() for line in listed for w in line.split(",")]
    assert len(words) > 3
    written = TEXT + README + "".join(p.read_text("utf-8") for p in (CASE / "sources").glob("*.txt"))
    assert [w for w in words if re.search(rf"\b{re.escape(w)}\b", written)] == []
