"""Pieces that say nothing alone stay with the clause before them; what asserts something of its own does not."""


def texts(claims):
    return [c.text for c in claims]


def test_what_follows_with_with_stays_with_its_clause(read):
    claims = read("Odell said the path is stalled, with no agreement on its role.")
    assert texts(claims) == ["the path is stalled, with no agreement on its role"]


def test_a_result_without_a_subject_stays_with_its_clause(read):
    claims = read("Odell said the army had broken the truce, thereby endangering the towns.")
    assert texts(claims) == ["the army had broken the truce, thereby endangering the towns"]


def test_a_demand_keeps_its_limit(read):
    claims = read("Odell demanded that the force watch the line, without any interference in the towns.")
    assert [c.kind.value for c in claims] == ["position"]
    assert claims[0].text.endswith("without any interference in the towns")


def test_a_clause_with_a_subject_and_verb_of_its_own_stands_alone(read):
    claims = read("Odell said the bridge was open, and the ferry had sunk.")
    assert texts(claims) == ["the bridge was open", "the ferry had sunk"]


def test_a_figure_takes_nothing_in(read):
    claims = read("Odell said 12 men had died, thereby endangering the talks.")
    assert "12 men had died" in texts(claims)


def test_a_piece_with_a_figure_of_its_own_stands_alone(read):
    claims = read("Odell said the road was shut, with 12 trucks waiting at the bridge.")
    assert any(c.kind.value == "figure" and "12" in c.text for c in claims)
