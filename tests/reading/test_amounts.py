import pytest

from truceline.evidence import Kind


def bounds(claims):
    return [(c.payload.low, c.payload.high, c.payload.counts) for c in claims if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge will be shut for a week, the engineers said.", (1, 1, "week")),
        ("They had waited for an hour and a half, the driver said.", (1.5, 1.5, "hour")),
        ("The colonel promised an answer within a month.", (None, 1, "month")),
        ("The search lasted a day, the police chief said.", (1, 1, "day")),
        ("The trench is a metre deep, the mayor said.", (1, 1, "metre")),
        ("The two maps were still a mile apart, the surveyor said.", (1, 1, "mile")),
        ("The siren went off within half an hour, the warden said.", (None, 0.5, "hour")),
        ("A couple of drones had crossed the river, the guard said.", (2, 2, "drones crossed")),
        ("A good hundred guns were still hidden, the colonel said.", (100, None, "guns")),
        ("A full dozen wells had been filled in, the mayor said.", (12, 12, "wells")),
        ("The council said it had met once.", (1, 1, "meetings")),
    ],
)
def test_one_of_a_unit_and_other_small_amounts_are_figures(read, text, expected):
    assert expected in bounds(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "A week later the guns were back, the mayor said.",
        "The bridge was shut a month ago, the engineers said.",
        "An hour before dawn the boats left, the harbour master said.",
        "The bishop called for a day of prayer.",
        "An elderly couple had stayed behind, the mayor said.",
        "His men had not fired once, the colonel said.",
    ],
)
def test_a_point_in_time_a_pair_of_people_and_what_never_happened_count_nothing(read, text):
    assert bounds(read(text)) == []
