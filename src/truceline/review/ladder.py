"""May a role conclude this? Each thing that prevents a finding, in words, with what helps (vocabulary.md, the ladder of verification).

A finding cites statements that a person accepted as said, and its rung must be one that they can bear. Whether the conclusion is right is
nobody's business here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from truceline.case import Case, Reading
from truceline.evidence import Answer, Finding, Rung, Truth
from truceline.review import bearing
from truceline.review.signing import Obstacle

NEEDED = 2
"""How many independent sources corroborate (the field's ladder; syndicated copies are one)."""
_RESTS = frozenset(Rung) - {Rung.DISCOUNTED, Rung.UNABLE_TO_DETERMINE}
"""The rungs that give a value: what they cite has to speak on the duty."""
_TAKEN = (Rung.REPORTED, Rung.SINGLE_SOURCE, Rung.CORROBORATED)
"""The rungs that take the sources at their word; the mission's own look may go against what it cites."""
_NAMELESS = frozenset({"unnamed", "outlet"})


def hindrances(case: Case, finding: Finding) -> tuple[Obstacle, ...]:
    """Everything that prevents a finding; empty: it may be entered."""
    return tuple(_hindrances(case, finding))


def _hindrances(case: Case, finding: Finding) -> Iterator[Obstacle]:
    again = f"truceline find {case.path} {finding.matter}"
    if not finding.role.strip():
        yield Obstacle("No role is named: a finding is a named role's.", f'{again} --role "team leader" ...')
    if finding.at > datetime.now(case.settings.offset).date():
        yield Obstacle(f"{finding.at} has not come.", f"{again} --as-of DATE ...")
    yield from _claims(case, finding, again)
    yield from _rung(case, finding, again)
    yield from _bearing(case, finding, again)
    yield from _answer(case, finding, again)


def _claims(case: Case, finding: Finding, again: str) -> Iterator[Obstacle]:
    if not finding.claims:
        yield Obstacle(
            "It cites no statement. A finding rests on statements, also one that nothing could be determined.",
            f"truceline explain {case.path} {finding.matter}",
        )
    for claim in dict.fromkeys((*finding.claims, *filter(None, [finding.answered]))):
        yield from _claim(case, claim, finding.at, again)


def _claim(case: Case, claim: str, day: date, again: str) -> Iterator[Obstacle]:
    reading = case.by_id.get(claim)
    if reading is None:
        yield Obstacle(
            f"This case holds no statement '{claim}'.", f'truceline review {case.path} --find "WORDS"'
        )
        return
    words = _words(reading)
    if not reading.this_case:
        yield Obstacle(f"{words} speaks of another ceasefire.", f"truceline explain {case.path} {claim}")
    elif not reading.checked:
        why = "was rejected" if reading.state == "rejected" else "is a machine reading that nobody accepted"
        yield Obstacle(f"{words} {why}.", f"truceline review {case.path} --card {claim}")
    known = reading.document.known_from
    if known is None or known > day:
        first = f"may count from {known} only" if known else "has no day"
        yield Obstacle(f"{words} {first}; the finding is of {day}.", f"{again} --as-of {known or 'DATE'} ...")


def _rung(case: Case, finding: Finding, again: str) -> Iterator[Obstacle]:
    rung, truth, value = finding.rung, finding.truth, _value(finding)
    if (rung in (Rung.UNABLE_TO_DETERMINE, Rung.DISCOUNTED)) is not (truth is Truth.UNKNOWN):
        yield Obstacle(
            f"'{rung.words}' and the value '{value}' do not go together: what is discounted or cannot be determined gives no "
            "value, and every other rung gives one.",
            f"{again} --value unable --rung unable_to_determine ...",
        )
    if (rung is Rung.CONTESTED) is not (truth is Truth.CONTESTED):
        yield Obstacle(
            f"'{rung.words}' and the value '{value}' do not go together: sources that contradict each other give both.",
            f"{again} --value contested --rung contested ...",
        )
    if rung is Rung.ACCEPTED and not _concedes(finding.answer):
        yield Obstacle(
            "'accepted' says that the accused side concedes, and no such answer is given.",
            f'{again} --rung accepted --answer "{Answer.ACCEPTS.value}" ...',
        )
    if rung is Rung.CORROBORATED:
        yield from _corroborated(case, finding, again)


def _concedes(answer: str) -> bool:
    return answer in {a.value for a in Answer if a.concedes}


def _bearing(case: Case, finding: Finding, again: str) -> Iterator[Obstacle]:
    """What is cited and does not speak on the duty, or says the opposite where the sources are taken at their word."""
    if finding.rung not in _RESTS:
        return
    for reading in _held(case, finding.claims):
        if not bearing.on(case, reading, finding.matter):
            yield _apart(case, reading, finding.matter)
    against = [r for r in _held(case, finding.claims) if bearing.against(case, r, finding)]
    if against and finding.rung in _TAKEN:
        ids = ", ".join(f"{r.id} ({_name(r)})" for r in against)
        yield Obstacle(
            f"'{finding.rung.words}' and '{_value(finding)}', yet what is cited says the opposite: {ids}. Sources that contradict each other are "
            "contested. Leave a statement out only where it does not speak of this day.",
            f"{again} --value contested --rung contested ...",
        )


def _apart(case: Case, reading: Reading, matter: str) -> Obstacle:
    name = case.agreement.provisions[matter].name
    how = (
        f"truceline explain {case.path} {matter}"
        if reading.authored
        else f"truceline review {case.path} --card {reading.id}"
    )
    return Obstacle(
        f"{_words(reading)} does not speak on {matter} {name}: it is not linked to it. Cite what does; where the link is "
        "missing, correct the reading's duty first.",
        how,
    )


def _answer(case: Case, finding: Finding, again: str) -> Iterator[Obstacle]:
    """An answer is the accused side's own, on this duty; that it concedes is shown by a statement, never by the typed word alone."""
    bearers = case.agreement.provisions[finding.matter].bearer
    who = " or ".join(case.lexicon.actors[b].name if b in case.lexicon.actors else b for b in bearers)
    if not finding.answered and (finding.rung is Rung.ACCEPTED or _concedes(finding.answer)):
        yield Obstacle(
            f"That the accused side concedes has to be shown by its own words: {finding.matter} is owed by {who}, and no statement of "
            "that side is named as its answer.",
            f"{again} --answered CLAIM ...",
        )
    for reading in _held(case, [finding.answered]):
        if not bearing.said_by(case, reading, bearers):
            yield Obstacle(
                f"{_words(reading)} is no answer of the accused side: {_name(reading)} said it, and {finding.matter} is owed by {who}. What "
                "another side says of it is a statement to cite.",
                f"truceline explain {case.path} {finding.matter}",
            )
        elif not bearing.on(case, reading, finding.matter):
            yield _apart(case, reading, finding.matter)
        elif finding.rung is Rung.ACCEPTED and bearing.against(case, reading, finding):
            yield Obstacle(
                f"'accepted' and '{_value(finding)}', yet the answer {_words(reading)} says the opposite.",
                f'{again} --answer "{Answer.DENIES.value}" ...',
            )


def _held(case: Case, claims: Iterable[str]) -> list[Reading]:
    """The readings that the case holds and a person accepted; of the others ``_claims`` tells."""
    return [r for c in claims if (r := case.by_id.get(c)) and r.counts]


def _value(finding: Finding) -> str:
    return "unable" if finding.truth is Truth.UNKNOWN else finding.truth.word.replace("_", "-")


def _words(reading: Reading) -> str:
    return f'"{" ".join(reading.claim.text.split())[:60]}" ({reading.id})'


def _corroborated(case: Case, finding: Finding, again: str) -> Iterator[Obstacle]:
    cited = [case.by_id[c] for c in finding.claims if c in case.by_id]
    bearing_out = [r for r in cited if bearing.bears_out(case, r, finding)]
    groups = sources(bearing_out)
    if len(groups) >= NEEDED:
        return
    told = "; ".join(f"{', '.join(r.id for r in group)} ({_name(group[0])})" for group in groups) or "none"
    silent = ", ".join(r.id for r in cited if r not in bearing_out)
    yield Obstacle(
        f"'corroborated' needs two independent sources that each say '{_value(finding)}'; what is cited is {len(groups) or 'none'}: {told}. One side, "
        "one document, one outlet behind unnamed voices, or the same words carried twice are one source."
        f"{f' Does not say so on {finding.matter}: {silent}.' if silent else ''}",
        f"{again} --rung single_source ...",
    )


def _name(reading: Reading) -> str:
    return reading.side.name if reading.side else reading.document.outlet or reading.document.path


def sources(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], ...]:
    """The readings in groups that are one source each, in the order given.

    Two are one source where they share the document, the responsible side, the words, or, where one names no side, an outlet or
    person that passed it on: a repeat of what nobody named said is no second voice.
    """
    groups: list[tuple[set[tuple[str, str]], list[Reading]]] = []
    for reading in {r.id: r for r in readings}.values():
        marks, members = _marks(reading), [reading]
        for group in [g for g in groups if g[0] & marks]:
            groups.remove(group)
            marks, members = marks | group[0], [*group[1], *members]
        groups.append((marks, members))
    return tuple(tuple(members) for _, members in groups)


def _marks(reading: Reading) -> set[tuple[str, str]]:
    document = reading.document
    address = document.address or f"{document.path} {document.outlet} {document.published}"
    marks = {("document", address), ("words", " ".join(reading.claim.text.casefold().split()))}
    if not reading.authored:
        marks.add(("document", document.path))
    if reading.side is not None and not _NAMELESS & set(reading.side.kinds):
        return marks | {("side", reading.side.id)}
    carriers = (
        *reading.claim.relay,
        *document.relay,
        document.outlet,
        reading.side.name if reading.side else "",
    )
    return marks | {("carrier", name.casefold()) for name in carriers if name}
