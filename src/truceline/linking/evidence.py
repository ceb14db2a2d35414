"""From an effective claim and its links to the rows of evidence that status sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from truceline.actors.model import FORMS
from truceline.agreement.model import Deed, Provision
from truceline.evidence import (
    Attribution,
    Claim,
    Compliance,
    Document,
    Evidence,
    Figure,
    Ground,
    Interval,
    Link,
    State,
    Target,
    Truth,
)
from truceline.linking.bits import bits
from truceline.linking.linker import Linker
from truceline.linking.matcher import Matcher
from truceline.linking.mentions import responsible
from truceline.linking.owed import WHY, owed
from truceline.linking.undone import WHY as UNDONE
from truceline.linking.undone import undone, unopened

_ALL = re.compile(r"\b(both|neither|each (side|party)|the (two )?(sides|parties))\b", re.IGNORECASE)
_WE = re.compile(r"\b(we|our|ours|us)\b", re.IGNORECASE)
PART = "one side's part: another side owes it too"


def evidence(
    linker: Linker,
    claim: Claim,
    links: Iterable[Link],
    document: Document,
    *,
    checked: bool,
    sentence: str = "",
) -> Iterator[Evidence]:
    """A row for each provision the claim speaks of without doubt, and each side that answers for it.

    ``sentence`` is the sentence around it: what it says to be owed, agreed or planned gives neither bits nor a figure.

    None for the narrator's own voice, for a speaker that is not resolved, for another ceasefire, for a document whose
    day is not known at all: these are held and listed elsewhere, never counted.
    """
    links = tuple(links)
    speakers, known = responsible(links), document.known_from
    unheard = not speakers or claim.attribution is Attribution.NARRATOR
    if unheard or known is None or not _of_this_case(linker, links):
        return
    for provision in _spoken_of(linker, links):
        row = Evidence(
            matter=provision.id,
            holder=linker.lexicon.side(speakers[0]),
            speaker=speakers[0],
            truth=Truth.UNKNOWN,
            known=known,
            possible=document.published.earliest,
            claim=claim.id,
            on=_time(claim),
            general=isinstance(claim.payload, Compliance) and claim.payload.general,
            checked=checked,
            ground=Ground.STATED,
        )
        row = _weighed(row, claim, provision, linker.provisions.matchers[provision.id], sentence)
        if row.truth is Truth.MET and _one_part(linker, claim, links, provision):
            row = row._replace(truth=Truth.UNKNOWN, why=PART)
        yield row
        yield from (row._replace(holder=linker.lexicon.side(s), speaker=s) for s in speakers[1:])


def _spoken_of(linker: Linker, links: Iterable[Link]) -> Iterator[Provision]:
    """The provisions that the claim speaks of without doubt."""
    known = linker.agreement.provisions
    return (known[x.id] for x in links if x.target is Target.PROVISION and not x.doubtful and x.id in known)


def _one_part(linker: Linker, claim: Claim, links: Iterable[Link], provision: Provision) -> bool:
    """Whether one side is said to keep what several owe: that shows its own part alone, while a breach by one is a breach.

    Of states and plain words that holds for a ban, which each keeps by itself; a deed that several owe may be done by one for all ("formed
    a government", "filed a complaint").
    """
    owing = {linker.lexicon.side(b) for b in provision.bearer}
    if len(owing) < 2:
        return False
    links = tuple(links)
    if isinstance(claim.payload, Compliance):
        told = _sides(linker, links, "actor")
        return bool(told) and not owing <= told
    if provision.deed is not Deed.PROHIBITION:
        return False
    told = _named(linker, claim, links)
    return bool(told & owing) and not owing <= told


def _sides(linker: Linker, links: Iterable[Link], *roles: str) -> set[str]:
    return {linker.lexicon.side(x.id) for x in links if x.target is Target.ACTOR and x.role in roles}


def _named(linker: Linker, claim: Claim, links: tuple[Link, ...]) -> set[str]:
    """The sides of whom words speak: those they name, and the speaker's who says "we"; nobody for "both sides"."""
    if _ALL.search(claim.text):
        return set()
    named = {i for m in linker.lexicon.mentions(claim.text, FORMS) if not m.doubtful for i in m.actors}
    own = _sides(linker, links, "speaker", "on_behalf_of") if _WE.search(claim.text) else set()
    return {linker.lexicon.side(i) for i in named} | _sides(linker, links, "by") | own


def _weighed(row: Evidence, claim: Claim, provision: Provision, matcher: Matcher, sentence: str) -> Evidence:
    """The row with its bits and figure, or with why it has none."""
    figure = claim.payload if isinstance(claim.payload, Figure) else None
    measure = f"{figure.counts}|{figure.basis}" if figure else ""
    if owed(claim, sentence):
        return row._replace(measure=measure, why=WHY)
    if undone(claim, provision, sentence):
        return row._replace(measure=measure, why=UNDONE)
    done, open_ = _state_words(claim, matcher)
    truth, why = bits(claim, provision, done=done, undone=open_)
    if truth is Truth.MET and unopened(claim, provision, sentence):
        return row._replace(measure=measure, why=UNDONE)
    return row._replace(measure=measure, truth=truth, why=why, figure=figure)


def _state_words(claim: Claim, matcher: Matcher) -> tuple[bool, bool]:
    """Whether words for done and undone stand in the state's value; in the claim's own words where the value has neither.

    What the state is *of* ("open Rafah crossing") is never searched: a duty's name is no statement about it.
    """
    for text in (claim.payload.value if isinstance(claim.payload, State) else "", claim.text):
        done, undone = bool(matcher.done.first(text)), bool(matcher.undone.first(text))
        if done or undone:
            return done, undone
    return False, False


def _of_this_case(linker: Linker, links: Iterable[Link]) -> bool:
    return all(x.id == linker.agreement.id for x in links if x.target is Target.CEASEFIRE)


def _time(claim: Claim) -> Interval:
    """The time spoken of; a figure's is left to its as-of day, since "since 10 October" is a base and no day of its own."""
    return Interval() if isinstance(claim.payload, Figure) else claim.about
