"""Kinds of damage done to a text, each by a generator of random numbers: what comes from bad pages, bad copies and bad will."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from random import Random

QUOTES = "\"'“”‘’„‟«»‹›″‶＂`´"
CONTROLS = "".join(map(chr, (*range(32), *range(127, 160)))) + "\u2028\u2029"
DIRECTIONS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\ufffd\ufe0f\u00a0\u3000"
SCRIPTS = (
    "حماس",
    "قال المتحدث",
    "وإسرائيل",
    "٤١٠ قتلى",
    "ישראל",
    "דובר צה״ל אמר",
    "لِلْحَرَكَة",
    "Министр",
    "外交部",
    "คนกล่าว",
    "नहीं",
)
COMBINING = "\u0301\u0308\u0327\u0338\u20e3\u0489\u064b\u0651\u05b0\u1ab0"
EMOJI = ("🙂", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇺🇳", "👍🏽", "🕊️", "𝔸", "𐍈", "💥" * 9)
LETTERS = "İıßŉǰﬁﬃÅΐẞſＡｚ①Ⅷ㎞ªĿ"
BRACKETS = "()[]{}<>（）【】⟨⟩"
NUMBERS = (
    "1,234,,5", "1.2.3.4", "1 000 000", "1’000", "12,34,56,789", ".5", "5.", "-3", "+7", "1e400", "0x1F", "½", "²", "٣٤", "१२",
    "1/0", "10/20/30", "3-", "-", "0", "00", "007", "100%", "%", "$1.5bn", "1,5 million", "12-15-18", "20 to 10", "between 9 and",
    "more than up to 5", "one hundred and", "a hundred thousand million", "minus two", "no. 5", "5th", "zero", "3½", "1–", "№ 7",
)  # fmt: skip
HUGE = (
    "9" * 40, "9" * 400, "9" * 5000, "1" + ",000" * 120, "0." + "0" * 400 + "1", "1" + "0" * 310 + ".5", "million " * 60,
    "999 trillion billion million", "nine hundred " * 40, "9" * 17 + " to " + "9" * 18, "hundred thousand " * 9,
)  # fmt: skip
DATES = (
    "99 Octember", "31 February 2025", "29 February 2023", "0 May", "2025-13-45", "0000-00-00", "9999-12-31", "10000-01-01", "32/13/2025",
    "1 January 10000", "December 31, 9999", "the year 0", "99999 BC", "two thousand years ago", "in 900 million days", "last 99 weeks",
    "since the 1st of", "Monday Tuesday", "30 30 October", "October 7 8 9 10 11", "late late March", "12, 14 and 99 September", "the 1990s",
    "tomorrow", "9 days after 31 December 9999", "4,000 years before", "the week of 99 April", "24:61", "mid-", "Feb 30-31", "1 to 99 May",
    "999999 days ago", "99999999999999999999 weeks later", "in 9999999 months", "1100 years ago", "²³ May", "٣١ February", "① days earlier",
)  # fmt: skip
SPEECH = (
    "he said", "said", "according to", "according to according to", "told Reuters", "it added", "citing", "who said that", "“he said", "said: “",
    "the spokesman said he said", "rejected", "denied that", "Q:", "A:", "-", "- “", "via", "(he added)", ", she said,", "on condition that",
)  # fmt: skip
LINES = (
    "\n",
    "\r\n",
    "\r",
    "\n\n\n",
    "\t",
    "\t\t",
    " \n \n",
    "\x0b",
    "\x0c",
    "\x85",
    "    ",
    " | ",
    "\n- ",
    "\n1. ",
    "\t12\t14\n",
)

Change = Callable[[Random, str], str]


def _insert(rng: Random, text: str, pieces: Sequence[str], most: int = 4) -> str:
    for _ in range(rng.randint(1, most)):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(pieces) + text[at:]
    return text


def _between(rng: Random, text: str, pieces: Sequence[str], most: int = 3) -> str:
    """Pieces put between words, or in place of one."""
    words = text.split(" ")
    for _ in range(rng.randint(1, most)):
        at = rng.randrange(len(words))
        words[at : at + rng.randint(0, 1)] = [rng.choice(pieces)]
    return " ".join(words)


def quotes(rng: Random, text: str) -> str:
    """Quote marks put in, taken out, exchanged."""
    if rng.random() < 0.5:
        text = "".join(rng.choice((c, "", rng.choice(QUOTES))) if c in QUOTES else c for c in text)
    return _insert(rng, text, QUOTES)


def nested(rng: Random, text: str) -> str:
    """A stretch within quotations within quotations, the inner marks seldom of one kind."""
    a, b = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    inner = text[a:b]
    for _ in range(rng.randint(1, 6)):
        inner = rng.choice(QUOTES) + inner + rng.choice(QUOTES)
    return text[:a] + inner + text[b:]


def combining(rng: Random, text: str) -> str:
    """Marks behind letters, or the text taken apart into letters and marks."""
    if rng.random() < 0.3:
        return unicodedata.normalize(rng.choice(("NFD", "NFKD")), text)
    return "".join(c + rng.choice(COMBINING) * rng.randint(1, 3) if rng.random() < 0.1 else c for c in text)


def brackets(rng: Random, text: str) -> str:
    """Runs of brackets, open and closed as it comes."""
    return _insert(rng, text, ["".join(rng.choices(BRACKETS, k=rng.randint(1, 30))) for _ in range(4)])


def digits(rng: Random, text: str) -> str:
    """Digits exchanged, then numbers of odd form between the words."""
    text = "".join(rng.choice("0123456789,.٣") if c.isdigit() and rng.random() < 0.4 else c for c in text)
    return _between(rng, text, NUMBERS)


def words(rng: Random, text: str) -> str:
    """Words taken out, doubled, moved, cut or in other letters."""
    made = text.split(" ")
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(made))
        made[at : at + 1] = rng.choice(
            ([], [made[at]] * 2, [rng.choice(made)], [made[at][:2]], [made[at].upper()], [made[at].lower()], [made[at].title()])
        )  # fmt: skip
        made = made or [""]
    return " ".join(made)


def cut(rng: Random, text: str) -> str:
    """A text that begins or ends in the middle, or has a hole."""
    a, b = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    return rng.choice((text[a:], text[:b], text[:a] + text[b:], text[a:b]))


def shuffled(rng: Random, text: str) -> str:
    """The same words in another order."""
    made = text.split(" ")
    rng.shuffle(made)
    return " ".join(made)


def pieces(*held: str) -> Change:
    """Single characters or whole pieces anywhere, within words too."""
    return lambda rng, text: _insert(rng, text, held)


def phrases(*held: str) -> Change:
    """Whole pieces between words."""
    return lambda rng, text: _between(rng, text, held)


KINDS: Mapping[str, Change] = {
    "quotes": quotes,
    "nested": nested,
    "controls": pieces(*CONTROLS),
    "nul": pieces("\0", "\0\0\0"),
    "directions": pieces(*DIRECTIONS),
    "scripts": phrases(*SCRIPTS),
    "unseen": pieces(*UNSEEN),
    "combining": combining,
    "emoji": pieces(*EMOJI),
    "letters": pieces(*LETTERS),
    "brackets": brackets,
    "digits": digits,
    "huge": phrases(*HUGE),
    "dates": phrases(*DATES),
    "speech": phrases(*SPEECH),
    "lines": pieces(*LINES),
    "words": words,
    "cut": cut,
    "shuffled": shuffled,
}


def lengthened(rng: Random, text: str, size: int) -> str:
    """At least ``size`` characters without the end of a sentence: the text over and over, or one piece of it."""
    plain = text.replace(".", "").replace("!", "").replace("?", "").replace("\n", " ") or "a"
    piece = rng.choice((plain + " ", plain + " ", plain + ", ", rng.choice(SPEECH) + " ", plain[:1] or "a", "“" + plain + " ", "(" * 9 + " ",
                        rng.choice(NUMBERS) + " ", rng.choice(DATES) + ", ", rng.choice(QUOTES) + "a "))  # fmt: skip
    return piece * (size // len(piece) + 1)
