"""The agreement on South Sudan: no error, every note explained, each dispatch cites what the agreement cites, nobody is quoted."""

import re
from pathlib import Path

import pytest
import yaml

from truceline import agreement
from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement.check import check

CASE = Path(__file__).parents[2] / "examples" / "south-sudan-2018"
README = (CASE / "README.md").read_text(encoding="utf-8")
SIDECARS = sorted((CASE / "sources").glob("*.yaml"))


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.builtin().merged(load_actors(CASE / "actors.yaml"))


@pytest.fixture(scope="module")
def text():
    return yaml.safe_load((CASE / "agreement.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def loaded():
    return agreement.load(CASE / "agreement.yaml")


def test_check_gives_notes_and_the_readme_explains_each_code_and_no_other(loaded, lexicon):
    told = check(loaded, lexicon)
    assert {t.code for t in told if t.severity == "warning"} == {"T031", "T052"}
    assert [str(t) for t in told if t.severity == "error"] == []
    assert set(re.findall(r"\bT\d{3}\b", README)) == {t.code for t in told}


def test_the_numbers_of_the_readme_are_those_of_the_files(loaded):
    held = [p for p in loaded.provisions.values() if p.held == "from memory"]
    assert f"T021 (from memory, {len(held)})" in README
    assert len(SIDECARS) == 13
    assert "thirteen dispatches" in README


def test_a_duty_that_was_extended_ends_where_the_next_text_begins(loaded):
    for first, then in (
        ("r40", "r41"),
        ("r41", "r42"),
        ("r43", "r44"),
        ("r44", "r45"),
        ("r46", "r47"),
        ("r47", "r48"),
    ):
        (clock,) = loaded.provisions[first].clocks
        (agreed,) = loaded.anchors[clock.until].values
        assert agreed.day == loaded.instruments[loaded.provisions[then].instrument].date


def test_the_bodies_stand_in_four_tiers_and_each_mandate_is_of_one(loaded, lexicon):
    tiers = {
        m.force: next(k for k in lexicon.actors[m.force].kinds if k.startswith("tier_"))
        for m in loaded.mandates
    }
    assert tiers == {"rjmec": "tier_1", "ctsamvm": "tier_2", "jdb": "tier_3", "jtsc": "tier_4"}


@pytest.mark.parametrize("path", SIDECARS, ids=lambda p: p.stem)
def test_a_dispatch_cites_sources_of_the_agreement_and_stands_at_the_address_of_one(path, text):
    sidecar, sources = yaml.safe_load(path.read_text(encoding="utf-8")), text["sources"]
    assert set(sidecar["facts"]) <= set(sources)
    assert sidecar["address"] in {sources[fact]["address"] for fact in sidecar["facts"]}


@pytest.mark.parametrize("path", SIDECARS, ids=lambda p: p.stem)
def test_a_dispatch_is_short_and_quotes_nobody(path):
    words = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert len(words.split()) < 200
    assert not set(words) & set('"\u201c\u201d\u00ab\u00bb')
