"""Rules that hold for any wire: other names than those of the texts that the reader grew on."""

import pytest

from truceline.evidence import Text
from truceline.reading import Reader, extract

READER = Reader()


def speakers(string: str) -> list[tuple[str | None, str]]:
    text: Text = extract(string.encode(), "wire.txt")
    return [(c.speaker, c.text) for c in READER.read(text)]


@pytest.mark.parametrize(
    ("string", "name", "part"),
    [
        ("The bridge would stay shut, stated Tarik Velmo on 3 May.", "Tarik Velmo", "would stay shut"),
        (
            "Tarik Velmo, the newly appointed Envoy for Sudan, revealed during the Cairo meeting that patrols have begun.",
            "Tarik Velmo",
            "patrols have begun",
        ),
        ("Tarik Velmo spoke in Cairo. Velmo noted that 12 trucks had come.", "Tarik Velmo", "12 trucks"),
        ("UNICEF's figures arrive at 312 schools.", "UNICEF", "312 schools"),
    ],
)
def test_the_name_that_the_order_of_words_shows(string, name, part):
    assert any(s == name and part in t for s, t in speakers(string)), speakers(string)


def test_an_office_that_the_text_gives_no_name_to_is_called_by_its_description():
    string = "No troops will cross the river, Norway's foreign minister said on Monday."
    (claim,) = READER.read(extract(string.encode(), "wire.txt"))
    assert claim.speaker == "Norway's foreign minister"
    assert claim.doubt[0].reason == "known by the description 'Norway's foreign minister' only"
