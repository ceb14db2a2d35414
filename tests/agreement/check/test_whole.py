"""What is told of the agreement as a whole, and what is not."""

TEXTS = "instruments: [{{id: I1, name: Accord, date: 2031-05-01, signed_by: [sudland]}}]\nconsent: [{{by: sudland, instrument: I1, stance: reject{}}}]\n"


def test_a_side_that_left_later_has_changed_its_mind_and_contradicts_nothing(lint):
    assert lint(TEXTS.format(", at: 2031-09-01"), "T049") == []
    assert len(lint(TEXTS.format(", at: 2031-05-01"), "T049")) == 1
    assert len(lint(TEXTS.format(""), "T049")) == 1


def test_an_anchor_without_a_day_is_told_with_what_waits_for_it(lint):
    text = "anchors: {safe: {text: it is safe}}\nprovisions: [{id: p01, name: a, bearer: norland, clocks: [{starts: safe}]}]\n"
    (found,) = lint(text, "T016")
    assert found.matters == ("safe", "p01")


def test_an_unknown_actor_is_an_error_in_a_case_and_a_note_in_a_draft(lint):
    text = "provisions: [{id: p01, name: a, bearer: westland, beneficiary: westland}]\n"
    assert [w.severity for w in lint(text, "T002")] == ["error", "error"]
    assert [w.severity for w in lint(text, "T002", draft=True)] == ["note"]


def test_issues_are_looked_up_where_they_are_at_hand(lint):
    text = "provisions: [{id: p01, name: a, bearer: norland, issue: crossing}]\n"
    assert lint(text, "T006") == []
    (found,) = lint(text, "T006", issues={"crossings"})
    assert "the nearest is 'crossings'" in found.message


def test_whoever_verifies_beside_the_bearer_is_a_third_eye(lint):
    row = "provisions: [{{id: p01, name: a, bearer: norland, verify: {}}}]\n"
    assert len(lint(row.format("[norland]"), "T053")) == 1
    assert lint(row.format("[norland, sudland]"), "T053") == []
