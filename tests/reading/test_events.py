import pytest

from truceline.evidence import Kind, Polarity


def incidents(claims):
    return [(c.payload.type, c.polarity) for c in claims if c.kind is Kind.INCIDENT]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Odell said the shells had come from the west.", "shelling"),
        ("Odell said Norland had laid mines on the road.", "mining"),
        ("Odell said a patrol was turned back near the bridge.", "obstruction"),
        ("Odell accused Norland of shelling the market.", "shelling"),
        ("Odell said his guns had fired.", "shooting"),
    ],
)
def test_the_deed_gives_the_type_of_an_incident(read, text, kind):
    assert [t for t, _ in incidents(read(text))] == [kind]


def test_a_deed_denied_is_an_incident_denied(read):
    assert incidents(read("Odell said: “Nobody shelled the market.”")) == [("shelling", Polarity.DENIED)]


@pytest.mark.parametrize(
    "text",
    [
        "Odell said the soldiers would fire back.",
        "Odell said they fire at whoever comes near.",
        "Odell said Norland had struck eleven names from the list.",
        "Odell said more than 400 people were killed.",
        "Odell said 395 people have been killed in Gaza since October.",
        "Odell said aid is held up.",
    ],
)
def test_a_threat_a_habit_and_a_toll_are_no_incidents(read, text):
    assert incidents(read(text)) == []
