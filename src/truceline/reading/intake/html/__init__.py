"""Web pages: the whole text of the page, a block a line, with everything beside the article marked.

Resiliparse parses the page; which part is the article is decided here. Its own ``main_content`` mode loses lists that stand in
an article, and keeps comments.
"""

from __future__ import annotations

import re
from importlib.metadata import version

from truceline.reading.intake import decoding
from truceline.reading.intake.found import Found, Lines
from truceline.reading.intake.html import article, masthead
from truceline.reading.intake.unreadable import Unreadable

NAME = f"html/1+resiliparse-{version('resiliparse')}"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def read(data: bytes, _path: str, charset: str = "") -> Found:
    """The blocks of the page in order. ``charset`` is what the server declared, where that is known."""
    from resiliparse.parse.html import HTMLTree

    decoding.refuse_binary(data)
    tree = HTMLTree.parse(decoding.declared(data, charset or _declared(data)))
    lines = Lines()
    for text, aside in article.blocks(tree):
        lines.add(text, aside=aside)
    if not any(lines.parts):
        raise Unreadable("no article text was found in the page", "copy the article's text into a .txt file")
    return lines.found(NAME, masthead.of(tree))


def _declared(data: bytes) -> str:
    """The encoding that the page's own head names, as browsers take it (WHATWG: "iso-8859-1" is windows-1252)."""
    from resiliparse.parse.encoding import map_encoding_to_html5

    found = _CHARSET.search(data[:8192])
    return str(map_encoding_to_html5(found[1].decode("ascii")) or "") if found else ""
