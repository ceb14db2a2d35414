"""The rows of each table. What counts are checked statements; machine readings come in only when asked for, and say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from truceline.case.case import Case
from truceline.case.reading import Reading
from truceline.case.register import ANY, Wanted, register
from truceline.counting import FigureRow, Series, series
from truceline.evidence import Target, Viewpoint
from truceline.status import Cell, Row

CLAIMS: Mapping[str, type] = {
    "id": str, "kind": str, "text": str, "speaker_id": str, "speaker": str, "speaker_text": str, "side_id": str, "side": str,
    "on_behalf_of": str, "original": str, "relay": str, "mode": str, "attribution": str, "polarity": str, "hedge": str,
    "about": str, "about_from": date, "about_to": date, "provisions": str, "issues": str, "ceasefire": str, "this_case": bool,
    "checked": bool, "state": str, "doubt": str, "outlet": str, "address": str, "published": str, "known_from": date,
    "document": str, "start": int, "end": int, "text_sha256": str, "reader": str,
}  # fmt: skip
"""A row a statement. ``text`` is characters ``start`` to ``end`` of ``document``; what is several is parted by "; "."""
STATUS: Mapping[str, type] = {
    "as_of": date, "provision": str, "name": str, "deed": str, "bearer": str, "viewpoint": str, "label": str, "mission": bool,
    "value": str, "degree_low": int, "degree_high": int, "ground": str, "reason": str, "words": str, "life": str, "general": bool, "at": date, "claims": str,
    "proposals": int, "with_proposals": str, "on": date,
}  # fmt: skip
"""A row a provision and viewpoint. No row sums up the others, and degrees are no score: they are not added up."""
FIGURES: Mapping[str, type] = {
    "series": str, "title": str, "value": str, "low": float, "high": float, "approximator": str, "unit": str, "counts": str,
    "basis": str, "per": str, "counter_id": str, "counter": str, "side": str, "definition": str, "since": str, "since_from": date,
    "as_of": str, "day_from": date, "day_to": date, "day_stated": bool, "owed": bool, "relay": str, "checked": bool,
    "claim": str, "document": str, "start": int,
}  # fmt: skip
"""A row a figure as stated; ``low`` alone is at least, ``high`` alone up to. Nothing is added up."""


def claims(case: Case, as_of: date, *, proposals: bool = False) -> list[dict[str, Any]]:
    """Every statement known by the day, of other ceasefires too (``this_case`` tells); ``proposals`` adds unchecked readings."""
    found = register(case, as_of, Wanted(ceasefire=ANY, proposals=proposals))
    return [_claim(reading) for reading in found]


def _claim(reading: Reading) -> dict[str, Any]:
    claim, document = reading.claim, reading.document
    return {
        "id": claim.id, "kind": claim.kind.value, "text": claim.text, **_who(reading), "mode": claim.mode.value,
        "attribution": claim.attribution.value, "polarity": claim.polarity.value, "hedge": claim.hedge.value,
        "about": claim.about.edtf, "about_from": claim.about.earliest, "about_to": claim.about.latest,
        "provisions": _listed(reading.linked(Target.PROVISION)), "issues": _listed(reading.linked(Target.ISSUE)),
        "ceasefire": reading.ceasefire, "this_case": reading.this_case, "checked": reading.checked, "state": reading.state,
        "doubt": _listed(f"{d.part}: {d.reason}" for d in claim.doubt), "outlet": document.outlet, "address": document.address,
        "published": document.published.edtf, "known_from": document.known_from, "document": document.path,
        "start": claim.start, "end": claim.end, "text_sha256": claim.text_sha256, "reader": claim.reader,
    }  # fmt: skip


def _who(reading: Reading) -> dict[str, Any]:
    """Who speaks, for whom, and through whom; None where it is not resolved."""
    claim, speaker, side = reading.claim, reading.speaker, reading.side
    return {
        "speaker_id": speaker.id if speaker else None,
        "speaker": speaker.name if speaker else claim.speaker,
        "speaker_text": claim.speaker_text,
        "side_id": side.id if side else None,
        "side": side.name if side else None,
        "on_behalf_of": claim.on_behalf_of,
        "original": claim.original,
        "relay": _listed(claim.relay),
    }


def _listed(items: Iterable[str]) -> str:
    return "; ".join(items)


def status(case: Case, as_of: date, on: date | None = None) -> list[dict[str, Any]]:
    """The board of the day ``on`` (``as_of`` where None), a row for each cell of it."""
    board = case.board(as_of, on=on)
    return [
        {
            "as_of": as_of,
            "on": board.on,
            **_duty(row),
            **_viewpoint(viewpoint),
            **_cell(row.cells[viewpoint.id]),
        }
        for row in board.rows
        for viewpoint in board.viewpoints
    ]


def _duty(row: Row) -> dict[str, Any]:
    provision = row.provision
    return {
        "provision": provision.id,
        "name": provision.name,
        "deed": provision.deed.value,
        "bearer": _listed(provision.bearer),
    }


def _viewpoint(viewpoint: Viewpoint) -> dict[str, Any]:
    return {"viewpoint": viewpoint.id, "label": viewpoint.label, "mission": viewpoint.mission}


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "value": cell.value.name.lower(),
        "degree_low": cell.degree.low if cell.degree else None,
        "degree_high": cell.degree.high if cell.degree else None,
        "ground": cell.ground.value if cell.ground else None,
        "reason": cell.reason.value,
        "words": cell.words,
        "life": cell.life.value,
        "general": cell.general,
        "at": cell.at,
        "claims": _listed(cell.claims),
        "proposals": len(cell.proposals),
        "with_proposals": cell.with_proposals.name.lower(),
    }


def figures(case: Case, as_of: date, *, proposals: bool = False) -> list[dict[str, Any]]:
    """Every figure known by the day, in its series; ``proposals`` adds unchecked readings."""
    found = series(
        case.readings,
        as_of,
        proposals=proposals,
        actors=case.lexicon.actors,
        counters=case.agreement.counters,
        language=case.settings.language,
    )
    return list(_figures(found))


def _figures(found: Iterable[Series]) -> Iterator[dict[str, Any]]:
    for one in found:
        for row in one.rows:
            yield {"series": one.id, "title": one.title, **_figure(row)}


def _figure(row: FigureRow) -> dict[str, Any]:
    return {
        "value": row.value, "low": row.low, "high": row.high, "approximator": row.approximator, "unit": row.unit, "counts": row.label,
        "basis": row.basis.value, "per": row.per, "counter_id": row.counter_id or None, "counter": row.counter, "side": row.side or None,
        "definition": row.definition, "since": row.since, "since_from": row.base.earliest, "as_of": row.as_of,
        "day_from": row.day.earliest, "day_to": row.day.latest, "day_stated": row.day_stated, "owed": row.owed,
        "relay": _listed(row.passed_on_by), "checked": row.checked, "claim": row.claim, "document": row.document, "start": row.start,
    }  # fmt: skip
