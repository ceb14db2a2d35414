"""Spellings made comparable without losing a place: each folded character knows where it stood in the text.

Folded: apostrophes (’ ‘ ʼ ` ׳), dashes, quotation marks, kinds of space, Latin diacritics, Arabic alef with hamza or madda, final
ya, ta marbuta, tatweel and vowel signs, Hebrew points. Case is kept: "us" is no country.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u02bc\u02bb\u02bf\u02be\u0060\u00b4\u05f3\u2032\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u05f4\u2033", '"'),
        **dict.fromkeys("\t\n\r\u00a0\u2009\u200a\u202f\u2007", " "),
        "\u0649": "\u064a",  # alef maqsura to ya
        "\u0671": "\u0627",  # alef wasla to alef
        "\u0629": "\u0647",  # ta marbuta to ha
        "\u06cc": "\u064a",  # Farsi ya
        "\u06a9": "\u0643",  # Farsi kaf
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
    }
)
_DROPPED = frozenset(
    "\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\ufeff"
)


def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The folded text, and the place of each of its characters in ``text``; None where the places are the same."""
    text = text.translate(_SAME)
    if text.isascii():
        return text, None
    found = [_letter(c) for c in text]
    folded = "".join(found)
    if len(folded) == len(text):
        return folded, None
    return folded, tuple(i for i, c in enumerate(found) if c)


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    """The base letter, "" for a mark that changes no name, the character itself where it has no single base."""
    if char in _DROPPED or unicodedata.category(char) == "Mn":
        return ""
    bare = "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    return bare if len(bare) == 1 else char


def spellings(name: str) -> tuple[str, ...]:
    """The folded forms under which a name is found in running text.

    As written; in capitals, unless it is an abbreviation or short; with a capital first letter ("the movement" opens a
    sentence); with a space for each hyphen ("al Hayya"); without apostrophes ("Naim" for "Na'im"); in Arabic with "to" in
    place of the article's first letter.
    """
    base = " ".join(fold(name)[0].split())
    forms = {base, base.replace("-", " "), base.replace("'", "")}
    forms |= {form[:1].upper() + form[1:] for form in forms}
    if len(base) > 3 and not base.isupper():
        forms.add(base.upper())
    if base.startswith("ال"):
        forms.add("لل" + base[2:])
    return tuple(sorted(f for f in forms if f))
