"""Web archives: one page after the other, in flat memory."""

import gzip
import tracemalloc

import pytest

from truceline.reading import documents, extract

PAGE = (
    b"<html><title>T</title><article><p>The road is closed, Tarik Velmo said on Monday.</p></article></html>"
)


@pytest.fixture
def entries(tmp_path):
    def read(data, name="a.warc"):
        (tmp_path / name).write_bytes(data)
        return list(documents(tmp_path / name))

    return read


def test_pages_are_documents_and_the_rest_is_counted(entries, warc, reader):
    made = warc(
        ("https://a.example/1", "text/html; charset=utf-8", PAGE, ""),
        ("https://a.example/p.png", "image/png", b"\x89PNG", ""),
        ("https://a.example/gone", "text/html", b"not here", "404 Not Found|"),
        ("https://a.example/2", "text/html", gzip.compress(PAGE), "|Content-Encoding: gzip\r\n"),
    )
    for data, name in ((made, "a.warc"), (gzip.compress(made), "a.warc.gz")):
        first, second, rest = entries(data, name)
        assert (first.mark, second.mark) == ("1", "4")
        assert second.data == PAGE
        assert (first.masthead.address, str(first.masthead.retrieved)) == (
            "https://a.example/1",
            "2025-12-24",
        )
        assert rest.reason == "records that are no pages were passed over: 1 of image/png, 1 of status 404"
        text = extract(first.data, "a.warc#1", kind=first.suffix, charset=first.charset)
        claims = reader.read(text)
        assert claims
        assert all(c.text == text.string[c.start : c.end] for c in claims)


def test_the_servers_word_on_the_encoding_is_taken(entries, warc):
    page = "<p>He said “no” to Müller.</p>".encode("cp1252")
    (one,) = entries(warc(("https://a.example/1", "text/html; charset=windows-1252", page, "")))
    assert "“no” to Müller" in extract(one.data, "x", kind=one.suffix, charset=one.charset).string


def test_what_is_cut_short_says_where_and_the_rest_was_taken(entries, warc):
    made = warc(*((f"https://a.example/{n}", "text/html", PAGE, "") for n in range(3)))
    *sound, broken = entries(made[:-40])
    assert len(sound) == 2
    assert broken.reason.startswith("the record is cut short here")
    *sound, broken = entries(made + b"garbage\r\n")
    assert len(sound) == 3
    assert broken.reason.startswith("the archive is damaged or cut short here")


def test_an_archive_of_any_length_takes_the_memory_of_a_page(tmp_path, warc):
    one = gzip.compress(warc(("https://a.example/1", "text/html", PAGE * 2_000, "")))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(one * 200)  # 40 MB unpacked
    tracemalloc.start()
    assert sum(1 for _ in documents(path)) == 200
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * len(PAGE) * 2_000
