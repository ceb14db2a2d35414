import pytest

from truceline.counting import headline_differences
from truceline.evidence import Text
from truceline.reading import Reader

READER = Reader()


def differences(headline, body):
    text = Text("a.txt", f"{headline}\n\n{body}\n", "txt/1")
    return headline_differences(text, READER.read(text))


def test_a_headline_that_its_text_contradicts_is_a_finding():
    (found,) = differences("Ministry: 600 raids", "The ministry counted 512 raids since October 2025.")
    assert "600 raids" in str(found)
    assert "512 raids" in str(found)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Ministry: more than 500 raids", "The ministry counted 512 raids."),
        ("Ministry: about 500 raids", "The ministry counted 512 raids."),
        ("Ministry: 512 raids", "The ministry counted 512 raids, the army 490 raids."),
        ("Ministry: 600 raids", "The ministry said that 12 lorries had crossed."),
        ("Ministry: 12 raids a day", "The ministry counted 512 raids."),
        ("Ministry: the raids", "The ministry counted 512 raids."),
    ],
)
def test_a_headline_that_rounds_or_that_the_text_does_not_come_back_to_is_none(headline, body):
    assert differences(headline, body) == []
