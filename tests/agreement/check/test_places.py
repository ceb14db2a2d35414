"""Every message leads to the key that it is about."""

from pathlib import Path

from truceline.agreement import load
from truceline.agreement.check.places import places
from truceline.agreement.model import Agreement
from truceline.files import Where

GAZA = Path(__file__).parents[3] / "examples" / "gaza-2025" / "agreement.yaml"


def test_the_place_of_a_key_is_where_its_value_stands():
    at = places(load(GAZA))
    lines = GAZA.read_text(encoding="utf-8").splitlines()
    place = at("provisions", "p10", "clocks", 1, "anchor")
    assert lines[place.line - 1][place.column - 1 :].startswith("acceptance")


def test_what_does_not_stand_in_the_file_is_told_at_what_stands_around_it():
    at = places(load(GAZA))
    assert at("provisions", "p10", "no such key", 7) == at("provisions", "p10")
    assert at("no such key") == Where("agreement.yaml", 1, 1)


def test_an_agreement_made_by_hand_has_a_place_all_the_same():
    assert places(Agreement("x", {}))("provisions", "p01") == Where("agreement.yaml", 1, 1)
    assert places(Agreement("x", {}, text="a: [b"))("a") == Where("agreement.yaml", 1, 1)


def test_every_warning_of_the_example_has_its_line(lint):
    found = lint("provisions: [{id: p01, name: a, bearer: norlan, phase: x, clocks: [{offset: P1D}]}]\n")
    assert found
    assert all(w.where.line > 0 and w.where.column > 0 for w in found)
