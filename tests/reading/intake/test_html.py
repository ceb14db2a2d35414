"""Web pages: the article is read, what stands beside it is kept and marked."""

import pytest

from truceline.reading import extract
from truceline.reading.extract import found

PAGE = """<!doctype html><html lang="en"><head><title>Crossing shut | Merkur</title>
<meta property="og:site_name" content="Merkur"><meta property="og:title" content="Crossing shut">
<link rel="canonical" href="https://merkur.example/crossing">
<meta property="article:modified_time" content="2025-12-30T08:15:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-12-24T23:30:00-05:00"}]}</script></head>
<body class="has-sidebar comments-open"><header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div id="cookie-banner">We use cookies, the minister said.</div>
<main><article class="related-no"><h1>Crossing shut after talks</h1><div class="byline">By Jane Doe</div>
<div class="share-buttons"><a>Share on X</a> <a>Copy link</a></div>
<figure><img alt="an image" src="a.jpg"><figcaption>Trucks wait, Velmo said in May. Photo: Merkur</figcaption></figure>
<p>The crossing is closed, Tarik Velmo said on Monday.</p>
<p>“We will   not open it,” he <b>add</b>ed.</p>
<blockquote><p>“The first paragraph of what he said.</p><p>“The second one of it.”</p><footer>Tarik Velmo</footer></blockquote>
<p>He called it <q>a pause</q>.</p>
<ul><li>12 trucks entered</li><li>3 were turned back</li></ul>
<ol><li>First demand: open the road.</li></ol>
<table><tr><th>Day</th><th>Trucks</th></tr><tr><td>Monday</td><td>410</td></tr></table>
<div class="related-articles"><h3>Related</h3><ul><li><a href="/x">Norland says 400 killed in river town</a></li></ul></div>
<p><a href="/y">Read also: Sudland says that the road is open</a></p>
<p style="display: none">Hidden words, Velmo said.</p>
<p>A last line, Velmo told Merkur.<br>And one after a break.</p>
<aside>Sign up for our newsletter, the editor said.</aside></article></main>
<section id="comments"><p>A reader: Velmo said it was great.</p></section>
<footer><p>© Merkur. All rights reserved, the owner said.</p></footer></body></html>"""


def test_the_article_is_read_and_the_rest_is_marked(shown):
    read, beside = shown(extract(PAGE.encode(), "a.html"))
    assert read == [
        "Crossing shut after talks",
        "The crossing is closed, Tarik Velmo said on Monday.",
        "“We will not open it,” he added.",
        "“The first paragraph of what he said.",
        "“The second one of it.”",
        "Tarik Velmo",
        "He called it “a pause”.",
        "12 trucks entered",
        "3 were turned back",
        "First demand: open the road.",
        "Day\tTrucks",
        "Monday\t410",
        "A last line, Velmo told Merkur.",
        "And one after a break.",
    ]
    assert beside == [
        "Home",
        "We use cookies, the minister said.",
        "By Jane Doe",
        "Share on X Copy link",
        "Trucks wait, Velmo said in May. Photo: Merkur",
        "Related",
        "Norland says 400 killed in river town",
        "Read also: Sudland says that the road is open",
        "Sign up for our newsletter, the editor said.",
        "A reader: Velmo said it was great.",
        "© Merkur. All rights reserved, the owner said.",
    ]


def test_nothing_is_read_of_what_is_marked(reader):
    text = extract(PAGE.encode(), "a.html")
    claims = reader.read(text)
    assert {c.speaker for c in claims if c.speaker} == {"Tarik Velmo"}
    assert all(c.text == text.string[c.start : c.end] for c in claims)
    beside = [a.span for a in text.asides]
    assert all(not (s.start < c.end and c.start < s.end) for c in claims for s in beside)


def test_hidden_words_are_no_text():
    assert "Hidden" not in extract(PAGE.encode(), "a.html").string


def test_the_page_suggests_title_site_address_and_the_day_as_it_writes_it():
    own = found(PAGE.encode(), "a.html").masthead
    assert (own.title, own.outlet, own.address) == (
        "Crossing shut",
        "Merkur",
        "https://merkur.example/crossing",
    )
    assert str(own.published) == "2025-12-24"
    assert own.published.evidence == "the page's own head (schema.org datePublished)"


def test_a_day_of_change_is_no_day_of_publication():
    page = '<meta property="article:modified_time" content="2025-12-30"><p>Some words stand here.</p>'
    assert not found(page.encode(), "a.html").masthead.published.known


def test_a_page_without_an_article_element_is_read_by_what_is_no_link(shown):
    links = "".join(f"<li><a href='/{n}'>Headline number {n} says so</a></li>" for n in range(30))
    page = f"<div><ul>{links}</ul></div><div><p>{'The road is open, he said. ' * 6}</p></div>"
    read, beside = shown(extract(page.encode(), "a.html"))
    assert read == [("The road is open, he said. " * 6).strip()]
    assert len(beside) == 30


def test_the_longest_of_several_articles_is_the_article(shown):
    teaser = "<article><h3>Other news</h3><p>A man said no.</p></article>"
    page = f"<main><article><p>{'The road is open, he said. ' * 9}</p></article>{teaser * 3}</main>"
    read, beside = shown(extract(page.encode(), "a.html"))
    assert len(read) == 1
    assert beside.count("A man said no.") == 3


def test_where_names_of_classes_mislead_the_text_is_still_read(shown):
    page = f"<div class='social-widget'><p>{'The road is open, he said. ' * 9}</p></div><nav>Home</nav>"
    read, beside = shown(extract(page.encode(), "a.html"))
    assert len(read) == 1
    assert beside == ["Home"]


def test_a_page_nested_without_end_is_read():
    assert "word" in extract(("<div>" * 20_000 + "<p>a word here</p>").encode(), "a.html").string


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1"])
def test_a_page_is_decoded_as_it_declares(charset):
    page = f"<meta charset='{charset}'><p>He said “no” to Müller on Monday.</p>".encode("cp1252")
    assert "“no” to Müller" in extract(page, "a.html").string


def test_sound_utf_8_goes_before_a_declaration_that_was_left_in_the_page():
    page = "<meta charset='windows-1252'><p>He said “no” to Müller on Monday.</p>"
    assert "“no” to Müller" in extract(page.encode(), "a.html").string
