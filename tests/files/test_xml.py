"""What no XML can hold becomes a visible sign, and nothing else changes."""

import pytest
from lxml import etree

from truceline.files.xml import SIGN, clean

CONTROLS = [c for c in range(0x20) if c not in (0x9, 0xA, 0xD)]
ILLEGAL = [*CONTROLS, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
LEGAL = "".join(map(chr, sorted(set(range(0x110000)) - {*ILLEGAL, 0xD})))


def test_every_code_point_that_no_xml_can_hold_becomes_one_visible_sign():
    assert [hex(c) for c in ILLEGAL if clean(f"a{chr(c)}b") != f"a{SIGN}b"] == []


def test_every_other_code_point_stays_as_it_is():
    assert clean(LEGAL) == LEGAL


def test_an_xml_library_takes_whatever_was_cleaned():
    element = etree.Element("t")
    element.text = clean("".join(map(chr, range(0x110000))))
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text == element.text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_of_one_sort(end):
    assert clean(f"a{end}b") == "a\nb"
