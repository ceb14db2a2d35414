"""Demands against a draft: how each is said to be answered, what is said of the draft in documents held, and the guarantee sought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.actors.model import FORMS
from truceline.agreement.model import Draft
from truceline.agreement.standing import Demand
from truceline.case import Reading
from truceline.case.register import Wanted, register
from truceline.evidence import Kind
from truceline.linking.phrases import words
from truceline.positions.tones import Tone, why
from truceline.reporting.answers.answer import Answer, by, nobody, said
from truceline.reporting.model import Line, Section
from truceline.reporting.sections.accounts import demands_section
from truceline.reporting.sections.page import Page

DRAFT = frozenset(
    {
        "text",
        "draft",
        "proposal",
        "document",
        "offer",
        "deal",
        "agreement",
        "guarantee",
        "stipulates",
        "mentioned",
        "answer",
        "clear",
    }
)
"""Words of a sentence that speaks of what a draft says or lacks."""
SMALL = frozenset({"the", "and", "for", "one", "any", "end"})
HALF = 0.5
BACK = frozenset({"this", "that", "such"})
OPENING = 6
KINDS = (Kind.STATEMENT, Kind.TERM, Kind.POSITION)


def demands(page: Page, proposals: bool = False) -> Answer:
    """The report's table, then for each draft what documents say of it under the demand that they speak of, then guarantees."""
    table = replace(demands_section(page), title="Demands and what the draft is said to answer")
    drafts = [s for d in page.case.agreement.drafts for s in _draft(page, d, proposals)]
    sought = _guarantees(page, proposals)
    return Answer(page, "Demands and drafts", (table, *drafts, sought))


def _draft(page: Page, draft: Draft, proposals: bool) -> Iterator[Section]:
    if not draft.ceasefire:
        return
    held = [r for r in _of(page, draft.ceasefire, proposals) if r.claim.kind in KINDS]
    asked = {d.text: d for d in draft.demands}
    best = {r.id: _nearest(page, tuple(asked), r) for r in held}
    for text, demand in asked.items():
        own = [r for r in held if best[r.id] == text]
        title = f"{draft.name}, on the demand of {page.name(demand.by)}: {text}"
        yield Section(
            f"{draft.id}-{text}",
            title,
            tuple(said(page, r) for r in own),
            empty="no sentence of a document held",
        )
    rest = [r for r in held if not best[r.id] and DRAFT & set(words(r.sentence))]
    yield Section(
        f"{draft.id}-rest", f"{draft.name}: what else is said of it", tuple(said(page, r) for r in rest)
    )


def _of(page: Page, ceasefire: str, proposals: bool) -> tuple[Reading, ...]:
    found = register(page.case, page.as_of, Wanted(ceasefire=ceasefire, proposals=proposals))
    return tuple(r for r in found if not r.authored and not r.repeat_of)


def _nearest(page: Page, demands: tuple[str, ...], reading: Reading) -> str:
    """The demand of whose words its sentence holds the most, half of them at least; "" for none.

    A sentence that opens with "this" is read with the one before it. Names of sides tell no demand from another.
    """
    told = words(reading.sentence)
    back = words(page.case.context(reading.id).before) if BACK & set(told[:OPENING]) else ()
    run = {_stem(w) for w in (*told, *back)}
    shares = [
        (len(asked & run) / len(asked), -n, d) for n, d in enumerate(demands) if (asked := _asked(page, d))
    ]
    share, _, demand = max(shares, default=(0, 0, ""))
    return demand if share >= HALF else ""


def _asked(page: Page, demand: str) -> set[str]:
    names = {w for m in page.case.lexicon.mentions(demand, FORMS) for w in words(m.text)}
    return {_stem(w) for w in words(demand) if len(w) > 2 and w not in SMALL | names}


def _stem(word: str) -> str:
    return word[:7].removesuffix("s")


def _guarantees(page: Page, proposals: bool) -> Section:
    """Statements on guarantees, guarantors and written form, of every ceasefire held; each says which."""
    found = register(page.case, page.as_of, Wanted(tone=Tone.GUARANTEE, ceasefire="any", proposals=proposals))
    unique = {(r.document.path, r.claim.start, r.claim.text): r for r in found if not r.repeat_of}
    lines = tuple(_guarantee(page, r) for r in unique.values())
    own = tuple(
        _demanded(page, d) for draft in page.case.agreement.drafts for d in draft.demands if d.guarantee
    )
    return Section(
        "guarantees",
        "Guarantees: from whom, in which form",
        (*own, *lines, *nobody(page, "", bool(own or lines))),
    )


def _demanded(page: Page, demand: Demand) -> Line:
    claim = demand.source.claim.id if demand.source.claim else ""
    return Line((page.said(f"{page.name(demand.by)}: {demand.guarantee}", claim),), "demanded")


def _guarantee(page: Page, reading: Reading) -> Line:
    other = "" if reading.this_case else f"; of {reading.ceasefire}"
    return said(page, reading, f"{by(page, reading, why(reading, Tone.GUARANTEE))}{other}")
