from datetime import date

import pytest

from truceline.evidence import Document, Text
from truceline.evidence import dates as edtf
from truceline.reading import Reader

READER = Reader()


def claims(text, published=date(2024, 12, 4)):
    document = Document(path="a.txt", sha256="0" * 64, outlet="Cedar Wire", published=edtf.day(published))
    return READER.read(Text("a.txt", text, "txt/1"), document)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The ministry said on Tuesday that the gate was closed on Sunday.", "gate", "2024-12-01"),
        ("The ministry said on Tuesday that the gate was closed.", "gate", ""),
        ("On Monday two soldiers were killed and five civilians were wounded.", "five", "2024-12-02"),
        ("The ministry counted 40 raids in November.", "40 raids", "2024-11"),
    ],
)
def test_an_assertion_speaks_of_its_own_time_and_not_of_the_saying(text, words, expected):
    found = [c for c in claims(text) if words in c.text]
    assert {c.about.edtf for c in found} == {expected}


def test_a_figure_counts_from_its_base_to_its_end():
    (figure,) = [
        c.payload
        for c in claims("The ministry counted 816 raids between 27 November and 2 December.")
        if c.kind == "figure"
    ]
    assert (figure.base, figure.as_of) == ("2024-11-27", "2024-12-02")
