"""Names that one unsure cue alone gives: left open, with the name as a candidate (docs/decisions/0140)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from truceline.evidence import Claim, Doubt, Part
from truceline.reading.chain import Link
from truceline.reading.claims import SURE
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import finite, subject

UNSURE = 0.7  # a cue below this chance is none too often, unless a sure source is the subject of a finite verb there
_OWN = ("its", "his", "her", "their")
_REASON = "the tagger is not sure who speaks, and nothing else in the text bears the name out"


def withheld(
    made: Iterable[tuple[str, Claim]], links: Iterable[tuple[Sentence, Link]]
) -> list[tuple[str, Claim]]:
    """The claims, without the name of a body, text or office that a doubtful cue alone gives: one that a sure cue gives too is kept."""
    named = [(s, x) for s, x in links if x.voice.name]
    firm = {x.voice.key for _, x in named if min(_chances(x)) >= SURE}
    weak = {
        (x.cue_span.start, x.voice.name)
        for s, x in named
        if x.voice.sort != "person" and x.voice.key not in firm and _doubtful(s, x)
    }
    return [(key, _opened(c) if (_cue(c), c.speaker) in weak else c) for key, c in made]


def _chances(link: Link) -> tuple[float, float]:
    """How sure the tagger is of the cue and of its source."""
    return link.frame.sure[0], link.frame.origin.sure[1]


def _doubtful(s: Sentence, link: Link) -> bool:
    """Whether the cue may be none, or its source another: where the parse has another subject, or it is somebody's group ("its men")."""
    cue, source = _chances(link)
    owned = link.voice.described and link.voice.text.lower().startswith(_OWN)
    agreed = _subject(s, link)
    own = link.frame.same is None or _his(s, link, link.frame.cue) and finite(s, link.frame.cue)
    if agreed and link.frame.sort == "count":
        return False  # "the agency worked with their data but *arrived at* 459": a verb with its number and its subject
    plain = agreed and source >= SURE and own and any(finite(s, k) for k in _verbs(s, link))
    return cue < UNSURE and not plain or source < SURE and not agreed or owned and min(cue, source) < SURE


def _subject(s: Sentence, link: Link) -> bool:
    """Whether the source is the subject of its cue by the parse, too; of "according to" its object."""
    frame = link.frame.origin
    if frame.source is None:
        return False
    if frame.sort == "according":
        return s.dep[frame.source.head] == "pobj"
    # "..., Norland and the Karu Front *said*": known names right before the verb
    known = bool(s.name[frame.source.head]) and frame.source.b + 1 == frame.cue
    return known or any(_his(s, link, k) for k in _verbs(s, link))


def _his(s: Sentence, link: Link, verb: int) -> bool:
    """Whether the parse has the source for the subject of a verb."""
    found, source = subject(s, verb), link.frame.origin.source
    return found is not None and source is not None and source.a <= found.head <= source.b


def _verbs(s: Sentence, link: Link) -> list[int]:
    """The first word of the cue, and the verbs behind it: "*cited* by the agency *puts*"."""
    frame = link.frame.origin
    return [frame.cue, *(k for k in range(frame.cue + 1, frame.cue_end + 1) if s.is_verb(k))]


def _cue(claim: Claim) -> int:
    return claim.cue_span.start if claim.cue_span is not None else -1


def _opened(claim: Claim) -> Claim:
    """The claim with its speaker as a candidate only."""
    others = tuple(d for d in claim.doubt if d.part is not Part.SPEAKER)
    doubt = (*others, Doubt(Part.SPEAKER, _REASON, claim.speaker or ""))
    return replace(claim, speaker=None, on_behalf_of=None, doubt=doubt)
