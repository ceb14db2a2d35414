from pathlib import Path

import pytest

from truceline.actors import Lexicon, load
from truceline.files import FileProblem

CASE = Path(__file__).parents[2] / "examples" / "gaza-2025"
LEXICON = Lexicon.builtin().merged(load(CASE / "actors.yaml"))


@pytest.mark.parametrize(
    ("written", "actor"),
    [
        ("Na’im", "naim"),
        ("Bassem Na'im", "naim"),
        ("Musa Abu Marzouk", "abu_marzouk"),
        ("Mousa Abu Marzook", "abu_marzouk"),
        ("Khalil al-Haya", "al_hayya"),
        ("Ismail Haniyeh", "haniyeh"),
        ("Razi Hamed", "hamad"),
        ("Mladenow", "mladenov"),
        ("Nikolaï Mladenov", "mladenov"),
        ("Sa’ar", "saar"),
        ("General Jasper Jeffers", "jeffers"),
        ("Peace Council", "bop"),
        ("Gaza Strip Administration Committee", "ncag"),
        ("Gaza Ministry of Health", "gaza_moh"),
        ("بنيامين نتنياهو", "netanyahu"),
    ],
)
def test_spellings_of_the_sources_lead_to_one_actor(written, actor):
    assert [a.id for a in LEXICON.lookup(written)] == [actor]


def test_every_actor_answers_for_one_that_is_defined():
    assert [a.id for a in LEXICON.actors.values() if a.of and a.of not in LEXICON.actors] == []


def test_loaded_names_are_found_and_marked():
    israel = LEXICON.actors["israel"]
    assert "Israeli occupation" in israel.loaded
    assert [a.id for a in LEXICON.lookup("the Israeli occupation")] == ["israel"]


def test_counters_in_gaza_answer_for_themselves():
    assert LEXICON.side("gmo") == "gmo"
    assert LEXICON.side("gaza_moh") == "gaza_moh"


def test_an_actor_defined_twice_is_told_with_its_place(tmp_path):
    path = tmp_path / "actors.yaml"
    path.write_text(
        "schema: actors/0.1\nactors:\n  - {id: a, name: A}\n  - {id: a, name: B}\n  - {name: C, aka: D}\n"
    )
    with pytest.raises(FileProblem) as raised:
        load(path)
    assert [(p.code, p.where.line) for p in raised.value.problems] == [("A101", 4), ("F008", 5), ("F007", 5)]
