"""What a row says of a reading's parts: another kind, value, what it is about, whose it is, and what is denied.

An empty cell leaves the part as it was read. Of another kind what fits stands as it was read, and what is missing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from truceline.case.corrections import rewritten
from truceline.evidence import SHAPES, Claim, Kind, Polarity
from truceline.evidence.shape import FIELD
from truceline.review import Desk, writing
from truceline.review.desk import UnclearAnswer

PARTS = ("value", "what", "whose")
CHANGES = ("speaker", "other kind", *PARTS, "denied")
"""The cells that change a reading; the verdict is "they said this"."""


def parts(cells: Mapping[str, str], claim: Claim, desk: Desk) -> dict[str, str]:
    """The corrections that a row gives beside the speaker's; raises UnclearAnswer."""
    written = cells["other kind"]
    kind = writing.kind(written) if written else claim.kind
    made = dict(_denied(cells["denied"], claim))
    if kind is claim.kind:
        return {**made, **_amended(cells, claim, desk)}
    return {**made, "kind": kind.value, **_reshaped(cells, claim, kind, desk)}


def _denied(written: str, claim: Claim) -> Iterator[tuple[str, str]]:
    word = written.casefold()
    if word and word not in list(Polarity):
        raise UnclearAnswer(f"'{written}' is not one of: {', '.join(Polarity)}.")
    if word and word != claim.polarity:
        yield "polarity", word


def _amended(cells: Mapping[str, str], claim: Claim, desk: Desk) -> dict[str, str]:
    """The parts that are not as they were read."""
    made: dict[str, str] = {}
    for part in PARTS:
        if not cells[part]:
            continue
        if part == "value" and claim.kind not in writing.CLOSED:
            raise UnclearAnswer("this reading holds no number and no stance: leave its value empty.")
        said = writing.part(part, claim.kind, cells[part], desk)
        if _differs(said, claim, part, desk):
            made |= said
    return made


def _differs(said: Mapping[str, str], claim: Claim, part: str, desk: Desk) -> bool:
    if part == "whose":
        read = writing.as_read(claim, part, claim.kind)
        return [desk.side(read)[0] if read else ""] != list(said.values())
    told = {k: v for k, v in said.items() if k != f"{FIELD}approximator"}
    return rewritten(replace(claim, doubt=()), told) != replace(claim, doubt=())


def _reshaped(cells: Mapping[str, str], claim: Claim, kind: Kind, desk: Desk) -> dict[str, str]:
    """Every part that another kind is made of."""
    made: dict[str, str] = {}
    for part in PARTS:
        if part not in SHAPES[kind].slots and not cells[part]:
            continue
        written = cells[part] or writing.as_read(claim, part, kind)
        said = writing.part(part, kind, written, desk) if written else {}
        if lacks := writing.missing(part, kind, said):
            raise UnclearAnswer(lacks)
        made |= said
    return made
