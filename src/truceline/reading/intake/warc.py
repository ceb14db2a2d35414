"""Web archives (WARC, ISO 28500; also gzipped): each page that was got is a document, one after the other, in flat memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from truceline.reading.intake import bounds
from truceline.reading.intake.entry import Entry
from truceline.reading.intake.found import Masthead
from truceline.reading.intake.unreadable import Unreadable

KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
LARGEST_RECORD = 16 * 1024 * 1024
_OK = 200
_ADVICE = "get the archive again; what stands before this place was taken"


def entries(stream: BinaryIO, _path: str) -> Iterator[Entry]:
    """The pages of the archive, marked by the number of their record; what is no page is counted in a last entry."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    number, passed = 0, Counter[str]()
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type):
            number += 1
            if record.record_type & wanted:
                kind = _kind(record)
                if kind in KINDS:
                    yield _entry(str(number), record, KINDS[kind])
                else:
                    passed[kind] += 1
    except OSError as error:
        if number:
            reason = f"the archive is damaged or cut short here ({error}); {_ADVICE}"
            yield Entry(str(number + 1), "", b"", reason=reason)
    if not number:
        raise Unreadable(
            "no WARC record stands at the beginning of the file",
            "name a file that a web archiver has written, or get it again",
        )
    if passed:
        told = ", ".join(f"{count} of {kind}" for kind, count in passed.most_common(5))
        yield Entry("", "", b"", reason=f"records that are no pages were passed over: {told}")


def _kind(record: Any) -> str:
    """Its media type; what a server answered instead of a page is named by its status."""
    if record.http_headers is not None and record.http_headers.status_code != _OK:
        return f"status {record.http_headers.status_code}"
    return (
        str(record.http_content_type or record.headers.get("Content-Type") or "no type")
        .split(";")[0]
        .strip()
        .lower()
    )


def _entry(mark: str, record: Any, suffix: str) -> Entry:
    about = Masthead(
        address=record.headers.get("WARC-Target-URI") or "",
        retrieved=record.record_date.date() if record.record_date else None,
    )
    expected = record.content_length
    data = record.reader.read(LARGEST_RECORD + 1)
    if len(data) > LARGEST_RECORD:
        return Entry(
            mark, suffix, b"", about, reason=f"the record is larger than {LARGEST_RECORD // 2**20} MB"
        )
    if len(data) < expected:
        return Entry(mark, suffix, b"", about, reason=f"the record is cut short here; {_ADVICE}")
    try:
        return Entry(mark, suffix, _unpacked(record, data), about, str(record.http_charset or ""))
    except Unreadable as error:
        return Entry(mark, suffix, b"", about, reason=str(error))


def _unpacked(record: Any, data: bytes) -> bytes:
    """The page as the server meant it: packed answers are unpacked, within bounds."""
    headers = record.http_headers
    coding = (headers.get("Content-Encoding") or "").strip().lower() if headers is not None else ""
    if coding in ("", "identity"):
        return data
    if coding in ("gzip", "x-gzip", "deflate"):
        return bounds.inflated(data, "the record", LARGEST_RECORD)
    raise Unreadable(f"the record is packed as {coding}", "crawl it anew with gzip")
