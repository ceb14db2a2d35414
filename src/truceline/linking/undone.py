"""Whether a count says that something was not done, or is still open: then it shows nothing, whatever the reader made of it.

"Had not released 24", "failed to release 24", "still holds 24" and "denied that it had released 24" each name the number
of a duty and tell of no duty done (docs/decisions/0131-a-count-of-what-was-not-done.md). A second lock behind the reader's
polarity, for every side alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from truceline.agreement.model import Deed, Provision
from truceline.evidence import Claim, Figure, Kind, Polarity
from truceline.files import yaml
from truceline.linking.owed import anchored
from truceline.linking.phrases import Phrases, Run, starts, words

WHY = "the words deny it or say that it is still open"
DATA = Path(__file__).parent / "data" / "undone.yaml"
_DEEDS = frozenset({Kind.STATE, Kind.STEP, Kind.STATEMENT})
_JOINS = frozenset({"and", "or", "with"})


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary; see the head of ``data/undone.yaml``."""

    before: frozenset[Run]
    after: frozenset[Run]
    bound: frozenset[Run]
    open: frozenset[Run]


@cache
def vocabulary() -> Words:
    """The vocabulary that ships with Truceline."""
    root = yaml.load(DATA)
    return Words(**{k: frozenset(map(words, root[k].texts())) for k in Words.__dataclass_fields__})


def undone(claim: Claim, provision: Provision, sentence: str = "") -> bool:
    """Whether the claim is a count that its own words, or those around its number, deny or tell as still open."""
    if not isinstance(claim.payload, Figure):
        return False
    if claim.polarity is Polarity.DENIED:
        return True
    if claim.payload.low == claim.payload.high == 0:  # "no detainee was released": none is what was done
        return False
    before, after = _around(claim, claim.payload, provision, sentence)
    cues, spared = _cues(claim.payload, provision)
    return _stands(before, vocabulary().before - spared | cues) or _stands(
        after, vocabulary().after - spared | cues
    )


def unopened(claim: Claim, provision: Provision, sentence: str = "") -> bool:
    """Whether an affirmed state or act is told under words that deny it ("is yet to be opened", "refused to open").

    For what is read as done: in the part of the sentence with the number or state word, before the word for done.
    """
    if claim.polarity is Polarity.DENIED or claim.kind not in _DEEDS:
        return False
    run, _ = anchored(claim, sentence)
    ends = [n for d in _runs(provision.cues.done) for n in starts(run, d)]
    return bool(ends) and _stands(run[: max(ends)], vocabulary().before - vocabulary().open)


def _cues(figure: Figure, provision: Provision) -> tuple[frozenset[Run], frozenset[Run]]:
    """The provision's words for undone, and the words that deny nothing here; a ban's words for undone name its breaches."""
    spared = _spared(provision.cues.done)
    if _counts_down(figure, provision):
        return frozenset(), spared | vocabulary().open
    ban = provision.deed is Deed.PROHIBITION
    return frozenset() if ban else _runs(provision.cues.undone), spared


@cache
def _spared(done: tuple[str, ...]) -> frozenset[Run]:
    """The words of the vocabulary in which a word for done stands: with it they deny nothing."""
    known, runs = vocabulary(), _runs(done)
    return frozenset(p for p in known.before | known.after if any(_within(d, p) for d in runs))


def _within(part: Run, whole: Run) -> bool:
    return any(True for _ in starts(whole, part))


def _around(claim: Claim, figure: Figure, provision: Provision, sentence: str) -> tuple[Run, Run]:
    """The words of the number's own part of the sentence before and behind it; a part that joins a deed done is cut there.

    A number in letters is looked for by what it counts.
    """
    run, anchor = anchored(claim, sentence)
    if not any(w.isdecimal() for w in run[anchor.start : anchor.stop]):
        counted = {*words(figure.counts)}
        at = next((n for n, word in enumerate(run) if word in counted), len(run))
        anchor = range(at, at)
    before, after = run[: anchor.start], run[anchor.stop :]
    done = Phrases(provision.cues.done)
    for n in range(len(before) - 1, -1, -1):
        if before[n] == "and" and done.first(before[n:]):
            before = before[n:]
            break
    stop = next((n for n, word in enumerate(after) if word in _JOINS), len(after))
    return before, after[:stop]


def _counts_down(figure: Figure, provision: Provision) -> bool:
    """Whether the count is itself what shall go down ("still held"): then words for what is open are its name."""
    said = frozenset(words(figure.counts))
    down = (t for t in provision.targets if t.direction == "down")
    return any(frozenset(words(t.counts)) <= said for t in down)


@cache
def _runs(phrases: tuple[str, ...]) -> frozenset[Run]:
    return frozenset(run for phrase in phrases if (run := words(phrase)))


def _stands(run: Run, phrases: frozenset[Run]) -> bool:
    return any(not _bounds(run, n) for phrase in phrases for n in starts(run, phrase))


def _bounds(run: Run, place: int) -> bool:
    return any(run[place : place + len(b)] == b for b in vocabulary().bound)
