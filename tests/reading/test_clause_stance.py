import pytest

from truceline.evidence import Kind, Stance


def stances(claims):
    return [(c.payload.stance, c.payload.holder) for c in claims if c.kind is Kind.POSITION]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Neither hunger nor delay will move us,” Odell said.", Stance.REJECT),
        ("Odell said he will serve under nobody whose men shot at him.", Stance.REJECT),
        ("“Ours will not police a quarrel,” Odell said.", Stance.REJECT),
        ("Odell said that she would rather not say.", Stance.SILENT),
        ("Odell said she would rather see the sides settle it.", Stance.DEMAND),
        ("Odell told Radio Sel that nobody would want to enforce peace.", Stance.REJECT),
    ],
)
def test_a_clause_shows_the_stance_of_its_speaker(read, text, stance):
    assert [s for s, _ in stances(read(text))] == [stance]


def test_nobody_holds_no_position(read):
    assert stances(read("Odell told Radio Sel that nobody would want to enforce peace.")) == [
        (Stance.REJECT, "Mira Odell")
    ]


def test_a_verb_with_its_particle_is_the_stance_of_its_subject(read):
    assert stances(read("Odell recalled that the council had turned down the paper.")) == [
        (Stance.REJECT, "the council")
    ]


def test_what_neither_would_have_done_is_no_refusal(read):
    assert stances(read("Odell said neither would have signed.")) == []
