"""Questions and answers: which sentences of an interview or transcript are answers, and who gives them.

A line that is labelled ("A.", "Mr Osk:"), opens with a dash, or follows a question is an answer; the label, else the headline or
the question that addresses somebody, tells whose. Where the answers stand in quotation marks only what is quoted is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truceline.reading.cast import same
from truceline.reading.chain import Link
from truceline.reading.frames import Frame, Phrase
from truceline.reading.resolver import Resolver
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import noun_phrase
from truceline.reading.surface import read
from truceline.reading.vocabulary import words
from truceline.reading.voices import Voice

_MARK = re.compile(r"(?:[—–-]\s*)?(Q|A|Question|Answer)\s*[.:]\s", re.IGNORECASE)
_WORD = r"(?:[^\W\d_a-z][\w’'.-]*|al|el|bin|von|van|de|la|di|da|of|the)"
_NAMED = re.compile(rf"(?:[—–-]\s*)?((?:{_WORD}\s+){{0,4}}{_WORD}|The(?: \w+){{1,2}})\s*:\s+(?=\S)")
_YOU = re.compile(r"\b(you|your)\b", re.IGNORECASE)
_ME = re.compile(r"\b(I|we|my|our|me|us)\b")
_ASKED = frozenset(
    {
        "question",
        "questions",
        "replies",
        "answers",
        "interview",
        "conversation",
        "talk",
        "minutes",
        "sat",
        "spoke",
    }
)
_ANSWERS = frozenset({"answers", "replies", "responds", "answered", "replied"})
_LONGEST = 40  # words of a question


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text: its sentences, whether it asks or answers, how long its label is and what it says."""

    first: int
    last: int
    role: str = ""
    label: str = ""
    start: int = 0
    quoted: bool = False


class Answers:
    """The answers of one text; empty where it has fewer than two questions."""

    def __init__(self, sentences: Sequence[Sentence], outlet: str, resolver: Resolver) -> None:
        self.sentences, self.outlet, self.resolver = sentences, outlet.casefold(), resolver
        self.lines = _lines(sentences, self.outlet)
        self.of = {
            i: line for line in self.lines if line.role == "answer" for i in range(line.first, line.last + 1)
        }
        self._who: Voice | None = None

    def link(self, index: int) -> Link | None:
        """The link of whoever answers in a sentence; None where it is no answer or nobody is known to give it."""
        line = self.of.get(index)
        if line is None:
            return None
        voice = self._voice(line, index)
        if voice is None:
            return None
        s = self.sentences[index]
        return Link(voice, Frame(0, 0, "", "colon", None, []), "", s.span(0, 0), False)

    def covers(self, index: int, k: int) -> bool:
        """Whether a token is part of the answer: after the label, and quoted where the answers are."""
        line, s = self.of[index], self.sentences[index]
        return s.start[k] >= line.start and (bool(s.quoted[k]) or not line.quoted)

    def beside(self, index: int, k: int) -> bool:
        """Whether a token of an answering line is the outlet's own telling: after the label, not part of the answer."""
        return self.sentences[index].start[k] >= self.of[index].start and not self.covers(index, k)

    def _voice(self, line: Line, index: int) -> Voice | None:
        if line.label and (voice := self._labelled(line, index)) is not None:
            self._who = voice
        self._who = self._who or self._asked()
        if self._who is None:
            return None
        return replace(self._who, doubt="the text is told as answers of this speaker", sentence=index)

    def _labelled(self, line: Line, index: int) -> Voice | None:
        """Whom a label names; a bare office ("Monitor:") is whoever is asked, if the text tells."""
        s = self.sentences[line.first]
        last = max((k for k in range(len(s)) if s.end[k] <= line.start and s.low[k] != ":"), default=None)
        if last is None:
            return None
        first = next(k for k in range(len(s)) if s.low[k][:1].isalnum())
        s.tag[last] = "NNP" if s.tag[last].startswith("NN") else s.tag[last]
        voice = self.resolver.resolve(read(s, Phrase(first, last, last)), s, index)
        office = line.label.casefold().removeprefix("the ")
        if office not in words("names", "people") | words("names", "titles"):
            return (
                voice if voice.name and (" " in line.label or voice.sort == "person") else self._who or voice
            )
        asked = self._who or self._asked()
        if asked is not None and (asked.role in same(office) or asked.sort == "person" and not asked.role):
            return asked
        return Voice(None, s.words(first, last), s.span(first, last), "unnamed", anonymous=True, role=office)

    def _asked(self) -> Voice | None:
        """Who is asked: named in the headline or addressed in a question, else described there."""
        first = next((line.first for line in self.lines if line.role), 0)
        found = [v for i in range(first) for v in self._in_head(i)]
        found = [v for v in found if not self.resolver.cast.is_place(v.name or "")]
        found += [v for line in self.lines if line.role == "question" for v in self._addressed(line.first)]
        if not any(v.name and not v.described for v in found):
            found += self._alone(first)
        found = [v for v in found if v.sort != "body" or not v.described]
        named = [v for v in found if v.name and not v.described] or [v for v in found if v.name] or found
        return named[0] if named else None

    def _alone(self, first: int) -> list[Voice]:
        """The one person whom the lines above the first question name with an office: "Ambassador X, chair of the commission"."""
        named = {}
        for s in self.sentences[:first]:
            if s.low[0] != "by":
                named.update(
                    {
                        m.name: Voice(m.name, m.name, s.span(k, k), "person")
                        for k, m in self.resolver.cast.persons(s)
                        if m.heads
                    }
                )
        return list(named.values()) if len(named) == 1 else []

    def _in_head(self, index: int) -> Iterator[Voice]:
        """ "Questions to X", "answers from X", "X answers", "X took questions"."""
        s = self.sentences[index]
        for k in range(len(s)):
            noun = None
            if s.low[k] in ("to", "of", "with", "from") and any(
                w in _ASKED for w in s.low[max(0, k - 3) : k]
            ):
                noun = s.child(k, "pobj")
            elif (s.low[k] in _ANSWERS or _takes_questions(s, k)) and k and not s.words(k, k).isupper():
                noun = s.child(k, "nsubj")
                noun = k - 1 if noun is None else noun
            if noun is not None and (s.is_name(noun) or s.is_noun(noun)):
                phrase = noun_phrase(s, noun) if noun > k else Phrase(min(s.left[noun], noun), noun, noun)
                yield self.resolver.resolve(read(s, phrase), s, index)

    def _addressed(self, index: int) -> Iterator[Voice]:
        """ "Madam Salleh-Pinto, are you content?": a person named before a comma where a question opens."""
        s = self.sentences[index]
        for k, member in self.resolver.cast.persons(s):
            if k + 1 < len(s) and s.low[k + 1] == "," and k < 8:
                a = k
                while a and member.name.endswith(s.words(a - 1, k)):
                    a -= 1  # "Salleh-Pinto" is three tokens
                yield Voice(member.name, s.words(a, k), s.span(a, k), "person")


def _takes_questions(s: Sentence, k: int) -> bool:
    return s.low[k] in ("took", "takes", "faced") and "questions" in s.low[k + 1 : k + 3]


def _lines(sentences: Sequence[Sentence], outlet: str) -> list[Line]:
    """The paragraphs of a text with their roles; without roles where nothing is asked twice."""
    raw = list(_paragraphs(sentences))
    texts = [_text(sentences, line) for line in raw]
    marked = [_labelled(text, line, sentences, outlet) for text, line in zip(texts, raw, strict=True)]
    asked = [
        line.role == "question" or line.role == "" and _asks(text)
        for text, line in zip(texts, marked, strict=True)
    ]
    if sum(asked) < 2 or not any(line.role for line in marked) and sum(asked) < 3 and not _interview(texts):
        return raw
    labels = [line.label for line in marked if line.role == "named"]
    marked = [
        replace(m, role="answer") if m.role == "named" and labels.count(m.label) > 1 else m for m in marked
    ]
    quoted = _mostly_quoted(texts, asked)
    return list(_given(marked, texts, asked, quoted))


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Line]:
    first = 0
    for i in range(1, len(sentences) + 1):
        if i == len(sentences) or sentences[i].paragraph != sentences[first].paragraph:
            yield Line(first, i - 1)
            first = i


def _text(sentences: Sequence[Sentence], line: Line) -> str:
    s = sentences[line.first]
    return s.text[s.start[0] : sentences[line.last].end[-1]]


def _labelled(text: str, line: Line, sentences: Sequence[Sentence], outlet: str) -> Line:
    """The line with what its label makes of it."""
    base = sentences[line.first].start[0]
    if (mark := _MARK.match(text)) is not None:
        role = "question" if mark[1][0] in "Qq" else "answer"
        return replace(line, role=role, start=base + mark.end())
    named = _NAMED.match(text)
    if named is not None and named[1][0].isupper() and len(text) > named.end():
        role = "question" if named[1].casefold() in (outlet, outlet.removeprefix("the ")) else "named"
        return replace(line, role=role, label=named[1], start=base + named.end())
    return line


def _asks(text: str) -> bool:
    return text.rstrip().endswith("?") and text[0] not in QUOTES and len(text.split()) <= _LONGEST


def _interview(texts: Sequence[str]) -> bool:
    """Whether the first lines say that questions were put."""
    return any(
        re.search(r"\b([Qq]uestions|[Aa]nswers|[Rr]eplies|[Ii]nterview|sat with|[Tt]alk)\b", t)
        for t in texts[:4]
    )


def _mostly_quoted(texts: Sequence[str], asked: Sequence[bool]) -> bool:
    """Whether the lines after questions open with a quotation mark, or hold their answer in one."""
    after = [texts[i + 1] for i in range(len(texts) - 1) if asked[i] and not asked[i + 1]]
    opens = sum(bool(re.match(r"(?:[—–-]\s*)?(?:A\w*[.:]\s*|[\w ’'.-]{1,40}:\s*)?[\"“«„]", t)) for t in after)
    return 2 * opens > len(after)


def _given(
    lines: Sequence[Line], texts: Sequence[str], asked: Sequence[bool], quoted: bool
) -> Iterator[Line]:
    before = ""
    for line, text, asks in zip(lines, texts, asked, strict=True):
        role = line.role
        dash = re.match(r"[—–]\s", text) is not None
        if asks:
            role = "question"
        elif role in ("answer", "named"):
            role = "answer" if role == "answer" or before else ""
        elif before == "question" or dash and before or before == "answer" and text[0] in QUOTES:
            role = "answer"
        elif before == "answer" and _YOU.search(text) and not _ME.search(text):
            role = "question"
        start = line.start if role and line.start else 0
        yield replace(
            line,
            role=role,
            start=start,
            label=line.label if role == "answer" else "",
            quoted=quoted and role == "answer",
        )
        before = role or ""
