"""Who is bound through whom, in one cell: ``river_guard and delta_guard through sudland, article 2``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from truceline.agreement.sheet import parts
from truceline.agreement.sheet.known import Known
from truceline.agreement.sheet.slip import Slip
from truceline.agreement.standing import TEXT
from truceline.files.amending import listed, mapped, scalar

EXAMPLE = "river_guard through sudland, article 2"
KEYS = ("who", "through", "article", "by", "words")
_BOND = re.compile(r"(?:(?P<who>\S.*?) )?through (?P<through>\S.*)$")
_ARTICLE = "article "


def shown(bonds: list[Mapping[str, str]]) -> str:
    """The bonds as a cell shows them."""
    return "; ".join(", ".join(_shown(bond)) for bond in bonds)


def _shown(bond: Mapping[str, str]) -> Iterator[str]:
    yield (
        f"{bond['who']} through {bond.get('through', '')}"
        if "who" in bond
        else f"through {bond.get('through', '')}"
    )
    if "article" in bond:
        yield f"{_ARTICLE}{parts.quoted(bond['article'])}"
    if "by" in bond:
        yield f"by {bond['by']}"
    if "words" in bond:
        yield parts.quoted(bond["words"], always=True)


def rendered(cell: str, known: Known) -> str:
    """The bonds as agreement.yaml holds them. Raises Slip."""
    bonds = [mapped(_bond(told, known)) for told in parts.split(parts.plain(cell), ";\n")]
    return f"[{', '.join(bonds)}]"


def _bond(told: str, known: Known) -> dict[str, str]:
    first, *others = parts.split(told, ",")
    match = _BOND.match(first)
    if match is None:
        raise Slip("this does not say through whom", "who, through, and an actor", EXAMPLE, told)
    made = {
        key: listed([known.need("actors", id_) for id_ in match[key].split(" and ")])
        for key in ("who", "through")
        if match[key]
    }
    for part in others:
        if part == f"by {TEXT}":
            made["by"] = TEXT
        elif part.startswith('"'):
            made["words"] = scalar(parts.unquoted(part))
        elif part.startswith(_ARTICLE):
            made["article"] = scalar(parts.unquoted(part.removeprefix(_ARTICLE).strip()))
        else:
            raise Slip(
                "this is no part of a bond",
                "article and its number, by text, or words in quotation marks",
                EXAMPLE,
                part,
            )
    return {key: made[key] for key in KEYS if key in made}
