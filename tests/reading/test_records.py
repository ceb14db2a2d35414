import pytest

from truceline.evidence import Kind


def values(claims):
    return [c.payload.value for c in claims if c.kind is Kind.COMPLIANCE]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Odell said: “We have not fired at all.”", "met"),
        ("Odell said no soldier had crossed the line since May.", "met"),
        ("Odell said patrols of Norland had gone beyond the line.", "breached"),
        ("Odell said Norland had withdrawn its guns from the ridge.", "met"),
        ("Odell said Norland had not withdrawn its guns from the ridge.", "breached"),
        ("Odell said neither side has dismantled its checkpoints.", "breached"),
        ("Odell said Norland had kept forty mortars hidden.", "breached"),
        ("Odell said our positions have been quiet since Monday.", "met"),
    ],
)
def test_a_duty_is_kept_or_broken_by_the_deed(read, text, value):
    assert values(read(text)) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Odell said Norland would withdraw its guns.",
        "Odell said Norland must withdraw its guns.",
        "Odell said the men had left the hall for lunch after the guns were counted.",
        "Odell said Norland had withdrawn its ambassador.",
        "Odell said she had not crossed the road.",
    ],
)
def test_what_is_only_willed_or_has_nothing_to_do_with_a_duty_is_no_compliance(read, text):
    assert [v for v in values(read(text)) if v == "breached"] == []
    assert "ambassador" not in text or values(read(text)) == []


def test_an_accusation_of_something_else_is_no_breach(read):
    assert values(read("Odell accused Norland of hiding forty mortars.")) == ["breached"]
    assert values(read("Odell accused Norland of counting dogs.")) == []
