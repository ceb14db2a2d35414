"""The Word document: all that the page says in the page's order, each number with its statement, nothing unchecked without saying so."""

import io
import json as standard
import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser

import docx
import pytest

from truceline.reporting import docx as word
from truceline.reporting import html, json, name, public, without_unchecked
from truceline.reporting.model import Cell, FigureRow, Line, Pending

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MACHINE = "Machine reading, not checked:"


def opened(report):
    return docx.Document(io.BytesIO(word.render(report)))


def texts(document):
    """The text of each paragraph, those of tables and links too."""
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in document.element.body.iter(f"{W}p")]


@pytest.fixture(scope="module")
def made(day):
    return opened(day)


@pytest.fixture(scope="module")
def paragraphs(made):
    return texts(made)


class Headings(HTMLParser):
    """The words of the page's headings, without what stands in small type."""

    def __init__(self):
        super().__init__()
        self.found, self.inside, self.small = [], "", 0

    def handle_starttag(self, tag, attrs):
        if tag in ("h2", "h3"):
            self.inside = tag
            self.found.append("")
        self.small += tag == "small"

    def handle_endtag(self, tag):
        self.inside = "" if tag == self.inside else self.inside
        self.small -= tag == "small"

    def handle_data(self, data):
        if self.inside and not self.small:
            self.found[-1] += data


def pieces(value, kind):
    """Every piece of a kind in the report, in order."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from pieces(item, kind)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            if one.name != "statements":
                yield from pieces(getattr(value, one.name), kind)


def refs(report, claims):
    return "".join(f"[{report.statements[c].number}]" for c in claims if c in report.statements)


def told(report, line):
    """A line as it should stand, with the numbers of its statements."""
    return "".join(
        ("" if r.checked else f"{MACHINE} ") + r.text + (refs(report, r.claims) if r.opens else "")
        for r in line.runs
    )


def test_the_parts_stand_in_the_order_of_the_page(day, made):
    page = Headings()
    page.feed(html.render(day))
    wanted = [" ".join(h.split()) for h in page.found]
    found = [p for p in made.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    heads = [p.runs[0].text for p in found]
    # the terms are folded on the page, without a heading; the document has no section without one
    assert [h for h in heads if h != "Names and terms of this report"] == wanted


def test_no_line_of_the_report_is_lost_and_each_has_its_references(day, paragraphs):
    whole = "\n".join(paragraphs)
    lines = list(pieces(day, Line))
    assert len(lines) > 40
    assert [told(day, line) for line in lines if told(day, line) not in whole] == []


def test_every_figure_stands_with_the_number_of_its_statement(day, paragraphs):
    rows = list(pieces(day.figures, FigureRow))
    assert rows
    for row in rows:
        assert refs(day, row.claims)
        assert ("" if row.checked else f"{MACHINE} ") + row.value + refs(day, row.claims) in paragraphs


def test_every_cell_that_rests_on_statements_names_them(day, paragraphs):
    cells = [c for c in pieces(day, Cell) if c.claims]
    assert cells
    for cell in cells:
        assert any(
            p.removeprefix(f"{MACHINE} ").startswith(cell.value) and refs(day, cell.claims) in p
            for p in paragraphs
        ), cell


def test_every_reference_leads_to_its_sentence_which_stands_there_once(day, made):
    body = made.element.body
    places = [b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")]
    assert places == [f"s_{id_}" for id_ in day.statements]
    ids = [b.get(f"{W}id") for b in body.iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))
    links = [
        (h.get(f"{W}anchor"), "".join(t.text for t in h.iter(f"{W}t"))) for h in body.iter(f"{W}hyperlink")
    ]
    assert links
    for place, text in links:
        assert text == f"[{day.statements[place.removeprefix('s_')].number}]"


def test_every_statement_stands_with_its_words_who_said_it_and_where(day, paragraphs):
    for s in day.statements.values():
        place = next(i for i, p in enumerate(paragraphs) if p.startswith(f"[{s.number}] ") and s.words in p)
        below = paragraphs[place + 1]
        assert (s.speaker or s.speaker_text) in below
        assert s.outlet in below
        assert f"characters {s.start}-{s.end}" in below


def test_a_machine_reading_says_so_before_its_words_and_stands_on_grey(day, made):
    unchecked = {s.words for s in day.statements.values() if not s.checked}
    assert unchecked
    for p in made.element.body.iter(f"{W}p"):
        text = "".join(t.text or "" for t in p.iter(f"{W}t"))
        if re.match(r"\[\d+\] ", text) and any(words in text for words in unchecked):
            assert MACHINE in text
            assert p.find(f"{W}pPr/{W}shd") is not None
    assert sum(p.startswith(MACHINE) for p in texts(made)) >= len(list(pieces(day, Pending)))


@pytest.mark.parametrize("state", ["unchecked", "draft", "signed", "public"])
def test_the_name_and_the_foot_of_every_page_say_what_the_report_is(day, state):
    signed = replace(without_unchecked(day), head=replace(day.head, signed_by="A. Officer"))
    report = {"unchecked": day, "draft": without_unchecked(day), "signed": signed, "public": public(signed)}[
        state
    ]
    foot, ending = {
        "unchecked": ("NOT CHECKED: holds machine readings, not for release", "NOT-CHECKED"),
        "draft": ("DRAFT - NOT SIGNED", "DRAFT"),
        "signed": ("INTERNAL: not for release", "SIGNED"),
        "public": ("PUBLIC: signed content only", "PUBLIC"),
    }[state]
    document = opened(report)
    assert document.sections[0].footer.paragraphs[0].text.startswith(foot)
    assert name(report, "docx").endswith(f"-{ending}.docx")
    assert any(MACHINE in p for p in texts(document)) is (state == "unchecked")


def test_a_public_document_holds_no_reviewer_and_no_work_still_to_do(day):
    signed = replace(
        without_unchecked(day), head=replace(day.head, signed_by="A. Officer", prepared_by="Duty One")
    )
    whole = "\n".join(texts(opened(public(signed))))
    assert "To do before signing" not in whole
    assert "Duty One" not in whole
    assert [s.reviewer for s in day.statements.values() if s.reviewer and f"by {s.reviewer}" in whole] == []


def test_renaming_the_parties_mirrors_the_document(day):
    def swapped(text):
        for one, other in (("Hamas", "Israel"), ("hamas", "israel")):
            text = text.replace(one, "\0").replace(other, one).replace("\0", other)
        return text

    other = json.parse(
        standard.loads(swapped(standard.dumps(standard.loads(json.render(day, proposals=True)))))
    )
    assert texts(opened(other)) == [swapped(p) for p in texts(opened(day))]


def test_the_same_report_gives_the_same_document(day):
    one, two = (opened(day).element.xml for _ in range(2))
    assert one == two


def test_no_colour_says_anything_of_a_party(made):
    colours = {c.get(f"{W}val") for c in made.element.body.iter(f"{W}color")}
    fills = {c.get(f"{W}fill") for c in made.element.body.iter(f"{W}shd")}
    assert colours <= {"000000"}
    assert fills <= {"EDEDED"}
    for style in ("Title", "Heading 1", "Heading 2"):
        assert str(made.styles[style].font.color.rgb) == "000000"


def test_a_report_in_arabic_runs_from_right_to_left(arabic, made):
    body = opened(arabic).element.body
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in body.iter(f"{W}p"))
    assert all(len(p.findall(f"{W}pPr/{W}bidi")) == 1 for p in body.iter(f"{W}p"))
    assert all(t.find(f"{W}tblPr/{W}bidiVisual") is not None for t in body.iter(f"{W}tbl"))
    assert not list(made.element.body.iter(f"{W}bidi"))


def test_headings_of_tables_repeat_on_each_page(made):
    assert made.tables
    assert all(t.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None for t in made.tables)


def test_characters_that_no_document_may_hold_do_not_stop_it(day):
    claim = next(iter(day.statements))
    hostile = "a\x00b\x0b\ufffe<w:t>&amp;\ud800"
    said = {**day.statements, claim: replace(day.statements[claim], words=hostile, speaker=hostile)}
    assert any(
        "a\ufffdb\ufffd\ufffd<w:t>&amp;\ufffd" in p for p in texts(opened(replace(day, statements=said)))
    )


def test_a_report_on_nothing_is_a_document_too(river_report):
    assert opened(river_report).tables


def test_the_documents_properties_name_the_report_and_no_person(day, made):
    told = made.core_properties
    assert told.title == f"{day.head.title}: {day.head.name}"
    assert told.author == "Truceline"
    assert told.last_modified_by in ("", "python-docx", None)
