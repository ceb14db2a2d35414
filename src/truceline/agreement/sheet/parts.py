"""The parts of a cell: separated by marks, except within quotation marks."""

from __future__ import annotations

import re

_QUOTES = str.maketrans("“”„«»", '"""""')
_SPECIAL = re.compile(r'[,;"\n]')


def plain(cell: str) -> str:
    """The cell with straight quotation marks, as a sheet may have made them curly."""
    return cell.translate(_QUOTES)


def split(cell: str, marks: str) -> list[str]:
    """The parts between the marks, without those within quotation marks; empty parts are none."""
    found = [""]
    quoted = False
    for character in cell:
        quoted ^= character == '"'
        if character in marks and not quoted:
            found.append("")
        else:
            found[-1] += character
    return [part.strip() for part in found if part.strip()]


def quoted(text: str, *, always: bool = False) -> str:
    """The text in quotation marks where it needs them."""
    return f'"{text}"' if always or _SPECIAL.search(text) else text


def unquoted(text: str) -> str:
    """The text without the quotation marks around it."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
