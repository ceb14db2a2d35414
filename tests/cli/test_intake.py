"""Feeds, archives, mails and foreign documents through the verbs: each document its own source, nothing guessed or lost."""

import gzip
import json
from email.message import EmailMessage

import pytest

from truceline.files import sidecar

FEED = """<rss version="2.0"><channel><title>Merkur</title>
<item><title>Crossing shut</title><link>https://m.example/1</link><pubDate>Wed, 24 Dec 2025 10:00:00 +0000</pubDate>
<description>The crossing is closed, Bassem Naim said on Wednesday.</description></item>
<item><title>Crossing shut</title><link>https://m.example/2</link><pubDate>Wed, 24 Dec 2025 12:00:00 +0000</pubDate>
<description>The crossing is open again, Hazem Qassem told Merkur.</description></item>
<item><title>No words</title></item></channel></rss>"""
ARABIC = "قال نعيم إن المعبر مغلق حتى إشعار آخر وإن الوسطاء لم يردوا على الرسالة أمس.\n"


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    return path


def names(case):
    return sorted(p.name for p in (case / "sources").iterdir())


def test_a_feed_is_split_into_sources_with_sidecars(truceline, fresh, feed):
    ended = truceline("add", fresh, feed)
    assert ended.code == 3
    assert "feed.xml#3: the entry has no text" in ended.err
    stem = "feed-2025-12-24-crossing-shut"
    assert names(fresh) == [f"{stem}-2.txt", f"{stem}-2.yaml", f"{stem}.txt", f"{stem}.yaml"]
    about = sidecar.load(fresh / "sources" / f"{stem}.yaml")
    assert (about.outlet, about.address, about.title) == ("Merkur", "https://m.example/1", "Crossing shut")
    assert (str(about.published), about.published.evidence) == ("2025-12-24", "the feed (pubDate)")
    assert truceline("build", fresh).code == 0


def test_a_feed_added_again_brings_only_what_is_new(truceline, fresh, feed):
    truceline("add", fresh, feed)
    before = names(fresh)
    feed.write_text(FEED.replace("<item><title>No words</title></item>",
        "<item><title>Third</title><description>Rafah is shut, Naim said.</description></item>"), encoding="utf-8")  # fmt: skip
    ended = truceline("add", fresh, feed)
    assert ended.code == 0
    assert ended.out.count("Held ") == 2
    assert sorted(set(names(fresh)) - set(before)) == ["feed-third.txt", "feed-third.yaml"]


def test_a_feed_among_the_sources_says_what_to_do(truceline, fresh, feed):
    (fresh / "sources" / "feed.xml").write_bytes(feed.read_bytes())
    ended = truceline("build", fresh)
    assert ended.code == 3
    assert "truceline add CASE feed.xml" in ended.err


def test_an_archive_is_read_page_by_page(truceline, tmp_path):
    page = b"<article><p>The crossing is closed, Bassem Naim said on Wednesday.</p></article>"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://m.example/1\r\nWARC-Date: 2025-12-24T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(head.encode() + answer + b"\r\n\r\n") * 3)
    ended = truceline("read", path, "--format", "jsonl")
    assert ended.code == 0
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert {row["document"] for row in rows} == {f"{path}#{n}" for n in (1, 2, 3)}
    assert {row["speaker"] for row in rows} == {"Bassem Naim"}


def test_an_attachment_becomes_a_source_and_no_private_address_is_told(truceline, fresh, tmp_path):
    message = EmailMessage()
    message["From"], message["To"] = "Anna Berg <anna@private.example>", "omar@private.example"
    message["Subject"], message["Date"] = "Crossing", "Wed, 24 Dec 2025 10:00:00 +0000"
    message.set_content("The crossing is closed, Bassem Naim said.\n")
    message.add_attachment(b"Rafah is open, Hazem Qassem said.\n", "text", "plain", filename="note.txt")
    message.add_attachment(b"\x89PNG", "image", "png", filename="map.png")
    (tmp_path / "mail.eml").write_bytes(message.as_bytes())
    ended = truceline("add", fresh, tmp_path / "mail.eml")
    assert ended.code == 3
    assert "mail.eml#map.png: attachments of the kind '.png' are not read" in ended.err
    assert [n for n in names(fresh) if not n.endswith(".yaml")] == [
        "mail-2025-12-24-crossing.txt",
        "mail.eml",
    ]
    told = (
        ended.out
        + ended.err
        + "".join(p.read_text(encoding="utf-8") for p in (fresh / "sources").glob("*.yaml"))
    )
    assert "private.example" not in told
    assert "Anna" not in told
    rows = truceline("read", fresh / "sources" / "mail.eml", "--format", "jsonl")
    assert "private.example" not in rows.out + rows.err
    assert truceline("build", fresh).code == 0


def test_what_is_not_english_is_kept_and_counted_by_language(truceline, fresh, article):
    truceline("add", fresh, article, "--published", "2025-12-24")
    for number in range(3):
        article.write_text(ARABIC * (number + 1), encoding="utf-8")
        ended = truceline("add", fresh, article, "--name", f"ar{number}.txt", "--published", "2025-12-24")
        assert ended.code == 0
        assert "not read: language Arabic" in ended.out
    assert sidecar.load(fresh / "sources" / "ar0.yaml").language == "ar"
    told = "Not read: language Arabic, 3 documents: sources/ar0.txt, sources/ar1.txt, sources/ar2.txt"
    for verb in (("build",), ("status",), ("report", "--format", "html", "--as-of", "2026-01-10")):
        ended = truceline(verb[0], fresh, *verb[1:])
        assert ended.code == 3
        assert told in ended.err
    (page,) = (fresh / "reports").glob("*.html")
    assert "language Arabic, 3 documents" in page.read_text(encoding="utf-8")


def test_a_page_suggests_its_own_sidecar(truceline, fresh, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<meta property="og:site_name" content="Merkur"><meta property="article:published_time" content="2025-12-24">'
        "<article><h1>Shut</h1><p>The crossing is closed, Bassem Naim said.</p></article>",
        encoding="utf-8",
    )
    ended = truceline("add", fresh, page)
    assert "taken from the document itself: outlet, published" in ended.out
    about = sidecar.load(fresh / "sources" / "page.yaml")
    assert (about.outlet, about.title, str(about.published)) == ("Merkur", "Shut", "2025-12-24")
    truceline("add", fresh, "sources/page.html", "--outlet", "Daily", "--published", "unknown", "--replace")
    about = sidecar.load(fresh / "sources" / "page.yaml")
    assert (about.outlet, str(about.published)) == ("Daily", "unknown")


def test_a_day_in_the_future_that_a_page_gives_is_not_believed(truceline, fresh, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<meta name="pubdate" content="2999-01-01"><p>It is closed, Naim said.</p>', encoding="utf-8"
    )
    assert truceline("add", fresh, page).code == 0
    assert str(sidecar.load(fresh / "sources" / "page.yaml").published) == "unknown"


def test_what_is_not_read_of_a_document_is_said(truceline, fresh, article):
    article.write_text(
        f"The crossing is closed, Bassem Naim said on Wednesday in Gaza City.\n{ARABIC}", encoding="utf-8"
    )
    note = "1 paragraph not read: language Arabic"
    assert note in truceline("read", article).err
    assert note in truceline("add", fresh, article).out
    assert f"Look at: sources/article.txt: {note}" in truceline("build", fresh).err
