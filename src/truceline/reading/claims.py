"""Claims from units: kind and payload, figures on their own, who said it, on whose behalf, with which doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from truceline.actors import Lexicon
from truceline.evidence import (
    Attribution,
    Claim,
    Compliance,
    Document,
    Doubt,
    Figure,
    Kind,
    Mode,
    Part,
    Payload,
    Position,
    Step,
    Text,
)
from truceline.reading import denied, fates, figures, hedging, kinds, numbers, sides
from truceline.reading.chain import Link, Said
from truceline.reading.clauses import clause
from truceline.reading.context import Context
from truceline.reading.cue_stance import Shown, shown
from truceline.reading.dates import Published
from truceline.reading.frames import Frame
from truceline.reading.kinds import Assertion, Told
from truceline.reading.page import Page
from truceline.reading.parts import shared_bounds, split, with_parts
from truceline.reading.sentence import CLOSE, QUOTES, Sentence
from truceline.reading.units import Unit, foremost, trimmed
from truceline.reading.vocabulary import verb_forms, words
from truceline.reading.voices import Voice

READER = "united/0.10"
SURE = 0.9  # below this chance of cue or source every seventh name was wrong, above it every 25th (docs/decisions/0094)
_LONG = 26  # tokens: a longer assertion is more than its figure
_BESIDE_FIGURES = (Kind.COMPLIANCE, Kind.STATE, Kind.CONDITION, Kind.POSITION, Kind.INCIDENT)
_GUESS = Doubt(Part.VALUE, "what is counted was taken from the words before")
_POSITION_OF = re.compile(
    r"([A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*?)[’']s? (?:\w+ ){0,2}(?:position|stance|principle)\b"
)


class Maker:
    """Makes the claims of one text."""

    def __init__(self, text: Text, document: Document | None, lexicon: Lexicon, published: Published) -> None:
        self.text, self.lexicon = text, lexicon
        self.page = Page(text.string, published)
        self.context = Context()
        self.guesses: set[int] = (
            set()
        )  # where a number starts that took the last thing named for what it counts
        self.taken: set[int] = set()  # where the numbers start that a figure was made of
        self._shown: dict[int, Shown] = {}
        self.document = document.path if document is not None else text.document

    def make(
        self, s: Sentence, unit: Unit, said: Said, links: list[Link], implicit: bool = False
    ) -> Iterator[tuple[str, Claim]]:
        """The claims of a unit, each with the key of its voice ("" for the outlet's own)."""
        found = [n for n in self.counting(s) if unit.lo <= n.first and n.last <= unit.hi]
        c = clause(s, unit)
        said = _narrated(said)
        key = said.link.voice.key if said.link else ""
        told = self._told(s, unit, links)
        for n, one in enumerate(kinds.assertions(c, told)):
            text_speaks = one.kind is Kind.TERM and told.document and c.verb is not None
            if n or not found or one.kind in _BESIDE_FIGURES or text_speaks:
                yield key, self._claim(s, one, said, implicit)
        yield from self.figures(s, unit, said, found, implicit, denies=told.shown.denies)

    def figures(
        self,
        s: Sentence,
        unit: Unit,
        said: Said,
        found: list[numbers.Number],
        implicit: bool = False,
        *,
        denies: bool = False,
    ) -> Iterator[tuple[str, Claim]]:
        """A claim for each of the numbers found in a unit; ``denies``: the cue that it is told by denies it."""
        said = _narrated(said)
        key = said.link.voice.key if said.link else ""
        self.taken |= {s.start[n.first] for n in found}
        made = [
            (lo, hi, self._figure(s, n, lo, hi, unit, said)) for n, lo, hi in split(s, unit, found, _LONG)
        ]
        for n, (lo, hi, figure) in zip(found, shared_bounds(s, with_parts(made), found), strict=True):
            aspect = hedging.hedge(clause(s, Unit(lo, hi, unit.frame)))
            stands = denied.polarity(s, n, figure, cue_denies=denies)
            one = Assertion(lo, hi, Kind.FIGURE, figure, stands, aspect)
            claim = self._claim(s, one, said, implicit)
            if s.start[n.first] in self.guesses:
                claim = replace(claim, doubt=(*claim.doubt, _GUESS))
            yield key, claim

    def counting(self, s: Sentence) -> list[numbers.Number]:
        """The numbers of a sentence that may count something: the first cell of a row only names it."""
        return [n for n in numbers.find(s) if self.page.tables.head(s.start[n.first]) != ""]

    def left(self, s: Sentence) -> list[numbers.Number]:
        """Those that no figure was made of yet."""
        return [n for n in self.counting(s) if s.start[n.first] not in self.taken]

    def _told(self, s: Sentence, unit: Unit, links: list[Link]) -> Told:
        """Whose the unit is, and what its own cue shows of it."""
        if not links:
            return Told()
        inner = links[0]
        voice, frame = inner.voice, inner.frame
        document = voice.sort == "document" and frame.sort in ("document", "according")
        holder = voice.name or voice.text
        if unit.frame is not frame or not foremost(s, unit) or _behind_another(s, frame, unit):
            return Told(holder, document, frame.base)
        if frame.source is not None and unit.lo <= frame.source.a and frame.source.b <= unit.hi:
            holder = s.words(frame.source.a, frame.source.b)
        at = frame.cue if unit.lo <= frame.cue <= unit.hi else None
        return Told(holder, document, frame.base, self._seen(s, frame), at)

    def _seen(self, s: Sentence, frame: Frame) -> Shown:
        """What a cue shows, looked at once."""
        if id(frame) not in self._shown:
            self._shown[id(frame)] = shown(s, frame)
        return self._shown[id(frame)]

    def _figure(self, s: Sentence, n: numbers.Number, lo: int, hi: int, unit: Unit, said: Said) -> Figure:
        figure = figures.figure(
            s, n, lo, hi, unit.lo, unit.hi, self.page, said.link.cue_span if said.link else None
        )
        if figure.side.startswith(sides.OWN):
            figure = replace(figure, side=_own_side(said))
        key = said.link.voice.key if said.link else ""
        bare = not figure.counts
        figure = self.context.filled(s, n, figure, s.words(unit.lo, unit.hi), key)
        if not figure.counts and figure.unit != "percent" and (thing := self.page.tables.thing(s.start[0])):
            figure, self.context.guessed = replace(figure, counts=thing, unit=figure.unit or thing), True
        self.guesses |= {s.start[n.first]} if self.context.guessed else set()
        if bare and figure.unit != "percent" and (told := fates.fate(s, n)):
            figure = replace(figure, counts=fates.fated(figure.counts, told))
        party = self.page.tables.party(s.start[n.first])
        figure = replace(figure, side=party) if party else figure
        counter = said.original or ""
        if (
            not counter
            and said.link
            and said.link.voice.sort in ("body", "office", "outlet")
            and said.link.voice.name
            and not said.link.voice.described
        ):
            counter = said.link.voice.name
        counter = "" if counter.startswith("(") else counter
        return replace(figure, counter=counter or sides.counter(s, n))

    def _claim(
        self,
        s: Sentence,
        one: Assertion,
        said: Said,
        implicit: bool,
    ) -> Claim:
        lo, hi = one.lo, one.hi
        a, b = self._bounds(s, lo, hi)
        link = said.link
        voice = link.voice if link else None
        payload = _named(one.payload, voice)
        return Claim(
            text_sha256=self.text.sha256,
            document=self.document,
            kind=one.kind,
            start=a,
            end=b,
            text=self.text.string[a:b],
            speaker=voice.name if voice else None,
            speaker_text=voice.text if voice else "",
            on_behalf_of=self._behalf(s, voice, payload) if voice else None,
            original=said.original,
            relay=said.relay,
            cue=link.cue if link else "",
            mode=_mode(s, lo, hi),
            attribution=_attribution(s, lo, hi, said, implicit),
            polarity=one.polarity,
            hedge=one.hedge,
            about=self.page.timeline.about(s, one.lo, one.hi, link.cue_span if link else None),
            doubt=_doubts(link, payload),
            payload=payload,
            speaker_span=voice.span if voice else None,
            cue_span=link.cue_span if link and link.cue else None,
            reader=READER,
        )

    def _bounds(self, s: Sentence, lo: int, hi: int) -> tuple[int, int]:
        """The characters of a unit, with both quote marks where it is a whole quotation."""
        lo, hi = trimmed(s, lo, hi)
        after = hi + 1
        while after < len(s) and s.low[after] in (",", ".", "!", "?") and after - hi < 3:
            after += 1
        if (
            lo
            and s.low[lo - 1] in QUOTES
            and s.quoted[lo - 1]
            and after < len(s)
            and s.low[after] in QUOTES
            and s.quoted[after] == s.quoted[lo - 1]
        ):
            return s.start[lo - 1], s.end[after]
        if hi + 1 < len(s) and s.low[hi + 1] in CLOSE and any(s.low[k] in QUOTES for k in range(lo, hi + 1)):
            return s.start[lo], s.end[hi + 1]
        return s.start[lo], s.end[hi]

    def _behalf(self, s: Sentence, voice: Voice, payload: Payload | None) -> str | None:
        """For whom: the spokesperson's body, or the speaker's own body where the position is told as its own."""
        if voice.behalf:
            return voice.behalf
        if not isinstance(payload, Position) or voice.sort != "person":
            return None
        told = _POSITION_OF.search(s.words(0, len(s) - 1))
        for holder in (payload.holder, told[1] if told else ""):
            if holder and holder != voice.name and (own := self._own_body(holder, voice)):
                return own
        return None

    def _own_body(self, holder: str, voice: Voice) -> str | None:
        chain = self.lexicon.chain(voice.actors[0])[1:] if len(voice.actors) == 1 else ()
        for actor in self.lexicon.lookup(holder):
            if actor.id in chain:
                return actor.name
        stem = re.sub(r"^(the|its|their) ", "", holder, flags=re.IGNORECASE)
        return stem if voice.org and stem and stem.casefold() in voice.org.casefold() else None


def _behind_another(s: Sentence, frame: Frame, unit: Unit) -> bool:
    """Whether another's word of speech stands between a cue and a unit: "opposes what he described as *efforts by the army*" is no matter of hers."""
    said = verb_forms("cues", "say")
    return any(s.low[k] in said and s.is_verb(k) for k in range(frame.cue + 1, unit.lo))


def _own_side(said: Said) -> str:
    """Whose "its" or "our" is, told by a speaker: his body, or he himself where he is one."""
    voice = said.link.voice if said.link else None
    if voice is None or voice.sort in ("document", "outlet"):
        return ""
    return said.original or voice.behalf or voice.name or ""


def _narrated(said: Said) -> Said:
    """What a party is only told to want or refuse is the outlet's own telling (gold/GUIDELINES 19)."""
    link = said.link
    if (
        link is not None
        and link.frame.sort == "stance"
        and not link.frame.vouched
        and link.frame.base not in words("cues", "spoken") | words("stances", "spoken")
    ):
        return Said(None)
    return Said(None) if link is not None and _undisputed(link) else said


def _undisputed(link: Link) -> bool:
    """ "Israel does not dispute the number": what a named party leaves alone is told by the outlet."""
    frame = link.frame
    return (
        frame.negated
        and frame.sort == "stance"
        and frame.base in words("cues", "undisputed")
        and not link.voice.anonymous
    )


def _named(payload: Payload | None, voice: Voice | None) -> Payload | None:
    """The payload with the speaker's name where the text has only "he" or a short form."""
    if voice is None or not voice.name or not voice.text:
        return payload
    if isinstance(payload, Position) and payload.holder.casefold() == "we":
        return replace(payload, holder=voice.behalf or voice.name)
    if isinstance(payload, Position) and payload.holder == voice.text:
        return replace(payload, holder=voice.name)
    if isinstance(payload, Compliance) and payload.actor == voice.text:
        return replace(payload, actor=voice.name)
    if isinstance(payload, Step) and payload.by == voice.text:
        return replace(payload, by=voice.name)
    return payload


def _mode(s: Sentence, lo: int, hi: int) -> Mode:
    solid = [s.quoted[k] > 0 for k in range(lo, hi + 1) if s.low[k][:1].isalnum()]
    if solid and all(solid):
        return Mode.DIRECT
    return Mode.MIXED if any(solid) else Mode.INDIRECT


def _attribution(s: Sentence, lo: int, hi: int, said: Said, implicit: bool) -> Attribution:
    """Explicit, anonymous, implicit or narrator; quotation marks that nobody owns are anonymous."""
    if said.link is None:
        owned = [k for k in range(lo, hi + 1) if s.quoted[k] and s.low[k][:1].isalpha()]
        plain = [k for k in owned if not s.text[s.start[k]].isupper()]
        return Attribution.ANONYMOUS if plain and len(plain) == len(owned) else Attribution.NARRATOR
    if implicit:
        return Attribution.IMPLICIT
    return Attribution.ANONYMOUS if said.anonymous else Attribution.EXPLICIT


def _doubts(link: Link | None, payload: Payload | None) -> tuple[Doubt, ...]:
    """What is doubtful: who speaks, by the way to the name or else by how sure the tagger is of the cue and its source; what is counted."""
    found = []
    if link is not None and (reason := link.voice.doubt or _unsure(link)):
        found.append(Doubt(Part.SPEAKER, reason, link.voice.maybe))
    if isinstance(payload, Figure) and not payload.counts:
        found.append(Doubt(Part.VALUE, "what is counted was not found"))
    return tuple(found)


def _unsure(link: Link) -> str:
    """Why a named speaker is doubtful where his name is plain."""
    if not link.voice.name:
        return ""
    cue, source = link.frame.sure[0], link.frame.origin.sure[1]
    return "the tagger is not sure who speaks" if min(cue, source) < SURE else ""
