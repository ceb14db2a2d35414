"""Statements that agreement.yaml cites, made into claims: who said it, where, when, in which characters of the file.

``says`` holds the author's rendering (mode indirect), ``quote`` words of the source (mode direct). With either, an outlet and a date
the statement is a claim accepted by the file's author; with less it is the author's reading and fills no cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from truceline.actors import Lexicon
from truceline.agreement.source import Source
from truceline.agreement.standing import TEXT
from truceline.evidence import (
    Attribution,
    Claim,
    Interval,
    Kind,
    Link,
    Mode,
    Payload,
    Target,
    digest,
)
from truceline.evidence.dates import UNKNOWN
from truceline.files.node import Node
from truceline.files.problem import Problem, Problems
from truceline.files.record import Record

KEYS = ("by", "at", "src", "source", "says", "quote")
SOURCE_KEYS = ("outlet", "address", "date", "relay", "note", "quote")
READER = "author"


@dataclass(slots=True)
class Statements:
    """Collects the claims, links and sources of one agreement file while its parts are read."""

    text: str
    path: str
    lexicon: Lexicon
    problems: Problems
    ceasefire: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    cited: dict[str, Source] = field(default_factory=dict)
    _sha: str = ""
    _taken: dict[tuple[str, Kind], int] = field(default_factory=dict)

    def read_sources(self, pairs: Sequence[tuple[str, Node]]) -> None:
        """The file's own list of sources, by the ids that ``src`` names."""
        self._sha = digest(self.text)
        self.sources = {key: self._row(node, (key,)) for key, node in pairs}

    def cite(
        self,
        record: Record,
        kind: Kind,
        payloads: Sequence[Payload | None],
        links: Sequence[tuple[Target, str]] = (),
        about: Interval = UNKNOWN,
    ) -> Source:
        """The source of a statement; where it holds words, one claim for each payload is kept (``claim`` is the first)."""
        source = self._source(record)
        words = record.node.get("quote") or record.node.get("says")
        # What the text itself says is no statement of anybody.
        if words is None or not source.outlet or not source.date.known or record.texts("by") == (TEXT,):
            return replace(source, quote=words.text() if words else "")
        source = replace(source, quote=words.text(), paraphrase=record.node.get("quote") is None)
        made = [self._claim(record, words, kind, payload, source, about, links) for payload in payloads]
        return replace(source, claim=made[0]) if made else source

    def _claim(
        self,
        record: Record,
        words: Node,
        kind: Kind,
        payload: Payload | None,
        source: Source,
        about: Interval,
        links: Sequence[tuple[Target, str]],
    ) -> Claim:
        speakers = record.texts("by")
        unnamed = all(self._unnamed(s) for s in speakers)
        names = self.names(speakers)
        span = words.span
        key = _key(words, speakers, source, about, (*links, (Target.CEASEFIRE, self.ceasefire)))
        taken = self._taken.get((key, kind), 0)
        self._taken[key, kind] = taken + 1
        claim = Claim(
            text_sha256=self._sha, document=self.path, kind=kind, start=span.start, end=span.end, text=span.of(self.text),
            speaker=None if unnamed else names, speaker_text=names, relay=(*source.relay, source.outlet), cue="",
            mode=Mode.INDIRECT if source.paraphrase else Mode.DIRECT,
            attribution=Attribution.ANONYMOUS if unnamed else Attribution.EXPLICIT,
            about=about, payload=payload, ordinal=taken, reader=READER, key=key,
        )  # fmt: skip
        self.claims.append(claim)
        self.cited[claim.id] = source
        where = f"as it stands in {words.where}"
        self.links += [Link(claim.id, Target.ACTOR, s, "speaker", where) for s in speakers]
        self.links += [Link(claim.id, target, id_, "about", where) for target, id_ in links]
        if self.ceasefire:
            self.links.append(Link(claim.id, Target.CEASEFIRE, self.ceasefire, "about", where))
        return claim

    def names(self, speakers: Sequence[str]) -> str:
        """Full names in one phrase: "Egypt, Qatar and Turkey"."""
        found = [self.lexicon.actors[s].name if s in self.lexicon.actors else s for s in speakers]
        return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""

    def _unnamed(self, speaker: str) -> bool:
        actor = self.lexicon.actors.get(speaker)
        return actor is not None and "unnamed" in actor.kinds

    def _source(self, record: Record) -> Source:
        inline = record.node.get("source")
        if inline is not None:
            return self._row(inline, record.texts("src"))
        keys = record.texts("src")
        for key in keys:
            if key not in self.sources:
                place = record.node["src"].where
                self.problems.add(
                    Problem(place, "A103", f"the source '{key}' is not listed", "an id under sources:", "K13")
                )
        first = next((self.sources[k] for k in keys if k in self.sources), Source())
        return replace(first, facts=keys)

    def _row(self, node: Node, facts: tuple[str, ...]) -> Source:
        record = Record(node, self.problems, SOURCE_KEYS)
        return Source(
            outlet=record.text("outlet"),
            address=record.text("address"),
            date=record.interval("date"),
            relay=record.texts("relay"),
            facts=facts,
        )


def _key(
    words: Node, speakers: Sequence[str], source: Source, about: Interval, links: Sequence[tuple[Target, str]]
) -> str:
    """What a statement is, whatever its place: its words, who is held to have said them, of what and when, and by which source."""
    parts = (
        "rendering" if source.paraphrase else "quotation",
        " ".join(words.text().split()),
        *speakers,
        *source.relay,
        source.outlet,
        source.address,
        source.date.edtf,
        about.edtf,
        *(f"{target}:{id_}" for target, id_ in links),
    )
    return digest("\n".join(parts))
