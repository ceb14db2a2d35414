"""Sentences parsed in small batches: spaCy's tagger and parser on masked strings, read out into plain lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from truceline.actors.model import Actor, Mention
from truceline.evidence import Span
from truceline.reading import masking, model, shallow
from truceline.reading.sentence import Sentence

BATCH = 64  # sentences: measured faster than 16, and still little memory
KNOWN = 200_000  # strings; about 30 MB


@dataclass(frozen=True, slots=True)
class Job:
    """One sentence to parse: its text, place, paragraph and the mentions within it (index in the document, mention).

    ``lead`` is the stretch above a list item that is read as its subject, with ``led`` the mentions within that; ``helped`` puts "do"
    between them, without which "the heads of state demand" is parsed as a noun.
    """

    text: str
    span: Span
    paragraph: int
    mentions: Sequence[tuple[int, Mention]]
    actors: Mapping[str, Actor]
    lead: Span | None = None
    led: Sequence[tuple[int, Mention]] = ()
    helped: bool = False

    @property
    def masked(self) -> masking.Masked:
        """The string that the parser sees."""
        own = masking.mask(self.text, self.span, self.mentions, self.actors)
        if self.lead is None:
            return own
        above = masking.mask(self.text, self.lead, self.led, self.actors)
        return masking.joined(above, own, " do " if self.helped else " ")


class Parser:
    """Wraps the pipeline; one for a process is enough. ``parsed`` False leaves the parser out (shallow.py)."""

    def __init__(self, parsed: bool = True) -> None:
        self._nlp = model.load(parsed)
        self._parsing = parsed
        self._words = self._nlp.vocab.strings
        self._labels: dict[int, str] = {}

    def parse(self, jobs: Iterable[Job]) -> list[Sentence]:
        """The parsed sentences, in the order of the jobs. Words that spaCy has not seen are forgotten again once it knows KNOWN: its
        store of strings would grow with every text.
        """
        if len(self._words) < KNOWN:
            return list(self._batches(jobs))
        with self._nlp.memory_zone():
            return list(self._batches(jobs))

    def _batches(self, jobs: Iterable[Job]) -> Iterator[Sentence]:
        batch: list[Job] = []
        for job in jobs:
            batch.append(job)
            if len(batch) == BATCH:
                yield from self._parsed(batch)
                batch = []
        yield from self._parsed(batch)

    def _parsed(self, jobs: Sequence[Job]) -> Iterator[Sentence]:
        masked = [j.masked for j in jobs]
        docs = [self._whole(self._nlp.make_doc(m.string)) for m in masked]
        for job, mask, doc in zip(jobs, masked, self._nlp.pipe(docs, batch_size=BATCH), strict=True):
            yield self._read(job, mask, doc)

    @staticmethod
    def _whole(doc: Any) -> Any:
        """Forbid the parser to cut: sentence borders are ours (segments.py)."""
        starts = np.full((len(doc),), -1, dtype="int64")
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts.astype("uint64"))

    def _read(self, job: Job, mask: masking.Masked, doc: Any) -> Sentence:
        rows = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD", "IS_SPACE"]).astype("int64")
        places, lengths, tag_ids, dep_ids, offsets, spaces = rows.T.tolist()
        tags, deps = self._names(tag_ids), self._names(dep_ids)
        keep = [i for i, space in enumerate(spaces) if not space]
        at = {old: new for new, old in enumerate(keep)}
        low, start, end, name, sort = [], [], [], [], []
        ids = {**dict(job.mentions), **dict(job.led)}
        for i in keep:
            first, last = places[i], places[i] + lengths[i]
            a, b, mention = mask.original(first, last)
            low.append(mask.string[first:last].lower().replace("’", "'"))
            start.append(a)
            end.append(b)
            found = ids[mention] if mention is not None else None
            name.append(found.actors if found else ())
            sort.append(masking.sort(found, job.actors) if found else "")
        tags = [tags[i] for i in keep]
        if self._parsing:
            deps = [deps[i] for i in keep]
            heads = [at.get(_kept(i + offsets[i], at), at[i]) for i in keep]
        else:
            deps, heads = shallow.parse(low, tags)
        return Sentence(
            job.text,
            low,
            tags,
            deps,
            heads,
            start,
            end,
            name,
            sort,
            job.paragraph,
            vectors=doc.tensor[keep],
        )

    def _names(self, column: list[int]) -> list[str]:
        """Strings of label ids; the few labels are kept, since the store's own look-up is slow."""
        held = self._labels
        for x in set(column) - held.keys():
            held[x] = self._words[x & 0xFFFFFFFFFFFFFFFF] if x else ""
        return [held[x] for x in column]


def _kept(i: int, at: Mapping[int, int]) -> int:
    """The token itself, or the nearest one before it that is no white space."""
    while i not in at and i > 0:
        i -= 1
    return i


def within(span: Span, mentions: Sequence[Mention], starts: Sequence[int]) -> list[tuple[int, Mention]]:
    """The mentions that lie wholly in ``span``, with their index; ``starts`` are the mentions' sorted starts."""
    found = []
    for i in range(bisect_left(starts, span.start), len(mentions)):
        if mentions[i].start >= span.end:
            break
        if mentions[i].end <= span.end:
            found.append((i, mentions[i]))
    return found
