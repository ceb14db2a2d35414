"""Words of a scenario that nothing in the case hears: a misspelt speaker or column, a state that is neither done nor undone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from truceline.agreement.model import Deed, Provision
from truceline.case import viewpoints
from truceline.case.case import Case
from truceline.case.scenario.model import SIDES, Said, Scenario
from truceline.evidence import Claim, Figure, Incident, Kind, State
from truceline.files import closest
from truceline.linking.matcher import Matcher, Spoken

Slip = tuple[str, str, str]  # what, what was expected, what stands there


def slips(case: Case, scenario: Scenario) -> Iterator[Slip]:
    """Each slip: what it is, what would be heard, what was got."""
    known = case.lexicon.actors
    for actor in _actors(case, scenario):
        if actor not in known:
            yield (
                f"speaker '{actor}'",
                _near(actor, case.lexicon.own(), "an actor of the case"),
                "in no list of actors",
            )
    for said in scenario.says:
        for id_ in said.about:
            yield from _unheard(said, case.agreement.provisions[id_])
    columns = _columns(case)
    wanted = [e.viewpoint for e in scenario.expect]
    wanted += [e.viewpoint for e in (*scenario.owed, *scenario.left)]
    for viewpoint in wanted:
        if viewpoint not in columns:
            yield (
                f"viewpoint '{viewpoint}'",
                _near(viewpoint, columns - set(known) | case.lexicon.own(), "a viewpoint or side"),
                "in no list",
            )


def _actors(case: Case, scenario: Scenario) -> Iterator[str]:
    """Everybody whom the scenario names as a speaker, as wanting something of a force, or as promising something."""
    for said in scenario.says:
        yield from said.by
    yield from (wish.actor for _, wish in scenario.wishes)
    for pledge in scenario.pledges:
        yield from pledge.by
    for row in scenario.promised:
        yield from row.by
    texts = {t for m in case.agreement.mandates for t in m.texts}
    yield from (c.column for c in scenario.mandate if c.column not in texts | {SIDES})


def _columns(case: Case) -> set[str]:
    groups = {a.group for a in case.lexicon.actors.values() if a.group}
    return {viewpoints.MISSION.id, *(c.id for c in case.settings.viewpoints), *case.lexicon.actors, *groups}


def _near(word: str, known: Collection[str], what: str) -> str:
    near = closest(word, known)
    return f"{what}; the nearest is '{near}'" if near else what


def _unheard(said: Said, provision: Provision) -> Iterator[Slip]:
    """A state, incident or breach that no cue of the provision knows: it would be held, and show nothing or too much."""
    matcher, cues = Matcher(provision.cues), provision.cues
    match said.payload:
        case State(value=value) if not (
            matcher.done.first(value) or matcher.undone.first(value) or _in_words(said, matcher)
        ):
            yield (
                f"state '{value}' of {provision.id}",
                f"one of {_listed((*cues.done, *cues.undone))}",
                "no word of done or undone",
            )
        case Incident(type=kind) if provision.deed is Deed.PROHIBITION and not matcher.acts.first(kind):
            yield f"incident '{kind}' of {provision.id}", f"one of {_listed(cues.acts)}", "no word of acts"
        case Figure(counts=counts) if provision.deed is Deed.PROHIBITION and not _measured(said, matcher):
            yield (
                f"counts '{counts}' of {provision.id}",
                f"one of {_listed(cues.counts)}",
                "no word of counts",
            )


def _in_words(said: Said, matcher: Matcher) -> bool:
    return bool(matcher.done.first(said.words) or matcher.undone.first(said.words))


def _measured(said: Said, matcher: Matcher) -> bool:
    claim = Claim("", "", Kind.FIGURE, 0, len(said.words), said.words, payload=said.payload)
    words = " ; ".join([*matcher.cues.require, said.words])
    return bool(matcher.measured(Spoken.of(claim, words)))


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words) or "its cues, which are empty"
