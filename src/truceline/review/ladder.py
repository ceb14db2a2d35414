"""May a role conclude this? Each thing that prevents a finding, in words, with what helps (vocabulary.md, the ladder of verification).

A finding cites statements that a person accepted as said, and its rung must be one that they can bear. Whether the conclusion is right is
nobody's business here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from truceline.case import Case, Reading
from truceline.evidence import Answer, Finding, Rung, Truth
from truceline.review.signing import Obstacle

NEEDED = 2
"""How many independent sources corroborate (the field's ladder; syndicated copies are one)."""
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
    words = f'"{" ".join(reading.claim.text.split())[:60]}" ({claim})'
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
    rung, truth = finding.rung, finding.truth
    value = "unable" if truth is Truth.UNKNOWN else truth.word.replace("_", "-")
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


def _corroborated(case: Case, finding: Finding, again: str) -> Iterator[Obstacle]:
    cited = [case.by_id[c] for c in finding.claims if c in case.by_id]
    groups = sources(cited)
    if len(groups) >= NEEDED:
        return
    told = "; ".join(f"{', '.join(r.id for r in group)} ({_name(group[0])})" for group in groups) or "none"
    yield Obstacle(
        f"'corroborated' needs two independent sources; what is cited is {len(groups) or 'none'}: {told}. One side, one document, one outlet "
        "behind unnamed voices, or the same words carried twice are one source.",
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
