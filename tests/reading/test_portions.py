"""Portions: a long text is cut at the end of a paragraph, and claims keep their places in the whole."""

from __future__ import annotations

from truceline.evidence import Aside, Span, Text
from truceline.reading import Reader
from truceline.reading.portions import portions

PARAGRAPH = (
    'The Karu Front said on Monday that 14 trucks had crossed. "We have 14 more," Mira Odell said.\n\n'
)


def test_an_article_is_one_portion_and_the_very_text() -> None:
    text = Text("a.txt", PARAGRAPH * 3, "txt/1")
    (only,) = portions(text)
    assert only.text is text
    assert only.last


def test_portions_are_cut_after_empty_lines_and_lose_nothing() -> None:
    text = Text("a.txt", PARAGRAPH * 40, "txt/1")
    found = list(portions(text, 1000))
    assert "".join(p.text.string for p in found) == text.string
    assert all(p.text.string.endswith("\n\n") for p in found)
    assert [p.last for p in found] == [False] * (len(found) - 1) + [True]


def test_a_line_without_end_is_cut_at_a_word() -> None:
    found = list(portions(Text("a.txt", "word " * 500, "txt/1"), 1000))
    assert max(len(p.text.string) for p in found) <= 1000
    assert all(p.text.string.startswith("word ") for p in found)


def test_an_aside_across_a_border_stands_in_both_portions() -> None:
    text = Text("a.txt", "word " * 30, "txt/1", asides=(Aside(Span(20, 120), "boilerplate"),))
    found = list(portions(text, 80))
    assert sum(a.span.end - a.span.start for p in found for a in p.text.asides) == 100


def test_claims_of_every_portion_point_into_the_whole_text(reader: Reader) -> None:
    text = Text("a.txt", "".join(PARAGRAPH.replace("14", str(n)) for n in range(20, 32)), "txt/1")
    claims = [p.placed(c) for p in portions(text, 300) for c in reader.read(p.text)]
    assert len({c.start for c in claims}) >= 24  # a repeated line is read once a portion: these differ
    for c in claims:
        assert text.string[c.start : c.end] == c.text
        assert c.text_sha256 == text.sha256
        if c.cue_span is not None:
            assert c.cue_span.of(text.string) == c.cue
