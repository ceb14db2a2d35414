"""Pages for people show the names of actors, not the ids by which the files refer to them."""

import json
import re

import pytest

from truceline.actors import Lexicon
from truceline.actors import load as load_actors


@pytest.fixture
def ids(case):
    """The ids that no text would hold by chance."""
    found = Lexicon.builtin().merged(load_actors(case / "actors.yaml")).actors
    return {actor for actor in found if "_" in actor}


def shown(ids, text):
    return ids & set(re.findall(r"\w+", text))


@pytest.mark.parametrize("matter", ["p10", "p18", "p20", "p28", "g_2_3"])
def test_an_explanation_names_its_actors(truceline, case, ids, matter):
    out = truceline("explain", case, matter, "--as-of", "2026-02-24").out.rpartition("Same answer")[0]
    assert shown(ids, out) == set()


def test_the_heading_of_a_duty_says_who_bears_it_and_for_whom(truceline, case):
    out = truceline("explain", case, "p20", "--as-of", "2025-12-24").out
    assert out.splitlines()[0] == "OPEN RAFAH CROSSING (p20)  bearer Israel, for people of Gaza"
    assert "Bassem Naim, 2025-12-24" in out
    assert "bearer Israel" in json.loads(truceline("explain", case, "p20", "--json").out)["words"]


def test_what_the_agreement_leaves_open_is_told_with_names(truceline, case):
    out = truceline("check", case).out
    assert "T014 note: owed by Hamas under A29" in out
    assert "p28 waits for p33: Hamas" in " ".join(out.split())
