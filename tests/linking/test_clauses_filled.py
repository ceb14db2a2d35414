"""Each clause that Truceline ships is filled by one plain sentence of made-up parties, from reader to value."""

import pytest

from truceline import agreement
from truceline.actors import load as load_actors
from truceline.agreement import clauses
from truceline.evidence import Truth
from truceline.status import quantities

NAMES = (
    ("party_a", "norland"), ("party_b", "sudland"), ("Party A", "Norland"), ("Party B", "Sudland"),
    ("the A side", "Norlandish"), ("the B side", "Sudlandish"), ("undefined: how many there are", "low: 20"),
)  # fmt: skip
MET, NOT_MET = Truth.MET, Truth.NOT_MET
FILLED = (
    ("cessation", "cessation", "Norland said that Sudland had attacked a village.", NOT_MET),
    ("cessation", "cessation", "The Monitoring Mission said that Sudland had committed three attacks.", NOT_MET),
    ("cessation", "cessation", "The monitors recorded four violations by Norland.", NOT_MET),
    ("withdrawal-line", "withdrawal_line", "Sudland said that Norland still holds the first line.", NOT_MET),
    ("exchange", "exchange_a", "Norland said on Friday that it had handed over 24 detainees.", MET),
    ("exchange", "exchange_a", "Sudland said that Norland had released 12 prisoners.", NOT_MET),
    ("exchange", "exchange_b", "Sudland released 24 people, the guarantor said.", MET),
    ("exchange", "exchange_b", "Sudland said that it had released 24 captives.", MET),
    ("aid-per-day", "aid_per_day", "Norland said that 120 aid trucks enter each day.", MET),
    ("aid-per-day", "aid_per_day", "Sudland said that 80 trucks a day entered.", NOT_MET),
    ("crossing", "crossing", "Norland said that the crossing was closed.", NOT_MET),
    ("no-fly", "no_fly", "Norland said that warplanes of Sudland flew over the area.", NOT_MET),
    ("monitoring-mission", "mission_deployed", "The Guarantor said that 30 observers had been deployed.", MET),
    ("monitoring-mission", "mission_reports", "The Guarantor said that the weekly report was overdue.", NOT_MET),
    ("access-for-monitors", "monitors_access", "The Guarantor said that access for the monitors was granted.", MET),
    ("hotline", "hotline", "Norland said that the hotline was unanswered.", NOT_MET),
    ("conditional-withdrawal", "heavy_arms", "Norland said that the heavy arms were stored.", MET),
    ("conditional-withdrawal", "withdrawal_rest", "Sudland said that Norland still holds the second line.", NOT_MET),
    ("buffer-zone", "buffer_zone", "Norland said that Sudland's forces entered the buffer zone.", NOT_MET),
)  # fmt: skip
NOTHING = (
    "Norland said that two trucks were turned back.",
    "Norland said that Sudland had failed to release 24 captives.",
    "Norland said that Sudland held 24 people.",
    "Norland said that 24 people had been killed by Sudland.",
)


def own(text):
    for word, name in NAMES:
        text = text.replace(word, name)
    return text


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clauses")
    (folder / "agreement.yaml").write_text(own(clauses.agreement(())), encoding="utf-8")
    (folder / "actors.yaml").write_text(own(clauses.actors()), encoding="utf-8")
    return agreement.load(folder / "agreement.yaml"), load_actors(folder / "actors.yaml").actors.values()


def values(made, found):
    """What the rows show of each provision, with figures set beside what is owed."""
    shown = {}
    for _, _, rows in found:
        for row in rows:
            provision = made.provisions[row.matter]
            truth = row.truth
            if row.figure:
                truth = truth.join(quantities.against(row.figure, provision.targets, provision).truth)
            shown[row.matter] = shown.get(row.matter, Truth.UNKNOWN).join(truth)
    return shown


@pytest.mark.parametrize(("clause", "provision", "sentence", "value"), FILLED)
def test_a_plain_sentence_fills_the_clause_and_no_other_sides_duty(
    told, case, clause, provision, sentence, value
):
    made, actors = case
    assert f"id: {provision}\n" in clauses.clauses()[clause].text
    shown = {k: v for k, v in values(made, told(made, actors, sentence)).items() if v is not Truth.UNKNOWN}
    assert shown == {provision: value}


def test_every_clause_but_a_power_has_such_a_sentence():
    assert {row[0] for row in FILLED} == set(clauses.clauses()) - {"extension"}


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_was_not_done_fills_no_clause(told, case, sentence):
    made, actors = case
    assert MET not in values(made, told(made, actors, sentence)).values()
