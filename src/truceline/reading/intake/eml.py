"""E-mails (.eml): the body. No address and no name of a person in the heads of a mail enters any text or suggestion.

The plain part goes before the HTML part. The outlet is suggested only for what a list or press office sends out (RFC 2919,
RFC 2369): the sender of any other mail may be a private person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from truceline.evidence import Interval
from truceline.reading.intake import decoding, html
from truceline.reading.intake.found import Found, Lines, Masthead, on
from truceline.reading.intake.unreadable import Unreadable

NAME = "eml/1"
_HEADS = re.compile(
    r"^>.*$|^[*\s]*(?:from|to|cc|bcc|sent|date|subject|reply-to)\s*:\*? .*$|^.{0,200}<?\S+@\S+>?.{0,40}wrote:\s*$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"^\W*(?:begin )?(?:forwarded message|original message)\W*$", re.IGNORECASE)
MOST_PARTS, LONGEST_HEAD = 200, 2_000
_LISTS = ("List-Id", "List-Unsubscribe", "List-Post")


def read(data: bytes, path: str) -> Found:
    """The text of the body, with signatures and copied heads marked; attachments are named in the notes."""
    message = _message(data)
    body = _body(message)
    if body is None:
        raise Unreadable("the e-mail has no text", "save what it carries as files of their own")
    string = _decoded(body)
    found = _plain(string) if body.get_content_subtype() == "plain" else _page(string, path)
    notes = tuple(
        f"the attachment {name} is a document of its own: truceline add and read take it up"
        if readable else f"the attachment {name} is not read: files of its kind are not"
        for name, readable in ((n, attachment_kind(n)) for n, _ in attachments(message))
    )  # fmt: skip
    return replace(found, masthead=masthead(message), notes=notes)


def attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each attached file; a forwarded mail is one, under its subject's place."""
    for number, part in enumerate(message.iter_attachments(), 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            yield f"{number}.eml", inner.as_bytes()
        else:
            data = part.get_payload(decode=True)
            yield part.get_filename() or str(number), data if isinstance(data, bytes) else b""


def parsed(data: bytes) -> EmailMessage:
    """The mail; what is broken in it shows when it is read."""
    return _message(data)


def attachment_kind(name: str) -> str:
    """The suffix of an attachment that can be read as a document of its own, else ""."""
    from truceline.reading.intake.table import FORMATS, suffix

    found = suffix(name)
    return found if found in FORMATS else ""


def _message(data: bytes) -> EmailMessage:
    decoding.refuse_binary(data)
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = list(message.walk())
    except RecursionError as error:
        raise Unreadable("the e-mail is nested too deep", "save its text as .txt") from error
    if len(parts) > MOST_PARTS or any(_long(part) for part in parts):
        raise Unreadable("the e-mail has too many parts, or heads that are too long", "save its text as .txt")
    if not isinstance(message, EmailMessage) or not message.keys():
        raise Unreadable("the file has no heads of an e-mail", "export it anew from the mail program as .eml")
    return message


def _long(part: Message[str, str]) -> bool:
    """Whether a head that must be parsed to read the part is made to stall a reader."""
    heads = (value for name, value in part.raw_items() if name.lower().startswith("content-"))
    return any(len(str(value)) > LONGEST_HEAD for value in heads)


def _head(message: EmailMessage, name: str) -> str:
    """The first head of this name, decoded; of an overlong one its beginning."""
    raw = next((str(v) for k, v in message.raw_items() if k.lower() == name.lower()), "")
    return str(policy.default.header_fetch_parse(name, raw[:LONGEST_HEAD]))


def _body(message: EmailMessage) -> EmailMessage | None:
    """The plain part that says something, else the page."""
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        if part is not None and isinstance(part, EmailMessage) and _decoded(part).strip():
            return part
    return None


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return decoding.declared(data, part.get_content_charset() or "").replace("\r\n", "\n")


def _plain(string: str) -> Found:
    """A paragraph a line: mail programs break lines at some 76 characters. What is quoted of an earlier mail is marked."""
    lines = Lines()
    signature = False
    for paragraph in re.split(r"\n[ \t]*\n", string):
        for block, aside in _blocks(paragraph.split("\n")):
            signature = signature or block in ("--", "-- ")
            lines.add(block.strip(), aside=aside or signature)
    return lines.found(NAME)


def _blocks(written: list[str]) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph joined where they were wrapped, and whether each stands beside the text."""
    held: list[str] = []
    for line in written:
        aside = bool(_HEADS.match(line) or _FORWARDED.match(line))
        starts = aside or line.rstrip() == "--" or re.match(r"\s*(?:[-*•–]\s|\d+[.)]\s|>)", line)
        if held and (starts or len(held[-1]) < 55):
            yield " ".join(held), False
            held = []
        if aside or line.rstrip() == "--":
            yield line.rstrip(), aside
        else:
            held.append(line.strip())
    if held:
        yield " ".join(held), False


def _page(string: str, path: str) -> Found:
    found = html.read(string.encode("utf-8", "replace"), path)
    return replace(found, extractor=f"{NAME}+{found.extractor}")


def masthead(message: EmailMessage) -> Masthead:
    """Subject, day, and the list or press office that sent it; no private person."""
    title = " ".join(_head(message, "Subject").split())
    bulk = any(name in message for name in _LISTS)
    name = parseaddr(_head(message, "From"))[0] if bulk else ""
    return Masthead(title, "" if "@" in name else name, "", _sent(message))


def _sent(message: EmailMessage) -> Interval:
    try:
        day = parsedate_to_datetime(_head(message, "Date")).date()
    except (TypeError, ValueError, IndexError):
        return Interval()
    return on(day, "the date in the head of the e-mail")
