"""The other texts in which a duty stands, in one cell: ``I2 article 4; I3``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from truceline.agreement.sheet import parts
from truceline.agreement.sheet.known import Known
from truceline.agreement.sheet.slip import Slip
from truceline.files.amending import mapped, scalar

EXAMPLE = "I2 article 4; I3"
_PLACE = re.compile(r"(\S+)(?: article (.+))?$")


def shown(places: list[Mapping[str, str]]) -> str:
    """The texts as a cell shows them."""
    return "; ".join(_shown(place) for place in places)


def _shown(place: Mapping[str, str]) -> str:
    article = f" article {parts.quoted(place['article'])}" if "article" in place else ""
    return f"{place.get('instrument', '')}{article}"


def rendered(cell: str, known: Known) -> str:
    """The texts as agreement.yaml holds them. Raises Slip."""
    places = [_place(told, known) for told in parts.split(parts.plain(cell), ";\n")]
    return f"[{', '.join(places)}]"


def _place(told: str, known: Known) -> str:
    match = _PLACE.match(told)
    if match is None:
        raise Slip("this is no text and article", "the id of a text, article, and its number", EXAMPLE, told)
    made = {"instrument": scalar(known.need("instruments", match[1]))}
    if match[2]:
        made["article"] = scalar(parts.unquoted(match[2].strip()))
    return mapped(made)
