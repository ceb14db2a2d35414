"""Lines of an iCalendar file: text escaped (RFC 5545, 3.3.11) and folded at 75 octets (3.1), never within a character."""

from __future__ import annotations

OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def escaped(text: str) -> str:
    """The text as a TEXT value; other control characters, which the format has no place for, become spaces."""
    plain = "".join(
        c if c >= " " or c == "\n" else "" if c == "\r" else " " for c in text.replace("\x7f", " ")
    )
    return plain.translate(_ESCAPES)


def folded(line: str) -> str:
    """A content line in portions of at most 75 octets; each further one begins with a space, which counts."""
    parts: list[str] = []
    part, size = "", 0
    for character in line:
        width = len(character.encode("utf-8"))
        if size + width > OCTETS:
            parts.append(part)
            part, size = " ", 1
        part += character
        size += width
    return "\r\n".join([*parts, part])
