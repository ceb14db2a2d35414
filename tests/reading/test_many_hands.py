"""What texts by many hands showed, in sentences of our own."""

import pytest

from truceline.evidence import Basis, Document, Figure, Position, Stance, dates


def positions(claims):
    return [c.payload for c in claims if isinstance(c.payload, Position)]


def figures(claims):
    return [c.payload for c in claims if isinstance(c.payload, Figure)]


@pytest.mark.parametrize(
    ("told", "share"),
    [
        ("One in five fighters has a card, Odell said.", 20),
        ("Odell said nearly three in four had come.", 75),
        ("Odell said three farms out of ten have titles.", 30),
        ("Two in three of the hurt were women, Odell said.", 66.7),
    ],
)
def test_so_many_in_so_many_are_a_share(read, told, share):
    (found,) = figures(read(told))
    assert (found.low, found.high, found.unit) == (share, share, "percent")


@pytest.mark.parametrize(
    "told", ["Odell said the army killed two in three raids.", "Odell said two died in ten days."]
)
def test_what_may_be_meant_otherwise_is_no_share(read, told):
    assert "percent" not in {f.unit for f in figures(read(told))}


@pytest.mark.parametrize(
    ("told", "per"),
    [
        ("Odell said the army paid 300 dollars a gun.", "gun"),
        ("Odell said it cost eight crowns a head.", "head"),
        ("Odell said there were 15 litres of water per person.", "person"),
        ("Odell said 12 dollars a day were paid.", "day"),
    ],
)
def test_what_is_paid_for_each_is_a_rate(read, told, per):
    (found,) = figures(read(told))
    assert (found.basis, found.per) == (Basis.RATE, per)


def test_a_bound_may_stand_behind_the_unit_of_time(read):
    (found,) = figures(read("Odell said it could move 190 men a day, at best."))
    assert (found.low, found.high, found.per) == (None, 190, "day")


def test_a_page_covers_days_over_the_end_of_a_month(read):
    page = Document("0" * 16, "a.txt", published=dates.parse("2031-03-06"))
    found = figures(read("CLEARANCE (27 FEBRUARY TO 5 MARCH)\n\nFound: 61 mines, 240 shells.", page))
    assert {f.basis for f in found} == {Basis.NEW}


def test_a_list_tells_its_period_before_its_colon(read):
    found = figures(read("The week in figures: 73 patrols planned, 51 run."))
    assert {f.basis for f in found} == {Basis.NEW}


@pytest.mark.parametrize(
    ("told", "stance", "issue"),
    [
        ("Odell called the accusation a fable.", Stance.REJECT, "the accusation"),
        ("Norland branded the count as pure theatre.", Stance.REJECT, "the count"),
        ("Odell vowed never to sit with Norland.", Stance.REJECT, "sit with Norland"),
        ("Odell hailed the exchange.", Stance.ACCEPT, "the exchange"),
        ("Odell has rejected the tale.", Stance.REJECT, "the tale"),
    ],
)
def test_stances_in_other_words(read, told, stance, issue):
    (found,) = positions(read(told))
    assert (found.stance, found.issue) == (stance, issue)


def test_what_one_will_do_once_another_has_is_under_a_condition(read):
    (found,) = positions(read("Odell repeated that she will leave once monitors are on the ground."))
    assert (found.stance, found.condition) == (Stance.CONDITIONAL, "once monitors are on the ground")
    assert positions(read("Odell said the road will open once the snow melts.")) == []


def test_a_pledge_under_a_condition_is_a_position_too(read):
    (found,) = positions(read("Norland promises to sign the paper, provided that it keeps the ford."))
    assert (found.stance, found.condition) == (Stance.CONDITIONAL, "provided that it keeps the ford")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("The army's spokesman in Harrow, Felix Tolland, said the road was shut.", "Felix Tolland"),
        ("The deputy head of the mission in Harrow, Mira Tolland, said the road was shut.", "Mira Tolland"),
        ("A spokesman in Harrow, North Tarn, said the road was shut.", None),
        (
            "The Assembly's counting office states that 19 have been returned, and regrets that the army counts keys.",
            "Assembly's counting office",
        ),
    ],
)
def test_an_office_beside_a_place_has_the_name_behind_it(read, told, speaker):
    assert read(told)[0].speaker == speaker
