import pytest

from truceline.reading import Unreadable, extract

ENGLISH = "The two sides met on Monday and agreed to keep the road open for aid. "


def test_a_text_file_is_the_file_as_decoded_with_its_newlines():
    assert extract("One.\r\nTwo – “three”.\n".encode(), "a.txt").string == "One.\r\nTwo – “three”.\n"


def test_a_byte_order_mark_is_kept_out():
    assert extract(b"\xef\xbb\xbfOne.", "a.txt").string == "One."


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        (b"  \n", "a.txt", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n....", "a.txt", "the file is a PNG picture, not text"),
        (b"abc\0def", "a.txt", "the file is binary, not text"),
        (b"\x01\x02\x03\x04abc", "a.txt", "the file is binary, not text"),
        ("Häuser".encode("latin-1"), "a.txt", "the file is not UTF-8: byte 0xe4 at offset 1"),
        ("text".encode("utf-16"), "a.txt", "the file is encoded in UTF-16"),
        (b"hello", "a.docm", "files of the kind '.docm' are not read"),
        ("وقف إطلاق النار في غزة".encode(), "a.txt", "not read: language Arabic"),
        ("הפסקת האש נמשכת".encode(), "a.txt", "not read: language Hebrew"),
        (
            "Le cessez-le-feu dans la région est pour les deux parties une chance que le monde attend. " * 3,
            "a.txt",
            "not read: language French",
        ),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data, path, reason):
    with pytest.raises(Unreadable) as error:
        extract(data if isinstance(data, bytes) else data.encode(), path)
    assert error.value.reason == reason
    assert error.value.advice


def test_an_english_text_with_arabic_names_is_read():
    assert extract((ENGLISH * 3 + "حماس").encode(), "a.txt").string.endswith("حماس")


def test_scripts_of_a_page_are_no_text():
    page = f"<html><head><script>var said = 1;</script></head><body><article><p>{ENGLISH * 4}</p></article></body></html>"
    text = extract(page.encode(), "a.html")
    assert "keep the road open" in text.string
    assert "var said" not in text.string
    assert text.extractor.startswith("html/1+resiliparse-")


def test_a_page_without_text_is_unreadable():
    with pytest.raises(Unreadable, match="no article text"):
        extract(b"<html><script>x()</script></html>", "a.html")
