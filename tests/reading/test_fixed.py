"""What a number counts by a fixed turn of phrase, or by the number that it is set beside."""

import pytest

from truceline.evidence import Figure


def counted(read, text):
    figures = [
        c.payload
        for c in read(f"Orders were discussed by mothers.\n\n{text}")
        if isinstance(c.payload, Figure)
    ]
    return {f.low or f.high: f.counts for f in figures}


@pytest.mark.parametrize(
    ("text", "low", "counts"),
    [
        ("The accord provides for a UN observer mission of 350.", 350, "mission"),
        ("The harbour master says five of the crew of eight were killed.", 8, "crew"),
        ("The cell has a staff of nine and one working printer.", 9, "staff"),
        ("The ministry claims to have a list of 203.", 203, "list"),
        ("The final text fixes the force at 250.", 250, "force"),
        ("The wounded are put at 44 by the field hospital.", 44, "injured"),
        ("A sergeant put the crowd at 150.", 150, "crowd"),
        ("A technical adviser put at 3,000 the number of fighters to be integrated by the end of the year.", 3000, "fighters"),
        ("The shelling brought to 64 the violations confirmed since the truce began.", 64, "violations"),
        ("That brings the number killed since the truce began to 58.", 58, "killed"),
        ("The forum puts the number still held at 11.", 11, "held"),
        ("According to the ministry, the dead since the truce began number 96.", 96, "killed"),
        ("The cell has recommended 6,000 troops, of whom 800 would be engineers.", 800, "engineers"),
        ("The mission has 148 observers from nine states, of whom 22 are women.", 22, "women"),
        ("Four of the Front's six nominees were refused.", 4, "nominees"),
        ("The managers count some 2,650 fighters in the seven zones, 410 of whom arrived on Monday.", 410, "fighters"),
        ("The shortfall is due to drivers, of whom it has registered only 410.", 410, "drivers registered"),
        ("The Civil Defence counts at least nine dead and 30 or so wounded.", 30, "injured"),
        ("The mission puts the dead of five months at 31.", 5, "months"),
        ("Killed by fire: 6.", 6, "killed"),
        ("Forty interviews: shelling 23, hunger 11, both 6.", 23, "shelling"),
        ("Nineteen people were injured, down from 27.", 27, "injured"),
        ("He puts the depth at 8.2 metres, down from 11 before the war.", 11, "metres"),
        ("The office counted 742 trucks at the two crossings, 96 more than in May.", 96, "trucks"),
        ("The ministry said five people were killed and 23 wounded, eight of them seriously.", 8, "injured"),
        ("The clerk said that it had issued 412 certificates in eleven sittings, 73 of them last Friday.", 73, "certificates"),
        ("The forum puts the number still held at 11, two of them believed dead.", 2, "held"),
    ],
)  # fmt: skip
def test_a_turn_of_phrase_or_the_number_beside_it_names_what_is_counted(read, text, low, counts):
    assert counted(read, text)[low] == counts


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The ministry for resettlement speaks of 44,000.", 44000),
        ("The number was given as 200.", 200),
        ("That brings the total since the truce to 38,000.", 38000),
    ],
)
def test_a_verb_or_a_word_for_the_number_itself_is_not_what_is_counted(read, text, low):
    assert counted(read, text)[low] not in ("speaks", "given", "truce", "total")
