"""The sentences of one text read in order: regions of words, who governs them, and the claims that come of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from truceline.evidence import Claim, Document, Text
from truceline.reading import carryover, chain, leftover, monitoring, quotations, relays, surface, units
from truceline.reading.answers import Answers
from truceline.reading.chain import Link
from truceline.reading.claims import Maker
from truceline.reading.dates import Published
from truceline.reading.frames import Frame, Phrase, about_the_telling, governors
from truceline.reading.hanging import attached
from truceline.reading.interviews import filled
from truceline.reading.resolver import Resolver
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import finite
from truceline.reading.vocabulary import words
from truceline.reading.voices import Memory, Voice
from truceline.reading.withheld import withheld


@dataclass(slots=True)
class Read:
    """A parsed sentence with its frames."""

    sentence: Sentence
    frames: list[Frame]
    heading: bool = False
    links: dict[int, Link] = field(default_factory=dict)


class Passage:
    """One text on its way to claims."""

    def __init__(
        self, text: Text, document: Document | None, memory: Memory, published: Published, reads: list[Read]
    ) -> None:
        self.memory, self.reads = memory, reads
        memory.outlet = document.outlet if document is not None else ""
        self.resolver = Resolver(memory, [r.sentence for r in reads])
        self.maker = Maker(text, document, memory.lexicon, published)
        self.owners = _owners(reads)
        self.answers = Answers([r.sentence for r in reads], memory.outlet, self.resolver)
        self.document = document
        self.stations = monitoring.stations([r.sentence for r in reads])
        # Headlines stand above the first full sentence; a line without a full stop below it is text.
        self.body = next((i for i, r in enumerate(reads) if not r.heading), 0)
        self.carried: list[tuple[str, int, tuple[str, ...]]] = []
        self.asked: set[int] = set()  # frames whose outer speaker is being looked for

    def claims(self) -> list[Claim]:
        """All claims of the text, with interview outlets carried to each statement of their speaker."""
        made: list[tuple[str, Claim]] = []
        above: list[tuple[str, Claim]] = []
        for index, read in enumerate(self.reads):
            made.extend(self._of_sentence(index, read))
            chained = partial(self._links, index, read)
            left = leftover.figures(self.maker, read.sentence, read.frames, read.heading, chained)
            (above if self._is_heading(index, read) else made).extend(left)
            self.maker.context.hear(read.sentence)
            self.maker.page.timeline.hear(read.sentence)
        made += leftover.not_repeated(above, made)
        links = ((read.sentence, link) for read in self.reads for link in read.links.values())
        made = withheld(made, links)
        return monitoring.carried(
            filled(made, self.carried, self.document, self.memory.lexicon), self.stations
        )

    def _tune_in(self, index: int, s: Sentence) -> None:
        """Where a paragraph opens with a station, the station is heard: nobody of the paragraph before is meant by "he" any more."""
        name = next((name for a, _, name in self.stations if a == s.start[0]), "")
        if name:
            known = self.memory.lexicon.lookup(name)
            ids = (known[0].id,) if len(known) == 1 else ()
            self.memory.heard(Voice(name, name, None, "outlet", ids, paragraph=s.paragraph, sentence=index))

    def _outlet(self, s: Sentence, frame: Frame) -> bool:
        """Whether a source carries words: an outlet by its name, or the station that opens the paragraph."""
        if relays.is_outlet(s, frame):
            return True
        name = next((name for a, _, name in self.stations if a == s.start[0]), "")
        own = frame.source is not None and s.start[frame.source.head] <= s.start[0] + len(name) + 8
        return (
            bool(name)
            and own
            and frame.source is not None
            and name in s.words(frame.source.a, frame.source.b)
        )

    def _of_sentence(self, index: int, read: Read) -> Iterator[tuple[str, Claim]]:
        if self._is_heading(index, read):
            yield from self._of_heading(read)
            return
        s, quotation = read.sentence, quotations.wholly(read.sentence)
        self._tune_in(index, s)
        answer = self.answers.link(index)
        if answer is not None:
            self.memory.heard(answer.voice)
        for frame in read.frames:
            self._voice(index, read, frame)
        governs = governors(read.frames, len(s))
        telling = {id(f): about_the_telling(s, f, own=False) for f in read.frames}
        for frame in read.frames:
            others = (t for f, t in telling.items() if f != id(frame))
            outside = about_the_telling(s, frame, own=True).union(*others)
            regions = _runs([k for k, f in enumerate(governs) if f is frame and k not in outside])
            links = self._chain(index, read, frame, quotation)
            said = chain.said(links)
            yield from attached(
                s,
                ((u, [*self.maker.make(s, u, said, links)]) for u in units.cut(s, regions, frame)),
                read.frames,
            )
        told = set().union(*telling.values()) if telling else set[int]()
        rest = [k for k, f in enumerate(governs) if f is None and k not in told]
        if answer is not None:
            yield from self._answer(index, s, rest, answer)
            rest = [k for k in rest if self.answers.beside(index, k)]
        bare = all(f.sort == "bare" for f in read.frames)
        yield from self._ungoverned(index, read, rest, 0 if answer is not None else quotation, bare)

    def _is_heading(self, index: int, read: Read) -> bool:
        """Whether a line is a headline: above the text or without a cue, and neither an answer nor a name with a colon."""
        above = index < self.body or not read.frames
        answers = index in self.answers.of
        return read.heading and above and not answers and all(f.sort != "colon" for f in read.frames)

    def _answer(self, index: int, s: Sentence, rest: list[int], answer: Link) -> Iterator[tuple[str, Claim]]:
        """What an answer says without a cue."""
        own = [k for k in rest if self.answers.covers(index, k)]
        said = chain.said([answer])
        yield from attached(
            s,
            (
                (u, [*self.maker.make(s, u, said, [answer], implicit=True)])
                for u in units.cut(s, _runs(own), None)
            ),
        )

    def _of_heading(self, read: Read) -> Iterator[tuple[str, Claim]]:
        """A headline repeats the body: only figures and the outlet's own words about a stance are kept of it."""
        s = read.sentence
        if read.frames:
            return
        for unit in units.cut(s, [(0, len(s) - 1)], None):
            yield from (c for c in self.maker.make(s, unit, chain.Said(None), []) if c[1].payload is not None)

    def _voice(self, index: int, read: Read, frame: Frame) -> Link:
        """The frame's link; its source is resolved once, in the order of the text, and remembered as heard."""
        if id(frame) in read.links:
            return read.links[id(frame)]
        s = read.sentence
        same = frame.same
        voice = self._resolved(index, read, frame) if same is None else self._voice(index, read, same).voice
        carriers = tuple(self._carrier(s, c) for c in frame.carriers)
        if voice.sort == "document" and not carriers:
            carriers = self._told_by(frame, voice)
        last = max(frame.cue, frame.cue_end)
        cue, span = s.words(frame.cue, last), s.span(frame.cue, last)
        original = self._original(index, s, frame)
        link = Link(voice, frame, cue, span, self._outlet(s, frame), carriers, original)
        read.links[id(frame)] = link
        if not self._is_heading(index, read):
            self._remember(index, s, link)
        return link

    def _remember(self, index: int, s: Sentence, link: Link) -> None:
        """What later sentences may refer to: the carriers, the texts an outlet told of, who has spoken."""
        voice, frame = link.voice, link.frame
        if link.carriers:
            self.carried.append((voice.key, s.start[0], link.carriers))
        if link.outlet and voice.name:
            self._remember_texts(index, voice.name)
        outermost = frame.same is None and frame.parent is None and frame.sort != "passive"
        if outermost and (frame.sort != "stance" or _speech(frame)):
            self.memory.heard(voice)
        self.resolver.pronouns.observe(voice, s, frame)

    def _remember_texts(self, index: int, outlet: str) -> None:
        """The texts named in what an outlet says are known through it."""
        for at, name in self.memory.documents:
            if at == index:
                self.memory.told.setdefault(name, (outlet,))

    def _told_by(self, frame: Frame, voice: Voice) -> tuple[str, ...]:
        """The outlet that first told of a text, where the text itself is quoted later without it."""
        outer = frame.parent
        if outer is not None:
            return ()
        return self.memory.told.get(voice.name or "", ())

    def _resolved(self, index: int, read: Read, frame: Frame) -> Voice:
        s = read.sentence
        assert frame.source is not None
        if frame.sort == "passive":
            return Voice(
                None,
                s.words(frame.source.a, frame.source.b),
                s.span(frame.source.a, frame.source.b),
                "passive",
                anonymous=True,
            )
        found = surface.read(s, frame.source)
        if found.sort in ("outlet", "proper", "body", "unnamed") and relays.is_outlet(s, frame):
            name, ids = relays.carrier_name(s, frame.source)
            if ids or found.sort == "outlet":
                found = surface.Surface("outlet", found.text, found.span, name, ids)
        return self.resolver.resolve(found, s, index, self._outer(index, read, frame))

    def _outer(self, index: int, read: Read, frame: Frame) -> Voice | None:
        """The speaker in whose words a source stands; nobody where he is asked for on the way to himself (odd quotation marks)."""
        if id(frame) in self.asked:
            return None
        self.asked.add(id(frame))
        voice = self._around(index, read, frame)
        self.asked.discard(id(frame))
        return voice

    def _around(self, index: int, read: Read, frame: Frame) -> Voice | None:
        """Of the frame around a source, or of the quotation that it is in."""
        if frame.parent is not None and frame.parent.source is not None:
            return self._voice(index, read, frame.parent.origin).voice
        if index in self.answers.of and self.answers.covers(index, frame.cue):
            answer = self.answers.link(index)
            return answer.voice if answer is not None else None
        quotation = read.sentence.quoted[frame.source.head] if frame.source is not None else 0
        if quotation and quotation in self.owners and self.owners[quotation][0] != index:
            return self._owner(quotation)[0].voice
        return None

    def _carrier(self, s: Sentence, phrase: Phrase) -> str:
        name, ids = relays.carrier_name(s, phrase)
        last = self.memory.last("outlet")
        if (
            not ids
            and last is not None
            and last.name
            and s.low[phrase.a] in ("the", "same")
            and name.islower()
        ):
            return last.name  # "told the paper"
        return self.memory.lexicon.actors[ids[0]].name if len(ids) == 1 else name

    def _original(self, index: int, s: Sentence, frame: Frame) -> str | None:
        if frame.original is None:
            return None
        voice = self.resolver.resolve(surface.read(s, frame.original), s, index)
        return voice.name or voice.text

    def _chain(self, index: int, read: Read, frame: Frame, quotation: int) -> list[Link]:
        """The links from a frame outwards, on to the owner of the quotation that the sentence stands in."""
        links: list[Link] = []
        at: Frame | None = frame
        while at is not None and len(links) < 6:
            links.append(self._voice(index, read, at))
            at = at.parent
        if (answer := self.answers.link(index)) is not None and self.answers.covers(index, frame.cue):
            links.append(answer)
        elif quotation and quotation in self.owners and self.owners[quotation][0] != index:
            links += self._owner(quotation)
        elif quotation and (before := carryover.speaker(self, index)) is not None:
            links.append(before)
        return links

    def _links(self, index: int, read: Read, frame: Frame) -> list[Link]:
        return self._chain(index, read, frame, quotations.wholly(read.sentence))

    def _owner(self, quotation: int) -> list[Link]:
        at, frame = self.owners[quotation]
        return self._chain(at, self.reads[at], frame, 0)

    def _ungoverned(
        self, index: int, read: Read, rest: list[int], quotation: int, bare: bool
    ) -> Iterator[tuple[str, Claim]]:
        """Words that no cue governs: a quotation's, what runs on from the speaker before, else the outlet's own."""
        s = read.sentence
        links: list[Link] = []
        implicit = False
        if quotation and quotation in self.owners and self.owners[quotation][0] != index:
            links = self._owner(quotation)
        elif quotation and (before := carryover.speaker(self, index)) is not None:
            links = [before]
        elif bare and (link := carryover.implied(self, index)) is not None:
            links, implicit = [link], True
        if links and rest:
            self.memory.goes_on(links[-1].voice.key, index)
        regions = [r for r in _runs(rest) if links or bare or _tells(s, *r)]
        said = chain.said(links)
        yield from attached(
            s, ((u, [*self.maker.make(s, u, said, links, implicit)]) for u in units.cut(s, regions, None))
        )


def _speech(frame: Frame) -> bool:
    return frame.base in words("cues", "spoken")


def _owners(reads: list[Read]) -> dict[int, tuple[int, Frame]]:
    """Which frame owns each quotation: the first one whose content holds a word of it, or that ends right before it."""
    owners: dict[int, tuple[int, Frame]] = {}
    for index, read in enumerate(reads):
        for frame in read.frames:
            if read.sentence.quoted[frame.cue] or frame.sort == "passive":
                continue
            for a, b in frame.content:
                for k in range(a, b + 1):
                    if read.sentence.quoted[k]:
                        owners.setdefault(read.sentence.quoted[k], (index, frame.same or frame))
    return owners


def _runs(tokens: list[int]) -> list[tuple[int, int]]:
    """Contiguous ranges of token numbers."""
    runs: list[tuple[int, int]] = []
    for k in tokens:
        if runs and runs[-1][1] == k - 1:
            runs[-1] = (runs[-1][0], k)
        else:
            runs.append((k, k))
    return runs


def _tells(s: Sentence, a: int, b: int) -> bool:
    """Whether a stretch beside a cue is a sentence of its own: a finite verb with its subject in it."""
    return any(
        s.is_verb(k)
        and finite(s, k)
        and (own := s.child(k, "nsubj", "nsubjpass", "expl")) is not None
        and a <= own <= b
        for k in range(a, b + 1)
    )
