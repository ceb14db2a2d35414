"""Names that no lexicon knows."""

import pytest

from truceline.evidence import Text
from truceline.reading import Reader
from truceline.reading.reader import Read
from truceline.reading.runs import runs


@pytest.fixture(scope="module")
def named(lexicon):
    reader = Reader(lexicon)

    def names(string: str) -> list[str]:
        reads: list[Read] = reader.sentences(Text("a.txt", string, "txt/1"))
        return [r.sentence.words(a, b) for r in reads for a, b in runs(r.sentence)]

    return names


@pytest.mark.parametrize(
    ("string", "name"),
    [
        ("On Friday Majed al-Ansari left.", "Majed al-Ansari"),
        ("Luis de la Cerda left the room.", "Luis de la Cerda"),
        ("Salome Verhagen-Idris left the room.", "Salome Verhagen-Idris"),
        ("Vice Admiral Zoran Kelemet left the room.", "Zoran Kelemet"),
    ],
)
def test_a_name_keeps_its_particles_and_drops_titles_and_days(named, string, name):
    assert name in named(string)
