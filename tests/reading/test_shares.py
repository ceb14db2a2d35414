import pytest

from truceline.evidence import Kind


def shares(claims):
    return [
        (c.payload.low, c.payload.high)
        for c in claims
        if c.kind is Kind.FIGURE and c.payload.unit == "percent"
    ]


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("half of the guns are gone", (50, 50)),
        ("half are not home", (50, 50)),
        ("half came home in May", (50, 50)),
        ("a third could return tomorrow", (33.3, 33.3)),
        ("two thirds of the camps are empty", (66.7, 66.7)),
        ("each side was responsible for about half", (50, 50)),
        ("more than half of the men had left", (50, None)),
    ],
)
def test_a_part_told_of_by_itself_is_a_share(read, words, bounds):
    assert shares(read(f"Odell said that {words}.")) == [bounds]


@pytest.mark.parametrize(
    "words", ["the first half was quiet", "he had half a mind to go", "they met half way"]
)
def test_half_of_a_time_or_a_road_is_no_share(read, words):
    assert shares(read(f"Odell said that {words}.")) == []
