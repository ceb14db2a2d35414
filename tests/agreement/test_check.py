from truceline.actors import Actor, Lexicon
from truceline.agreement import load
from truceline.agreement.check import check
from truceline.agreement.circles import MOST, Wait, circles

LEXICON = Lexicon([Actor("hamas", "Hamas"), Actor("israel", "Israel")])


def warnings(tmp_path, text):
    path = tmp_path / "agreement.yaml"
    path.write_text("schema: agreement/0.1\nid: x\nparties: [hamas, israel]\n" + text, encoding="utf-8")
    return {w.code: w for w in reversed(check(load(path), LEXICON))}


def named(tmp_path, text):
    path = tmp_path / "agreement.yaml"
    path.write_text("schema: agreement/0.1\nid: x\nparties: [hamas, israel]\n" + text, encoding="utf-8")
    names = {id_: actor.name for id_, actor in LEXICON.actors.items()}
    return {w.code: w for w in reversed(check(load(path), LEXICON, lambda id_: names.get(id_, id_)))}


def duty(**more):
    given = {"id": "p01", "name": "a duty", "bearer": "hamas", "cues": "{any: [duty]}", **more}
    return "{" + ", ".join(f"{k}: {v}" for k, v in given.items()) + "}"


def test_a_duty_without_bearer_is_an_error(tmp_path):
    found = warnings(tmp_path, "provisions:\n  - {id: p01, name: leave, cues: {any: [leave]}}\n")["T001"]
    told = "agreement.yaml:5:5: T001 error: p01 (leave) has no bearer: nobody owes it"
    assert str(found) == f"{told}; expected who owes it, by the id of an actor, for example bearer: sudland"


def test_an_unknown_actor_is_told_with_the_nearest_one(tmp_path):
    found = warnings(tmp_path, f"provisions: [{duty(bearer='hammas')}]\n")["T002"]
    assert "the actor 'hammas' (bearer of p01) is not in actors.yaml; the nearest is 'hamas'" in str(found)


def test_a_name_that_leads_nowhere_is_an_error(tmp_path):
    found = warnings(
        tmp_path, f"provisions: [{duty(clocks='[{anchor: aproval}]')}]\nanchors: {{approval: {{text: t}}}}\n"
    )
    assert "'aproval' (clock of p01) is defined nowhere in the file; the nearest is 'approval'" in str(
        found["T006"]
    )


def test_what_the_text_leaves_open_is_a_note(tmp_path):
    text = "instruments: [{id: I1, name: A, text: unpublished}]\n"
    row = duty(
        instrument="I1",
        condition="as long as it is kept",
        targets="[{counts: trucks, undefined: what a truck is}]",
    )
    found = warnings(tmp_path, f"{text}provisions: [{row}]\n")
    assert {code for code, w in found.items() if w.severity == "note"} >= {
        "T003",
        "T004",
        "T005",
        "T008",
        "T009",
        "T014",
    }
    assert "1 of 1 duties carry no deadline in the text: p01" in str(found["T003"])


def test_a_day_that_somebody_asserts_is_no_deadline_of_the_text(tmp_path):
    row = duty(clocks="[{by: israel, anchor: a, offset: PT1H}]")
    assert "T003" in warnings(tmp_path, f"anchors: {{a: {{text: t}}}}\nprovisions: [{row}]\n")


def test_a_gate_that_nobody_can_pass_is_a_warning(tmp_path):
    assert "nobody says what opens g1" in str(
        warnings(tmp_path, "gates: [{id: g1, name: to phase two}]\n")["T010"]
    )


def test_formulas_are_read_and_their_loose_words_told(tmp_path):
    rows = "{by: hamas, at: 2025-12-09, formula: p01 and calm, mapping: author}, {by: israel, at: 2025-12-09, formula: p01 and}"
    found = warnings(tmp_path, f"provisions: [{duty()}]\ngates: [{{id: g1, name: g, asserted: [{rows}]}}]\n")
    assert found["T012"].severity == "error"
    assert "Hamas, 2025-12-09: 'calm'" in str(found["T013"])
    assert "the author's reading (Hamas, 2025-12-09: p01 and calm)" in str(found["T011"])


def test_a_duty_without_cues_and_a_type_outside_the_vocabulary_are_told(tmp_path):
    found = warnings(tmp_path, "provisions: [{id: p01, name: leave, bearer: hamas, type: withdrawl}]\n")
    assert "T018" in found
    assert "the nearest is 'withdrawal'" in str(found["T020"])


def test_a_circle_is_told_once_with_who_says_each_part(tmp_path):
    text = (
        "provisions:\n"
        f"  - {duty(asserted='[{by: hamas, text: t, after: p02}]')}\n"
        f"  - {duty(id='p02', clocks='[{after: p01}]')}\n"
    )
    found = warnings(tmp_path, text)["T007"]
    assert "p01 -> p02 -> p01 (p01 waits for p02: hamas; p02 waits for p01: the text, as read here)" in str(
        found
    )


def test_messages_call_actors_by_their_names_where_these_are_given(tmp_path):
    text = (
        "instruments: [{id: I1, name: A}]\n"
        "provisions:\n"
        f"  - {duty(instrument='I1', asserted='[{by: hamas, text: t, after: p02}]')}\n"
        f"  - {duty(id='p02', clocks='[{after: p01}]')}\n"
    )
    found = named(tmp_path, text)
    assert "owed by Hamas under I1" in str(found["T014"])
    assert "p01 waits for p02: Hamas" in str(found["T007"])


def test_an_actor_that_the_list_lacks_is_told_by_the_id_that_must_be_found(tmp_path):
    assert "the actor 'hammas'" in str(named(tmp_path, f"provisions: [{duty(bearer='hammas')}]\n")["T002"])


def test_a_message_that_counts_begins_with_its_number(tmp_path):
    rows = f"{duty()}, {duty(id='p02', clocks='[{due: 2026-02-01T12:00+02:00}]')}"
    found = warnings(tmp_path, f"provisions: [{rows}]\n")
    assert found["T003"].message == "1 of 2 duties carry no deadline in the text: p01"
    assert "nobody is named to verify 2 of 2 duties and bans" in found["T004"].message


def test_a_chain_of_ten_thousand_waits_is_no_trouble_and_no_circle():
    assert circles(Wait(f"p{i:05}", f"p{i + 1:05}") for i in range(10_000)) == ()


def test_a_thicket_of_circles_ends():
    everyone = [Wait(f"p{a}", f"p{b}") for a in range(12) for b in range(12) if a != b]
    assert 0 < len(circles(everyone)) <= MOST
