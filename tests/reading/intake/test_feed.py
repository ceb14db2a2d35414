"""Feeds: each entry is a document with what the feed says of it."""

import pytest

from truceline.reading import documents

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Merkur</title>
<item><title>Crossing shut</title><link>https://m.example/1</link><pubDate>Wed, 24 Dec 2025 23:30:00 +0200</pubDate>
<description>Short.</description><c:encoded><![CDATA[<p>The road is closed, Velmo said.</p><aside>Buy now</aside><p>It &amp; more.</p>]]></c:encoded></item>
<item><title>Talks &amp; more</title><link>https://m.example/2</link><dc:date>2025-12-25T01:00:00Z</dc:date>
<description>Talks went on, Berg said.</description><source url="x">Other Agency</source></item>
<item><title>Nothing but a head</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Norland Press</title><entry><title>Crossing shut</title>
<link rel="edit" href="https://n.example/edit"/><link href="https://n.example/1"/><published>2025-12-24T08:00:00Z</published>
<updated>2025-12-30T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The road is
closed, Velmo said.</p></div></content></entry></feed>"""


@pytest.fixture
def entries(tmp_path):
    def read(text, name="feed.xml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return list(documents(tmp_path / name))

    return read


def test_entries_of_rss_come_with_title_text_address_and_day(entries):
    first, second, third = entries(RSS)
    assert first.data.decode() == "Crossing shut\n\nThe road is closed, Velmo said.\nIt & more.\n"
    assert first.document("feed.xml") == "feed.xml#1"
    own = first.masthead
    assert (own.outlet, own.address, str(own.published)) == ("Merkur", "https://m.example/1", "2025-12-24")
    assert (second.masthead.outlet, str(second.masthead.published)) == ("Other Agency", "2025-12-25")
    assert third.reason == "the entry has no text; see its address"
    assert third.masthead.address == ""


def test_entries_of_atom_are_read_by_their_day_of_publication_not_of_change(entries):
    (only,) = entries(ATOM, "a.atom")
    assert "The road is\nclosed, Velmo said." in only.data.decode()
    assert (only.masthead.outlet, only.masthead.address) == ("Norland Press", "https://n.example/1")
    assert str(only.masthead.published) == "2025-12-24"


def test_an_entry_gets_a_name_from_feed_day_and_title(entries):
    assert [e.name("feed") for e in entries(RSS)] == [
        "feed-2025-12-24-crossing-shut.txt",
        "feed-2025-12-25-talks-more.txt",
        "feed-nothing-but-a-head.txt",
    ]
