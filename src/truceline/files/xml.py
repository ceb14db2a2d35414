"""What no XML can hold: workbooks and Word documents are XML, and one such character in a source would stop the whole file.

The rule is the production ``Char`` of XML 1.0 (https://www.w3.org/TR/xml/#charsets).
"""

from __future__ import annotations

import re

SIGN = "\ufffd"
"""Stands where a character was that cannot be shown: a reader sees that something was there."""
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?")


def clean(text: str) -> str:
    """The text with the replacement sign for each character that no XML can hold, and line ends of one sort."""
    return _ILLEGAL.sub(SIGN, _LINE_ENDS.sub("\n", text))
