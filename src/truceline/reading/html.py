"""The article of an HTML page as plain text; scripts, styles and menus are left out."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

EXTRACTOR = f"resiliparse/{version('resiliparse')}"


def article(page: str) -> str:
    """The main text, a paragraph a line; the whole body's text where no main part is found."""
    from resiliparse.extract.html2text import extract_plain_text

    found = _text(extract_plain_text, page, main=True)
    return found if len(found.split()) >= 20 else _text(extract_plain_text, page, main=False)


def _text(extract: Any, page: str, main: bool) -> str:
    return str(
        extract(
            page,
            main_content=main,
            alt_texts=False,
            links=False,
            form_fields=False,
            noscript=False,
            comments=False,
        )
    ).strip()
