"""The reader: a Text in, claims out. Masks known names, parses, finds cues, cuts assertions, resolves who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from truceline.actors import Lexicon
from truceline.actors.model import Mention
from truceline.evidence import Claim, Document, Span, Text
from truceline.reading import cues, mending, naming, noise, quotations, relays, segments, unite
from truceline.reading.dates import NEVER, Published
from truceline.reading.frames import Frame
from truceline.reading.parser import Job, Parser, within
from truceline.reading.passage import Passage, Read
from truceline.reading.tagger import WEIGHTS, Tagger
from truceline.reading.voices import Memory, surnames

VERSION = "rules/0.1"
TIERS = ("full", "bulk")


class Reader:
    """Reads with a lexicon; known names are masked for the parse. Holds no state between texts."""

    version = VERSION

    def __init__(self, lexicon: Lexicon | None = None, tier: str = "full") -> None:
        if tier not in TIERS:
            raise ValueError(f"no tier '{tier}': expected {' or '.join(TIERS)}, for example tier='bulk'")
        self.lexicon = Lexicon.builtin() if lexicon is None else lexicon
        self.tier = tier
        self._parser = Parser(parsed=tier == "full")
        self._tagger = Tagger(WEIGHTS[tier])

    def read(self, text: Text, document: Document | None = None) -> list[Claim]:
        """The claims of a text in the order of their places. ``document`` gives the outlet, carriers and date of publication."""
        return next(self.read_many([(text, document)]))

    def read_many(self, pairs: Iterable[tuple[Text, Document | None]]) -> Iterator[list[Claim]]:
        """The claims of each text in turn."""
        for text, document in pairs:
            yield self._read(text, document)

    def sentences(self, text: Text) -> list[Read]:
        """The parsed sentences of a text with the frames of their attributions, before anybody is named."""
        return self._sentences(text, self._mentions(text))

    def _mentions(self, text: Text) -> list[Mention]:
        found = self.lexicon.mentions(text.string, ("name", "adjective", "metonym"))
        return [m for m in found if not m.doubtful and not noise.beside(text.asides, m.start)]

    def _read(self, text: Text, document: Document | None) -> list[Claim]:
        mentions = self._mentions(text)
        reads = self._sentences(text, mentions)
        memory = Memory(
            self.lexicon, frozenset(a for m in mentions for a in m.actors), naming.written(mentions)
        )
        memory.learn(r.sentence for r in reads)
        passage = Passage(text, document, memory, _published(document), reads)
        return _numbered(passage.claims())

    def _sentences(self, text: Text, mentions: Sequence[Mention]) -> list[Read]:
        string = text.string
        lines = (p for p in segments.paragraphs(string) if not noise.beside(text.asides, p.span.start))
        paragraphs = list(noise.cleaned(string, lines))
        starts = [m.start for m in mentions]
        jobs, headings, quotes = [], [], []
        for number, paragraph in enumerate(paragraphs):
            for span in paragraph.sentences:
                jobs.append(Job(string, span, number, within(span, mentions, starts), self.lexicon.actors))
                headings.append(paragraph.heading)
                quotes.append(number)
        found: list[Read] = []
        spans = [quotations.find(string, p.span) for p in paragraphs]
        first = _firsts(spans)
        sentences = list(self._parser.parse(jobs))
        known = surnames(sentences)
        for sentence, heading, number in zip(sentences, headings, quotes, strict=True):
            quotations.mark(sentence, spans[number], first[number])
            mending.mend(sentence, known)
            found.append(Read(sentence, [], heading))
        for read, frames in zip(found, self._frames(found), strict=True):
            read.frames = frames
            relays.attach(read.sentence, frames)
        return found

    def _frames(self, reads: Sequence[Read]) -> Iterable[list[Frame]]:
        """The frames of each sentence of a text."""
        sentences = [r.sentence for r in reads]
        ruled = [cues.find(r.sentence, r.heading) for r in reads]
        hinted = [unite.hints(s, f) for s, f in zip(sentences, ruled, strict=True)]
        scored = self._tagger.propose(sentences, hinted)
        return [unite.united(s, a, b) for s, a, b in zip(sentences, ruled, scored, strict=True)]


def _firsts(spans: Sequence[Sequence[Span]]) -> list[int]:
    """The number of each paragraph's first quotation, counted over the whole text from 1."""
    firsts, count = [], 1
    for found in spans:
        firsts.append(count)
        count += len(found)
    return firsts


def _published(document: Document | None) -> Published:
    if document is None:
        return NEVER
    return Published(document.published.earliest, document.published.latest)


def _numbered(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in order; those with the same kind and span told apart by their ordinal, exact repeats dropped."""
    found: list[Claim] = []
    seen: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.start, c.end, c.kind.value)):
        same = seen.setdefault((claim.kind.value, claim.start, claim.end), [])
        if any(replace(x, ordinal=0) == claim for x in same):
            continue
        numbered = replace(claim, ordinal=len(same))
        same.append(numbered)
        found.append(numbered)
    return found
