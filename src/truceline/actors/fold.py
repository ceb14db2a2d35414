"""Spellings made comparable without losing a place: each folded character knows where it stood in the text.

Folded: apostrophes (’ ‘ ʼ ` ׳), dashes, quotation marks, kinds of space, Latin diacritics, Arabic alef with hamza or madda, final
ya, ta marbuta, tatweel and vowel signs, joined forms of letters as PDFs hold them, Hebrew points, and the Hebrew hyphen, which
stands where others write a space. Case is kept: "us" is no country.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u02bc\u02bb\u02bf\u02be\u0060\u00b4\u05f3\u2032\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u05f4\u2033", '"'),
        **dict.fromkeys("\t\n\r\u00a0\u05be\u2009\u200a\u202f\u2007", " "),
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
    if all(len(c) == 1 for c in found):
        return folded, None
    return folded, tuple(i for i, c in enumerate(found) for _ in c)


def stretched(text: str, end: int) -> int:
    """The end of a name moved past the vowel signs and stretches that belong to its last letter."""
    while end < len(text) and (text[end] == "\u0640" or unicodedata.category(text[end]) == "Mn"):
        end += 1
    return end


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    """The base letter, "" for a mark that changes no name, the character itself where it has no single base.

    A joined form (U+FEFB "lam with alef") gives the letters that it joins.
    """
    if char in _DROPPED or unicodedata.category(char) == "Mn":
        return ""
    if "\ufb1d" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        plain = unicodedata.normalize("NFKC", char)
        return char if plain == char else "".join(_letter(c) for c in plain.translate(_SAME))
    bare = "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    return bare if len(bare) == 1 else char


def spellings(name: str) -> tuple[str, ...]:
    """The folded forms under which a name is found in running text.

    As written; in capitals, unless it is an abbreviation or short; with a capital first letter ("the movement" opens a
    sentence); with a space for each hyphen ("al Hayya"); without apostrophes ("Naim" for "Na'im"); in Arabic with "to" in
    place of the article's first letter; in Hebrew with "in", "to" or "as" in place of the article, where it is one: a name of
    several words or an abbreviation ("the UN"), while a person's name may begin with the same letter.
    """
    base = " ".join(fold(name)[0].split())
    forms = {base, base.replace("-", " "), base.replace("'", "")}
    forms |= {form[:1].upper() + form[1:] for form in forms}
    if len(base) > 3 and not base.isupper():
        forms.add(base.upper())
    if base.startswith("ال"):
        forms.add("لل" + base[2:])
    if base.startswith("ה") and (" " in base or '"' in base):
        forms |= {preposition + base[1:] for preposition in "בלכ"}
    return tuple(sorted(f for f in forms if f))
