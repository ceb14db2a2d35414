"""Who a noun phrase names, on its own words."""

from __future__ import annotations

import pytest

from truceline.evidence import Text
from truceline.reading.frames import Phrase
from truceline.reading.surface import read


@pytest.fixture
def sentence(reader):
    return lambda string: reader.sentences(Text("a.txt", string, "txt/1"))[0].sentence


def test_a_body_named_behind_what_it_is_goes_by_its_name(sentence):
    s = sentence("The road is shut, the relief mission Norland said.")
    the = s.low.index("the", 1)
    assert read(s, Phrase(the, the + 3, the + 2)).name == "Norland"
