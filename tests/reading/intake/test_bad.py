"""Files that cannot be read: each with its exact message, within bounds of time and memory."""

import gzip
import io
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis.strategies import binary, integers, sampled_from

from truceline.reading import Unreadable, documents, extract
from truceline.reading.intake.table import CONTAINERS, FORMATS, opener

BILLION = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {c} "{f"&{b};" * 10}">' for b, c in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss><channel><item><title>&i;</title></item></channel></rss>"
)


def message(data: bytes, path: str, folder=None) -> str:
    """What is said of a file; with a folder, of one that holds several documents."""

    def read():
        if folder is None:
            return extract(data, path)
        (folder / path).write_bytes(data)
        return list(documents(folder / path))

    with pytest.raises(Unreadable) as error:
        read()
    return str(error.value)


def test_an_encrypted_pdf(pdf, printed):
    from pypdf import PdfReader, PdfWriter

    made = io.BytesIO()
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([printed(["The road is open, he said."])]))))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(made)
    assert message(made.getvalue(), "a.pdf") == (
        "the PDF is encrypted; open it with its password and print it to a new PDF"
    )


def test_a_scanned_pdf(pdf):
    assert message(pdf([[], []]), "a.pdf") == (
        "the PDF has no text layer (2 pages, perhaps scanned); "
        "run OCR on it first (for example: ocrmypdf in.pdf out.pdf), and read the result beside the pictures"
    )


def test_a_pdf_cut_short(pdf, printed, caplog):
    made = pdf([printed(["The road is open, he said."])])
    assert message(made[:200], "a.pdf").startswith("the PDF is damaged or cut short (")
    assert caplog.text == "", "what the package says names no file"
    assert message(b"no pdf at all", "a.pdf") == (
        "the file is named .pdf, but is none; give it the suffix of what it really is"
    )


def test_a_docx_cut_short(docx, para):
    assert message(docx(para("Some words."))[:-30], "a.docx") == (
        "the .docx is damaged or cut short (file is not a zip file); "
        "open it in Word or LibreOffice and save it anew as .docx, or save its text as .txt"
    )


def test_a_docx_that_is_another_archive(docx, para):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert message(made.getvalue(), "a.docx").startswith(
        "the file is a zip archive without a Word document in it; "
    )
    assert message(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.docx").startswith(
        "the file is an old or an encrypted Office file, not a .docx; "
    )


def test_a_docx_that_unpacks_to_more_than_it_may(docx, monkeypatch):
    from truceline.reading.intake import bounds

    monkeypatch.setattr(bounds, "LARGEST", 2**20)
    assert message(docx("<w:p>" + " " * 2**21 + "</w:p>"), "a.docx") == (
        "word/document.xml in the .docx is larger than 1 MB; split it, or save the article's text as .txt"
    )


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss"])
def test_a_feed_that_is_an_entity_bomb(tmp_path, name):
    start = time.monotonic()
    assert message(BILLION.encode(), name, tmp_path) == (
        "its XML declares the entity 'a', a way to blow up memory or to open other files; "
        "get it from a source that you trust, or save the article's text as .txt"
    )
    assert time.monotonic() - start < 5


def test_a_docx_that_is_an_entity_bomb(docx):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", BILLION)
    assert message(made.getvalue(), "a.docx").startswith("its XML declares the entity 'a'")


def test_xml_that_is_no_feed_or_not_sound(tmp_path):
    assert message(b"<html><body/></html>", "a.xml", tmp_path) == (
        "the file is XML, but no feed: it begins with <html>; save the feed anew from its address"
    )
    assert message(b"<rss><channel>", "a.xml", tmp_path) == (
        "the feed is no sound XML: no element found at line 1, column 15; get it again from where it came"
    )
    assert message(b"<a>" * 300, "a.xml", tmp_path).startswith("its XML is nested deeper than 200 elements; ")


def test_a_record_that_is_a_gzip_bomb(tmp_path, warc):
    bomb = gzip.compress(bytes(40 * 2**20))
    (tmp_path / "a.warc").write_bytes(
        warc(("https://a.example/1", "text/html", bomb, "|Content-Encoding: gzip\r\n"))
    )
    start = time.monotonic()
    (only,) = documents(tmp_path / "a.warc")
    assert only.reason == "the record unpacks to more than 16 MB; it is no article; leave it out"
    assert time.monotonic() - start < 5


def test_an_archive_that_is_none(tmp_path):
    assert message(b"hello", "a.warc", tmp_path) == (
        "no WARC record stands at the beginning of the file; name a file that a web archiver has written, or get it again"
    )


def test_a_page_that_is_not_what_it_declares():
    page = b"<meta charset='windows-1256'><p>" + "Häuser".encode("utf-16-le")[1:] + b"\xff</p>"
    assert message(page, "a.html").startswith("the file is binary, not text")
    assert message(b"<meta charset='euc-jp'><p>H\xe4user</p>", "a.html") == (
        "the document says that it is euc-jp, but byte 0xe4 at offset 27 is not; "
        "save it as UTF-8 with the program that shows it well"
    )
    assert message(b"<p>H\xe4user</p>", "a.html").startswith(
        "the file is not UTF-8: byte 0xe4 at offset 4; convert it"
    )


def test_an_empty_mail():
    assert message(b"Subject: nothing\nFrom: a@b.example\n\n\n", "a.eml") == (
        "the e-mail has no text; save what it carries as files of their own"
    )
    assert message(b"\njust words\n", "a.eml") == (
        "the file has no heads of an e-mail; export it anew from the mail program as .eml"
    )


def test_a_file_of_several_documents_among_the_sources():
    assert message(b"<rss/>", "sources/feed.xml") == (
        "the file holds several documents; put them into the case one by one with: truceline add CASE feed.xml"
    )


def test_a_file_larger_than_any_report(monkeypatch):
    from truceline.reading.intake import bounds

    monkeypatch.setattr(bounds, "LARGEST", 2**20)
    assert message(b"a " * 2**20, "a.txt").startswith("the file is larger than 1 MB; split it")


def test_a_pdf_made_to_stall_a_reader(pdf, printed, monkeypatch):
    from truceline.reading.intake import pdf as reading

    monkeypatch.setattr(reading, "LONGEST", -1)
    assert message(pdf([printed(["The road is open, he said."])]), "a.pdf").startswith(
        "the PDF takes longer than -1 seconds to read; "
    )


@pytest.mark.parametrize("kind", [*FORMATS, *CONTAINERS])
@given(
    data=binary(max_size=400),
    head=sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"Subject: x\n\n", b"<rss>", b"WARC/1.0\r\n", b"\x1f\x8b\x08"]
    ),
)
def test_no_bytes_raise_anything_else(kind, data, head):
    with suppress(Unreadable):
        if kind in CONTAINERS:
            list(opener(kind)(io.BytesIO(head + data), f"a{kind}"))
        else:
            extract(head + data, f"a{kind}")


@given(cut=integers(1, 2_000), place=integers(0, 2_000), byte=integers(0, 255))
def test_a_damaged_file_of_each_kind_is_read_or_unreadable(sound, cut, place, byte):
    for name, data in sound.items():
        damaged = bytearray(data[: len(data) - cut % len(data)])
        if damaged:
            damaged[place % len(damaged)] = byte
        with suppress(Unreadable):
            extract(bytes(damaged), name)


def test_a_mail_made_to_stall_a_reader():
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000))
    assert message(("Subject: x\n" + nested + "\nwords").encode(), "a.eml") == (
        "the e-mail is nested too deep; save its text as .txt"
    )
    long = b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nThe road is open, he said.\n"
    start = time.monotonic()
    assert extract(long, "a.eml").string == "The road is open, he said.\n"
    assert time.monotonic() - start < 5


def test_a_page_made_to_stall_a_reader(monkeypatch):
    from truceline.reading.intake.html import walk

    start = time.monotonic()
    nested = "<ul class=menu><li class=nav>" * 8_000 + "<article>The road is open, he said."
    assert "The road is open" in extract(nested.encode(), "a.html").string
    monkeypatch.setattr(walk, "MOST_NODES", 5_000)
    assert message(b"<p>a</p>" * 9_000, "a.html") == (
        "the page has more than 5,000 elements; save its article's text as .txt"
    )
    assert time.monotonic() - start < 20
