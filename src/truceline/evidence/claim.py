"""The atom: who says what, on whose behalf, through whom, about what, in which exact characters of which text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from truceline.evidence.dates import UNKNOWN, Interval
from truceline.evidence.document import Span, digest
from truceline.evidence.payload import Payload


class Kind(StrEnum):
    """What sort of assertion a claim is; ``statement`` only where no other kind fits."""

    STATEMENT = "statement"
    FIGURE = "figure"
    INCIDENT = "incident"
    POSITION = "position"
    STEP = "step"
    COMPLIANCE = "compliance"
    STATE = "state"
    CONDITION = "condition"
    TERM = "term"


class Mode(StrEnum):
    """Whether the words are the speaker's (direct), the outlet's rendering (indirect) or both (mixed)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attribution(StrEnum):
    """How the text names the speaker; ``narrator`` is the outlet's own voice."""

    EXPLICIT = "explicit"
    ANONYMOUS = "anonymous"
    IMPLICIT = "implicit"
    NARRATOR = "narrator"


class Polarity(StrEnum):
    """Whether the speaker affirms or denies the content."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Hedge(StrEnum):
    """How far the speaker commits; conditional, future and possible content is no evidence of a state."""

    NONE = ""
    APPEARS = "appears"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    FUTURE = "future"


class Part(StrEnum):
    """The parts of a reading that may be doubtful, each on its own."""

    SPEAKER = "speaker"
    VALUE = "value"
    DATE = "date"
    DUTY = "duty"
    CEASEFIRE = "ceasefire"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A part of the reading that is doubtful, and why; it is about the reading, never about the fact.

    ``candidate``: of a speaker left open the name that the reader would have given, for a person to judge; "" where there is none.
    """

    part: Part
    reason: str
    candidate: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion as a reader found it, with *surface* mentions; what they refer to is a Link.

    ``speaker`` is the fullest name the text or the lexicon gives, None where not resolved; ``speaker_text`` the words in
    the sentence ("Naim", "he", "a senior member of the movement"). ``on_behalf_of``: for whom, where the text says
    so. ``original``: whose words or count the speaker passes on. ``relay``: persons and outlets between speaker and
    page, nearest to the speaker first, without the document's own outlet. ``about``: the time spoken of.
    ``speaker_span`` and ``cue_span`` point into the same Text. ``reader`` names the reader and its version, ``hand`` for
    what a person entered. ``key`` stands for text and span in the id of a claim that has no text of its own in the ledger: what an
    agreement file cites keeps its id wherever it stands in the file. ``read_as`` is the kind that the reader gave where a person put
    another in its place: the id stays that of what was read.
    """

    text_sha256: str
    document: str
    kind: Kind
    start: int
    end: int
    text: str
    speaker: str | None = None
    speaker_text: str = ""
    on_behalf_of: str | None = None
    original: str | None = None
    relay: tuple[str, ...] = ()
    cue: str = ""
    mode: Mode = Mode.INDIRECT
    attribution: Attribution = Attribution.EXPLICIT
    polarity: Polarity = Polarity.AFFIRMED
    hedge: Hedge = Hedge.NONE
    about: Interval = UNKNOWN
    doubt: tuple[Doubt, ...] = ()
    payload: Payload | None = None
    ordinal: int = 0
    speaker_span: Span | None = None
    cue_span: Span | None = None
    reader: str = ""
    key: str = ""
    read_as: Kind | None = None
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Sixteen hex digits over text hash, kind, span and ordinal: survives reviews, links and new readers."""
        if not self._id:  # asked for a dozen times on the way to a board
            object.__setattr__(self, "_id", self._digest())
        return self._id

    def _digest(self) -> str:
        kind = self.read_as or self.kind
        if self.key:
            return digest(f"{self.key}|{kind}|{self.ordinal}")[:16]
        return digest(f"{self.text_sha256}|{kind}|{self.start}|{self.end}|{self.ordinal}")[:16]

    @property
    def span(self) -> Span:
        """The claim's characters in its Text."""
        return Span(self.start, self.end)


class Target(StrEnum):
    """What a link points to."""

    ACTOR = "actor"
    PROVISION = "provision"
    ISSUE = "issue"
    CEASEFIRE = "ceasefire"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Link:
    """A claim (or one of its mentions) refers to something of the case, with the reason in words.

    ``role`` tells which mention of the claim an actor link resolves: speaker, on_behalf_of, original, holder, counter, side, actor.
    For provisions it is "about". ``doubtful`` where the reason is thin; a doubtful link is shown, never counted alone.
    """

    claim: str
    target: Target
    id: str
    role: str = "about"
    reason: str = ""
    doubtful: bool = False
