"""Whose voices a case holds: who was heard and who never, what each outlet's text is made of, and which sources are one or contradict themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from truceline.case import Reading
from truceline.case.register import OWN, Wanted, mode_of, register
from truceline.counting.contradictions import contradictions, sentences
from truceline.evidence import Document, Text
from truceline.reporting.answers.answer import Answer, nobody, passage, said
from truceline.reporting.model import Line, Run, Section
from truceline.reporting.sections.page import Page
from truceline.reporting.sections.voices import UNRESOLVED
from truceline.reporting.sections.voices import voices as all_voices

ADDRESS = re.compile(r"[^\n]*https?://\S+[^\n]*")
HEADLINE = 5
"""Words from which a first line is a headline and no menu."""
SHOWN = 6
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
FEATURES = "Features to judge by, no verdict: an outlet may quote a loaded word, and may tell one side's account in plain words."


def voices(page: Page, ceasefire: str = "any") -> Answer:
    """Five parts over every document of the ceasefires asked for."""
    held = register(page.case, page.as_of, Wanted(ceasefire=ceasefire, proposals=False))
    own = [r for r in held if not r.authored]
    documents = {r.document.path: r.document for r in own}
    parts = (
        Section("heard", "Who was heard", tuple(_heard(page))),
        Section(
            "unnamed", "Speakers that a text does not name, in its own words", tuple(_unnamed(page, own))
        ),
        Section("outlets", "What each document is made of", tuple(_features(page, documents, own))),
        Section("told-twice", "The same story told elsewhere", tuple(_twice(page, documents, own))),
        Section(
            "against-itself", "Where a text does not fit with itself", tuple(_against(page, documents, own))
        ),
    )
    return Answer(page, "Voices and sources", parts)


def _heard(page: Page) -> Iterator[Line]:
    """Each column and side with its speakers; last those that the case looks for and of whom nothing is held."""
    found = all_voices(Page(page.case, page.as_of, date.min, page.cited))
    for voice in found.sides:
        last = f"last heard {voice.last}" if voice.last else "never heard: no statement held"
        what = "statement" if voice.side == UNRESOLVED else "speaker"
        counted = f"{voice.count} {what}{'' if voice.count == 1 else 's'}"
        yield Line((page.said(f"{counted}, {last}", *voice.last_claims),), voice.side)
    for name in found.never:
        yield Line((page.absent("no statement held; the case looks for it"),), name)


def _unnamed(page: Page, own: list[Reading]) -> Iterator[Line]:
    """Once for each description of a document, at its first place."""
    seen: set[tuple[str, str]] = set()
    for reading in own:
        claim, key = reading.claim, (reading.document.path, reading.claim.speaker_text.casefold())
        if (
            reading.speaker
            or reading.narrated
            or claim.speaker_span is None
            or key in seen
            or key[1] in PRONOUNS
        ):
            continue
        seen.add(key)
        place = passage(page, reading.document.path, claim.speaker_span.start, claim.speaker_span.end)
        yield Line((place, Run(": ", rule="wording"), *said(page, reading).runs))


def _features(page: Page, documents: dict[str, Document], own: list[Reading]) -> Iterator[Line]:
    for path, document in documents.items():
        text = page.case.texts[path]
        mine = [r for r in own if r.document.path == path]
        yield Line(
            (Run(_shares(text, mine), rule="count of sentences"),),
            f"{path}, {document.outlet or 'outlet not known'}",
        )
        yield from _headline(page, text)
        yield from _loaded(page, text)
    yield Line((Run(FEATURES, rule="wording"),))


def _shares(text: Text, mine: list[Reading]) -> str:
    """How many sentences attribute something to somebody, and how the statements are told."""
    spans = sentences(text.string)
    given = [s for s in spans if any(s.start <= r.claim.start < s.end and not r.narrated for r in mine)]
    modes = {m: sum(mode_of(r) == m for r in mine) for m in ("direct", "mixed", "indirect", OWN)}
    told = ", ".join(f"{n} {m}" for m, n in modes.items())
    speakers = len({r.speaker.id for r in mine if r.speaker and not r.narrated})
    own = len(spans) - len(given)
    return f"{own} of {len(spans)} sentences in the outlet's own voice; statements: {told}; speakers by name: {speakers}"


def _headline(page: Page, text: Text) -> Iterator[Line]:
    at = 0
    for line in text.string.splitlines(keepends=True):
        words = line.strip()
        if len(words.split()) >= HEADLINE:
            if words[-1] not in '.!?”"':
                start = at + line.index(words)
                yield Line(
                    (
                        Run("headline, in the outlet's own words: ", rule="wording"),
                        passage(page, text.document, start, start + len(words)),
                    )
                )
            return
        at += len(line)


def _loaded(page: Page, text: Text) -> Iterator[Line]:
    """Words that the case writes otherwise, or that its list of actors calls loaded, outside quotation marks."""
    runs: list[Run] = []
    for start, end in _found(page, text):
        runs += [Run(", ", rule="wording")] if runs else []
        runs.append(passage(page, text.document, start, end))
    if runs:
        shown = runs[: 2 * SHOWN - 1]
        more = f" and {(len(runs) - len(shown)) // 2} more" if len(runs) > len(shown) else ""
        yield Line(
            (Run("loaded words outside quotation marks: ", rule="wording"), *shown, Run(more, rule="wording"))
        )


def _found(page: Page, text: Text) -> Iterator[tuple[int, int]]:
    terms = {w for t in page.case.settings.terms for w in t.instead_of}
    terms |= {w for a in page.case.lexicon.actors.values() for w in a.loaded}
    if not terms:
        return
    longest = sorted(terms, key=lambda w: (-len(w), w))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
    for match in pattern.finditer(text.string):
        before = text.string[: match.start()]
        if before.count("“") <= before.count("”"):
            yield match.span()


def _twice(page: Page, documents: dict[str, Document], own: list[Reading]) -> Iterator[Line]:
    """Repeats, one speaker through one carrier on one day, and the address that a text prints of itself."""
    repeats = [r for r in own if r.repeat_of]
    for reading in repeats:
        yield said(page, reading, "the same words in another document of that day: one source", "told twice")
    yield from nobody(
        page, "", bool(repeats), "No statement is told in the same words in two documents of one day"
    )
    for one, other in combinations(documents, 2):
        shared = _carried(own, one) & _carried(own, other)
        for speaker, carrier, _ in sorted(shared):
            name = page.name(speaker)
            told = f"{one} and {other}: {name} through {carrier} on one day: one source, not two"
            yield Line((Run(told, rule="carriers of statements"),), "one interview")
    for path in documents:
        if match := ADDRESS.search(page.case.texts[path].string):
            yield Line((passage(page, path, *match.span()),), "the address it prints")


def _carried(own: list[Reading], path: str) -> set[tuple[str, str, str]]:
    mine = (r for r in own if r.document.path == path and r.speaker and r.claim.relay and not r.narrated)
    return {(r.speaker.id, r.claim.relay[0], str(r.document.published)) for r in mine if r.speaker}


def _against(page: Page, documents: dict[str, Document], own: list[Reading]) -> Iterator[Line]:
    none = True
    for path, document in documents.items():
        claims = [r.claim for r in own if r.document.path == path]
        for found in contradictions(page.case.texts[path], claims, page.case.lexicon, document.published):
            none = False
            one = passage(page, path, found.one.start, found.one.end)
            other = passage(page, path, found.other.start, found.other.end)
            yield Line((one, Run(" beside ", rule="wording"), other), found.why)
    yield from nobody(page, "", not none, "No such place was found by the rules that look for them")
