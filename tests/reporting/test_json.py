"""JSON: the model itself, stable, without machine readings unless asked for by name."""

import json as standard

import pytest

from truceline.reporting import json, without_unchecked


def test_a_report_survives_the_way_there_and_back(day):
    assert json.parse(standard.loads(json.render(day, proposals=True))) == day


def test_machine_readings_are_left_out_unless_asked_for(day):
    text = json.render(day)
    assert not any(claim in text for claim in day.unchecked)
    assert not any(day.statements[c].words in text for c in day.unchecked)


def test_each_machine_reading_asked_for_carries_its_review_state(day):
    made = json.plain(day, proposals=True)
    waiting = made["todo"]["items"]
    assert waiting
    assert all(p["review"] == "proposed" for p in waiting)
    assert all(made["statements"][c]["review"] == "proposed" for c in day.unchecked)


def test_statements_are_keyed_by_id_and_in_the_order_of_the_page(day):
    numbers = [s["number"] for s in json.plain(day)["statements"].values()]
    assert numbers == sorted(numbers)
    assert all(key == s["id"] for key, s in json.plain(day)["statements"].items())


def test_the_same_report_gives_the_same_text(day):
    assert json.render(day) == json.render(without_unchecked(day))


def test_another_schema_is_refused(day):
    with pytest.raises(ValueError, match=r"expected a report of schema truceline\.report/1"):
        json.parse({**json.plain(day), "schema": "truceline.report/9"})
