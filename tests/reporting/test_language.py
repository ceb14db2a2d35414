"""The fixed words of the page in each language that the room ships."""

import re
from pathlib import Path

import pytest
import yaml

from truceline.reporting import html, language

ROOM = Path(language.__file__).parent
LANGUAGES = sorted(p.stem for p in (ROOM / "languages").glob("*.yaml"))
PHRASE = re.compile(r"""\bt\((?:"([^"]+)"|'([^']+)')\)""")


def phrases():
    found = set()
    for template in (ROOM / "html" / "templates").glob("*.j2"):
        found |= {one or other for one, other in PHRASE.findall(template.read_text(encoding="utf-8"))}
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_fixed_phrase_of_the_templates_is_translated(code):
    table = yaml.safe_load((ROOM / "languages" / f"{code}.yaml").read_text(encoding="utf-8"))
    assert phrases() - set(table) == set()
    assert all(isinstance(v, str) and v for v in table.values())


def test_a_phrase_without_translation_stays_english():
    assert language.translator("xx")("Status board") == "Status board"
    assert language.translator("ar")("no such phrase") == "no such phrase"


def test_an_arabic_page_has_arabic_headings_and_isolates_runs_of_another_direction(arabic):
    page = html.render(arabic)
    assert "لوحة الحالة" in page
    assert "Status board" not in page.split("<body", 1)[1]
    assert 'class="said" dir="auto"' in page


def test_the_words_before_a_machine_reading_are_there_in_arabic(arabic):
    assert 'data-machine="قراءة آلية، غير مدققة:"' in html.render(arabic)
