"""The reader: a Text in, claims out. Masks known names, parses, finds cues, cuts assertions, resolves who speaks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from truceline.actors import Lexicon
from truceline.actors.model import Mention
from truceline.evidence import Claim, Document, Span, Text
from truceline.reading import (
    cues,
    listed,
    many,
    mending,
    model,
    monitoring,
    naming,
    noise,
    quotations,
    relays,
    segments,
    unite,
)
from truceline.reading.claims import READER
from truceline.reading.dates import NEVER, Published
from truceline.reading.frames import Frame
from truceline.reading.many import Result
from truceline.reading.parser import Job, Parser, within
from truceline.reading.passage import Passage, Read
from truceline.reading.portions import Portion, portions
from truceline.reading.segments import Paragraph
from truceline.reading.sentence import Sentence
from truceline.reading.tagger import WEIGHTS, Tagger
from truceline.reading.voices import Memory, surnames

TIERS = ("full", "bulk")


class Reader:
    """Reads with a lexicon; known names are masked for the parse. Holds no state between texts.

    ``tier`` "bulk" reads faster without the dependency parser (docs/decisions/0090). Raises ValueError for any other than TIERS,
    ModelError where the language model is missing or another.
    """

    def __init__(self, lexicon: Lexicon | None = None, tier: str = "full") -> None:
        if tier not in TIERS:
            raise ValueError(f"no tier '{tier}': expected {' or '.join(TIERS)}, for example tier='bulk'")
        self.lexicon = Lexicon.builtin() if lexicon is None else lexicon
        self.tier = tier
        model.verified()

    @cached_property
    def _parser(self) -> Parser:
        """Made with the first text: a reader whose other processes read needs none."""
        return Parser(parsed=self.tier == "full")

    @cached_property
    def _tagger(self) -> Tagger:
        """Made with the first text, like the parser."""
        return Tagger(WEIGHTS[self.tier])

    @property
    def version(self) -> str:
        """Name and version; the bulk tier is another reader."""
        return READER if self.tier == "full" else f"{READER}-{self.tier}"

    def read(self, text: Text, document: Document | None = None) -> list[Claim]:
        """The claims of a text in the order of their places. ``document`` gives the outlet, carriers and date of publication."""
        return [c for portion in portions(text) for c in self.portion(portion, document)]

    def read_many(
        self, pairs: Iterable[tuple[Text, Document | None]], jobs: int = 1
    ) -> Iterator[list[Claim]]:
        """The claims of each text in turn, read by ``jobs`` processes; few texts are in memory at a time.

        Raises what the reader stopped with on a text. With several processes the caller's main module must be importable
        (``if __name__ == "__main__":``), as always with Python's processes.
        """
        for claims in self.results(pairs, jobs):
            if isinstance(claims, Exception):
                raise claims
            yield claims

    def results(self, pairs: Iterable[tuple[Text, Document | None]], jobs: int = 1) -> Iterator[Result]:
        """The claims of each text in turn, or the error that the reader stopped with: then nothing of that text."""
        held: Result = []
        for portion, claims in self.stream(pairs, jobs):
            if isinstance(claims, Exception):
                held = claims
            elif isinstance(held, list):
                held += claims
            if portion.last:
                yield held
                held = []

    def stream(
        self, pairs: Iterable[tuple[Text, Document | None]], jobs: int = 1
    ) -> Iterator[tuple[Portion, Result]]:
        """The portions of each text in turn with their claims, or with the error that the reader stopped with: for texts too long to
        hold all their claims.
        """
        tasks = ((portion, document) for text, document in pairs for portion in portions(text))
        if jobs == 1:
            yield from ((portion, many.one(self, portion, document)) for portion, document in tasks)
            return
        waiting: deque[Portion] = deque()

        def noted() -> Iterator[many.Task]:
            for task in tasks:
                waiting.append(task[0])
                yield task

        for claims in many.results(self.lexicon, self.tier, noted(), jobs):
            yield waiting.popleft(), claims

    def portion(self, portion: Portion, document: Document | None = None) -> list[Claim]:
        """The claims of one portion, placed in the whole text."""
        return [portion.placed(c) for c in self._read(portion.text, document)]

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
        return _numbered(passage.claims(), self.version)

    def _sentences(self, text: Text, mentions: Sequence[Mention]) -> list[Read]:
        string = text.string
        lines = (p for p in segments.paragraphs(string) if not noise.beside(text.asides, p.span.start))
        paragraphs = list(noise.cleaned(string, lines))
        starts = [m.start for m in mentions]
        jobs, headings, quotes = [], [], []
        for number, paragraph in enumerate(paragraphs):
            for span in _unlabelled(string, paragraph.sentences):
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
        items = self._items(string, paragraphs, mentions)
        told = list(self._parser.parse(items))
        for sentence in told:
            quotations.mark(sentence, spans[sentence.paragraph], first[sentence.paragraph])
            mending.mend(sentence, known)
        return self._led(found, items, told) if items else found

    def _items(self, string: str, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> list[Job]:
        """The items of lists, each with whoever stands above it as its subject."""
        starts, actors = [m.start for m in mentions], self.lexicon.actors
        made = []
        for number, item in listed.items(string, paragraphs).items():
            own, led = (within(span, mentions, starts) for span in (item.span, item.who))
            made.append(Job(string, item.span, number, own, actors, item.who, led, item.base))
        return made

    def _led(self, found: Sequence[Read], items: Sequence[Job], told: Sequence[Sentence]) -> list[Read]:
        """The sentences with each list item, its mark included, as it reads with its subject from above, where that is whose words it is."""
        reads = [Read(sentence, [], False) for sentence in told]
        led: dict[int, tuple[Job, Read]] = {}
        for job, read, frames in zip(items, reads, self._frames(reads), strict=True):
            if job.lead is not None and listed.led(read.sentence, frames, job.lead):
                read.frames = frames
                relays.attach(read.sentence, frames)
                led[job.paragraph] = job, read
        made: list[Read] = []
        for each in found:
            item = led.get(each.sentence.paragraph)
            if item is None or each.sentence.start[0] >= item[0].span.end:
                made.append(each)
            elif each.sentence.end[-1] > item[0].span.start:
                made.append(item[1])
        return made

    def _frames(self, reads: Sequence[Read]) -> Iterable[list[Frame]]:
        """The frames of each sentence of a text."""
        sentences = [r.sentence for r in reads]
        ruled = [cues.find(r.sentence, r.heading) for r in reads]
        hinted = [unite.hints(s, f) for s, f in zip(sentences, ruled, strict=True)]
        scored = self._tagger.propose(sentences, hinted)
        return [unite.united(s, a, b) for s, a, b in zip(sentences, ruled, scored, strict=True)]


def _unlabelled(string: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a paragraph; the label of a station in front is one of its own, so that it stands in nobody's way."""
    for n, span in enumerate(spans):
        cut = 0 if n else monitoring.label(string[span.start : span.end])
        if 0 < cut < span.end - span.start:
            yield Span(span.start, span.start + cut)
            yield Span(span.start + cut, span.end)
        else:
            yield span


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


def _numbered(claims: Iterable[Claim], version: str) -> list[Claim]:
    """Claims in order, signed by the reader; those with the same kind and span told apart by their ordinal, exact repeats dropped."""
    found: list[Claim] = []
    seen: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.start, c.end, c.kind.value)):
        same = seen.setdefault((claim.kind.value, claim.start, claim.end), [])
        if any(replace(x, ordinal=0, reader=claim.reader) == claim for x in same):
            continue
        numbered = replace(claim, ordinal=len(same), reader=version)
        same.append(numbered)
        found.append(numbered)
    return found
