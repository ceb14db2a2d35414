"""Whether a text is in a language that the reader does not read. Told by script and by function words, never guessed further."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SCRIPTS = {"ARABIC": "Arabic", "HEBREW": "Hebrew", "CYRILLIC": "with Cyrillic script", "CJK": "Chinese or Japanese", "HANGUL": "Korean",
            "DEVANAGARI": "with Devanagari script", "GREEK": "Greek", "ETHIOPIC": "with Ethiopic script", "THAI": "Thai", "HIRAGANA": "Japanese",
            "KATAKANA": "Japanese", "ARMENIAN": "Armenian", "GEORGIAN": "Georgian"}  # fmt: skip
_WORDS = {
    "English": {"the", "of", "and", "to", "in", "that", "is", "was", "for", "said", "with", "on", "has", "by", "are", "be", "have", "not", "a", "at"},
    "French": {"le", "la", "les", "des", "et", "une", "dans", "que", "est", "pour", "du", "sur", "par", "avec", "qui", "pas", "aux"},
    "Spanish": {"el", "los", "las", "una", "del", "que", "por", "con", "para", "en", "fue", "sus", "pero", "como", "y"},
    "German": {"der", "die", "das", "und", "den", "von", "mit", "nicht", "ein", "eine", "ist", "dem", "auf", "auch", "im"},
    "Turkish": {"ve", "bir", "bu", "için", "ile", "olarak", "daha", "olan", "gibi", "kadar"},
    "Italian": {"il", "che", "di", "della", "per", "non", "una", "con", "sono", "gli", "nel", "dei"},
    "Portuguese": {"o", "os", "uma", "que", "não", "com", "para", "dos", "pelo", "foi", "em", "ao"},
}  # fmt: skip
_SAMPLE = 20_000


def foreign(text: str) -> str:
    """The name of the language where the text is plainly not English, else "".

    A majority of letters of another script decides; for Latin script, function words of another language that
    outnumber the English ones three to one. A text too short to tell is read.
    """
    scripts = Counter(_script(c) for c in text[:_SAMPLE] if c.isalpha())
    total = sum(scripts.values())
    name, count = max(
        ((k, v) for k, v in scripts.items() if k != "LATIN"), key=lambda x: x[1], default=("", 0)
    )
    if total and count > total / 2:
        return _SCRIPTS.get(name, f"with {name.title()} script")
    words = re.findall(r"\w+", text[:_SAMPLE].lower())
    scores = {language: sum(w in listed for w in words) for language, listed in _WORDS.items()}
    best = max(scores, key=lambda x: scores[x])
    return best if best != "English" and scores[best] >= 8 and scores[best] > 3 * scores["English"] else ""


def _script(char: str) -> str:
    if char < "\u0250":
        return "LATIN"
    return unicodedata.name(char, "OTHER").split(" ")[0].split("-")[0]
