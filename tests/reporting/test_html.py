"""The page stands on its own, is safe with hostile text, and can be used without eyes, mouse, colour or script."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from truceline.reporting import html, model
from truceline.reporting.language import direction
from truceline.reporting.model import line, stated

MACHINE = "Machine reading, not checked:"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>&\u202e'


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def all(self, *names):
        return [(t, a) for t, a in self.found if t in names]


@pytest.fixture(scope="module")
def page(day):
    return html.render(day)


@pytest.fixture(scope="module")
def tags(page):
    return Tags(page)


def test_the_same_report_gives_the_same_page(day, page):
    assert html.render(day) == page


def test_nothing_is_fetched_from_anywhere(page, tags):
    assert not [a for _, a in tags.found if "src" in a]
    assert not tags.all("link", "iframe", "object", "embed", "base", "form")
    assert "url(" not in page
    assert "@import" not in page


def test_links_lead_within_the_page_or_to_a_source_address(day, tags):
    addresses = {s.address for s in day.statements.values()}
    assert all(a["href"].startswith("#") or a["href"] in addresses for _, a in tags.all("a"))


def test_the_only_script_that_may_run_is_the_one_of_the_page(page):
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL).group(1)
    hashed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{hashed}'" in page
    assert "default-src 'none'" in page


def test_ids_are_there_once_and_every_anchor_has_its_place(page, tags):
    ids = [a["id"] for _, a in tags.found if "id" in a]
    assert len(ids) == len(set(ids))
    inner = {a["href"][1:] for _, a in tags.all("a") if a["href"].startswith("#")} - {"closed"}
    assert inner <= set(ids)
    named = {i for _, a in tags.found for i in a.get("aria-labelledby", "").split()}
    assert named <= set(ids)


def test_headings_come_in_order(tags):
    levels = [int(t[1]) for t, _ in tags.all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_landmarks_are_there_once(tags):
    assert [len(tags.all(n)) for n in ("main", "nav")] == [1, 1]
    assert len([t for t, a in tags.all("header") if a.get("class") == "head"]) == 1
    assert len([t for t, a in tags.all("footer") if a.get("class") == "foot"]) == 1


def test_tables_have_a_caption_and_headings_with_scope(tags):
    assert len(tags.all("caption")) == len(tags.all("table"))
    assert all(a.get("scope") in {"col", "row", "rowgroup", "colgroup"} for _, a in tags.all("th"))


def test_a_table_that_scrolls_can_be_reached_with_the_keyboard_and_has_a_name(tags):
    regions = [a for _, a in tags.all("div") if a.get("role") == "region"]
    assert regions
    assert all(a["tabindex"] == "0" and (a.get("aria-labelledby") or a.get("aria-label")) for a in regions)


def test_drawings_have_a_title_and_words(page, tags):
    drawings = tags.all("svg")
    assert drawings
    assert all(a["role"] == "img" and len(a["aria-labelledby"].split()) == 2 for _, a in drawings)
    assert page.count("<desc") == page.count("<title id") == len(drawings)


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fr", "ltr"), ("fa", "rtl")]
)
def test_the_page_runs_in_the_direction_of_its_language(day, language, expected):
    assert direction(language) == expected
    assert f'<html lang="{language}" dir="{expected}">' in html.render(replace(day, language=language))


def test_the_style_names_no_physical_side(page):
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL).group(1)
    style = re.sub(r"@bottom-(left|right)", "", style)
    assert not re.search(
        r"(?:margin|padding|border|inset)-(?:left|right)|(?:float|text-align): *(?:left|right)", style
    )


def test_hostile_text_from_a_source_is_shown_and_never_run(day):
    claim = next(iter(day.statements))
    said = replace(
        day.statements[claim],
        words=HOSTILE,
        before=HOSTILE,
        speaker=HOSTILE,
        address="javascript:alert(1)",
        outlet=HOSTILE,
    )
    change = model.Change(HOSTILE, line(stated(HOSTILE, claim)))
    page = html.render(
        replace(day, statements={**day.statements, claim: said}, changed=model.Changed((change,)))
    )
    assert "<script>alert" not in page
    assert "<img" not in page
    assert 'href="javascript:' not in page


def test_a_hostile_counter_stays_text_in_a_drawing(day):
    group = day.figures.groups[0]
    rows = tuple(replace(r, counter=HOSTILE) for r in group.rows)
    page = html.render(
        replace(day, figures=replace(day.figures, groups=(replace(group, rows=rows, title=HOSTILE),)))
    )
    assert "<img" not in page
    assert "<script>alert" not in page


def test_every_machine_reading_begins_with_the_words(page):
    blocks = re.findall(
        r'<(?:div|span|article)[^>]*data-review="proposed"[^>]*>(.*?)(?:</p>|</span></p>)', page, re.DOTALL
    )
    assert len(blocks) >= 6
    for block in blocks:
        text = re.sub(r"<[^>]+>|\s+", " ", block).strip()
        assert re.sub(r"^\d+\s+", "", text).startswith(MACHINE), text


def test_no_machine_reading_stands_in_the_title_or_a_value(day, page):
    words = [day.statements[c].words for c in day.unchecked]
    title = re.search(r"<title>(.*?)</title>", page).group(1)
    values = re.findall(r'<span class="value[^"]*"[^>]*>(.*?)</span>', page, re.DOTALL)
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    for word in words:
        assert word not in title
        assert not any(word in v for v in (*values, *drawings))
    assert not any(c in v for c in day.unchecked for v in (*values, *drawings))


def test_beside_the_cell_stands_what_it_would_become(page):
    assert "+1 not checked" in page
    assert "If accepted, this cell would read:" in page


def test_each_printed_page_repeats_that_readings_are_unchecked(day, page):
    assert re.search(r"@bottom-left \{ content: \"NOT CHECKED", page)
    from truceline.reporting import without_unchecked

    assert "NOT CHECKED" not in html.render(without_unchecked(day))


def test_computed_is_told_apart_from_stated_by_a_letter_with_its_word(page):
    assert '<abbr class="kind" title="computed">c</abbr>' in page
    assert '<abbr class="kind" title="stated">s</abbr>' in page


def test_no_tick_no_cross_no_percentage_beside_a_statement(page):
    assert not re.search("[✓✔✗✘✕✖☑☒×]", page)


def _light(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_text_colours_keep_their_contrast(page):
    style = re.search(r":root \{(.*?)\}", page, re.DOTALL).group(1)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))
    for name in ("ink", "soft", "link", "own"):
        for ground in ("#ffffff", "#e4eaf0"):
            contrast = (_light(ground) + 0.05) / (_light(colours[name]) + 0.05)
            assert contrast >= 4.5, (name, ground, contrast)


def test_no_colour_of_the_page_is_red_or_green(page):
    for colour in re.findall(r"#[0-9a-f]{6}\b", re.search(r"<style>(.*?)</style>", page, re.DOTALL).group(1)):
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert blue >= max(red, green), colour


def test_a_finding_shows_its_letter_and_stands_apart(day):
    duty = day.board.groups[0].rows[0]
    claim = next(iter(day.statements))
    found = model.Cell("not met", "chief observer, 24 Dec, verified", model.Kind.FOUND, (claim,))
    changed = replace(duty, cells=(*duty.cells[:-1], found))
    group = replace(day.board.groups[0], rows=(changed, *day.board.groups[0].rows[1:]))
    page = html.render(replace(day, board=replace(day.board, groups=(group, *day.board.groups[1:]))))
    assert '<abbr class="kind" title="found">f</abbr>' in page
    assert 'class="value found"' in page
    assert "chief observer, 24 Dec, verified" in page


def test_a_page_without_machine_readings_carries_no_script_at_all(day):
    from truceline.reporting import without_unchecked

    page = html.render(without_unchecked(day))
    assert "<script" not in page
    assert "Machine reading" not in page


def test_many_columns_move_inside_their_own_region(day):
    extra = tuple(model.Column(f"c{n}", f"Side {n}") for n in range(4))
    groups = tuple(
        replace(
            g, rows=tuple(replace(d, cells=(*d.cells, *(model.Cell("no statement"),) * 4)) for d in g.rows)
        )
        for g in day.board.groups
    )
    page = html.render(
        replace(day, board=replace(day.board, columns=(*day.board.columns, *extra), groups=groups))
    )
    assert '<div class="stack many" role="region" tabindex="0"' in page
