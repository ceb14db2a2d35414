"""Feeds: RSS 2.0, RSS 1.0 (RDF) and Atom (RFC 4287). Each entry is a document: its title, then its text, as plain text.

What a feed carries is often the first lines of an article only: the entry's address leads to the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import BinaryIO
from xml.etree.ElementTree import Element

from truceline.evidence import Interval
from truceline.evidence.dates import DateError, parse
from truceline.reading.intake import bounds, html, xml
from truceline.reading.intake.entry import Entry
from truceline.reading.intake.found import Masthead, on
from truceline.reading.intake.unreadable import Unreadable

_ENTRIES = ("item", "entry")
_TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
_DATES = ("pubDate", "published", "date", "issued")
_ADVICE = "save the feed anew from its address"


def entries(stream: BinaryIO, _path: str) -> Iterator[Entry]:
    """The entries in the order of the feed; one without a text is given with its reason."""
    data = stream.read(bounds.LARGEST + 1)
    bounds.refuse_large(len(data))
    if not data.strip():
        raise Unreadable("the file is empty", _ADVICE)
    root = xml.parse(data.lstrip(), "the feed")
    if xml.local(root) not in ("rss", "feed", "RDF"):
        raise Unreadable(f"the file is XML, but no feed: it begins with <{xml.local(root)}>", _ADVICE)
    outlet = _outlet(root)
    for number, element in enumerate((e for e in root.iter() if xml.local(e) in _ENTRIES), 1):
        yield _entry(str(number), element, outlet)


def _entry(mark: str, element: Element, outlet: str) -> Entry:
    title = _plain(_child(element, ("title",)))
    source = _plain(_child(_first(element, "source"), ("title",)) or _child(element, ("source",)))
    about = Masthead(title, source or outlet, _address(element), _published(element))
    text = _plain(_child(element, _TEXTS))
    if not text:
        return Entry(mark, ".txt", b"", about, reason="the entry has no text; see its address")
    return Entry(mark, ".txt", f"{title}\n\n{text}\n".lstrip("\n").encode(), about)


def _outlet(root: Element) -> str:
    channel = next((e for e in root if xml.local(e) == "channel"), root)
    return _plain(_child(channel, ("title",)))


def _child(element: Element | None, names: tuple[str, ...]) -> str:
    """The text of the first child of these names that has one, markup of XHTML content kept as words."""
    for name in names if element is not None else ():
        found = _first(element, name)
        text = "" if found is None else "\n".join(part.strip() for part in found.itertext())
        if text.strip():
            return text
    return ""


def _first(element: Element | None, name: str) -> Element | None:
    return next((e for e in element if xml.local(e) == name), None) if element is not None else None


def _plain(written: str) -> str:
    """The words of a field that may hold HTML, without what is marked as standing beside them."""
    if "<" not in written and "&" not in written:
        return "\n".join(" ".join(line.split()) for line in written.splitlines() if line.strip())
    try:
        found = html.read(written.encode("utf-8", "replace"), "")
    except Unreadable:
        return ""
    kept, at = [], 0
    for aside in found.asides:
        kept.append(found.string[at : aside.span.start])
        at = aside.span.end
    return "\n".join(line for line in "".join([*kept, found.string[at:]]).splitlines() if line)


def _address(element: Element) -> str:
    for link in (e for e in element if xml.local(e) == "link"):
        address = link.get("href") or (link.text or "").strip()
        if link.get("rel", "alternate") == "alternate" and address.startswith(("http://", "https://")):
            return address
    return ""


def _published(element: Element) -> Interval:
    for name in _DATES:
        found = _first(element, name)
        if found is not None and (day := _day((found.text or "").strip())):
            return on(day, f"the feed ({name})")
    return Interval()


def _day(written: str) -> date | None:
    """The day of an ISO 8601 date or of one as in e-mails, in the zone that it is written in."""
    try:
        return (
            parse(written[:10]).earliest if written[:4].isdecimal() else parsedate_to_datetime(written).date()
        )
    except (DateError, TypeError, ValueError, IndexError):
        return None
