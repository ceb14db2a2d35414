"""Files of each kind, written here byte by byte: no file of anybody else is in the tree."""

from __future__ import annotations

import io
import zipfile

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def pdf_bytes(pages: list[list[tuple[float, float, float, str]]], trailer: str = "") -> bytes:
    """A PDF of these pages; each printed line is x, y, size and its text (Latin-1)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text.translate(ESCAPED)}) Tj ET\n"
            for x, y, size, text in page
        ).encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(drawn), drawn))
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer.encode(),
        start,
    )
    return bytes(made)


def column(
    lines: list[str], x: float = 72, top: float = 760, size: float = 11
) -> list[tuple[float, float, float, str]]:
    """Lines below each other, 14 points apart; an empty one leaves its space."""
    return [(x, top - 14 * n, size, line) for n, line in enumerate(lines) if line]


def docx_bytes(body: str, **parts: str) -> bytes:
    """A Word file with this body; ``header1="..."`` and the like are further parts of the document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:part {W}>{content}</w:part>")
    return made.getvalue()


def warc_bytes(*records: tuple[str, str, bytes, str]) -> bytes:
    """Answers of servers: address, media type, body, further lines of the head."""
    made = b""
    for address, kind, body, heads in records:
        status, _, more = heads.partition("|")
        answer = f"HTTP/1.1 {status or '200 OK'}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-12-24T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{abs(hash(address)):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        made += head.encode() + answer + b"\r\n\r\n"
    return made


@pytest.fixture
def pdf():
    return pdf_bytes


@pytest.fixture
def printed():
    return column


@pytest.fixture
def docx():
    return docx_bytes


@pytest.fixture
def warc():
    return warc_bytes


@pytest.fixture
def para():
    """Paragraphs of a Word file."""
    return lambda *texts: "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in texts)


@pytest.fixture
def shown():
    """The lines of a Text without its asides, and those that are asides."""

    def lines(text):
        beside = [text.string[a.span.start : a.span.end] for a in text.asides]
        return [line for line in text.body.split("\n") if line], beside

    return lines


@pytest.fixture(scope="session")
def sound():
    """A sound file of each kind that holds one document, by its name."""
    words = ["The road is open, Tarik Velmo said on Monday."] * 5
    body = "".join(f"<w:p><w:r><w:t>{w}</w:t></w:r></w:p>" for w in words)
    return {
        "a.pdf": pdf_bytes([column(words)]),
        "a.docx": docx_bytes(body),
        "a.eml": ("Subject: x\nDate: Wed, 24 Dec 2025 10:00:00 +0000\n\n" + "\n".join(words)).encode(),
        "a.html": f"<article><h1>Open</h1>{''.join(f'<p>{w}</p>' for w in words)}</article>".encode(),
    }
