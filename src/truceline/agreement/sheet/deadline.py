"""The clocks of a duty in one cell: ``in_effect + 7 days, from in_effect, article 4``; several with a semicolon between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from truceline.agreement.sheet import parts, spans
from truceline.agreement.sheet.known import Known
from truceline.agreement.sheet.slip import Slip
from truceline.files.amending import mapped, scalar

EXAMPLE = "in_effect + 7 days"
KEYS = (
    "anchor",
    "offset",
    "due",
    "after",
    "each",
    "every",
    "starts",
    "until",
    "words",
    "article",
    "instrument",
)
_FREE = {"from": "starts", "until": "until", "article": "article", "text": "instrument"}
_AFTER = re.compile(r"after (\S+)(?: \+ (.+))?$")
_ANCHOR = re.compile(r"([\w.-]+)(?: \+ (.+))?$")


def shown(clocks: list[Mapping[str, str]]) -> str:
    """The clocks as a cell shows them."""
    return "; ".join(", ".join(_shown(clock)) for clock in clocks)


def _shown(clock: Mapping[str, str]) -> Iterator[str]:
    offset = f" + {spans.words(clock['offset'])}" if "offset" in clock else ""
    if clock.get("each", "").lower() in ("yes", "true"):
        yield "each time"
    if "every" in clock:
        yield f"every {spans.words(clock['every'])}"
    if "after" in clock:
        yield f"after {clock['after']}{'' if 'anchor' in clock else offset}"
    if "anchor" in clock:
        yield f"{clock['anchor']}{offset}"
    if "due" in clock:
        yield f"by {clock['due']}"
    for word, key in _FREE.items():
        if key in clock:
            yield f"{word} {parts.quoted(clock[key])}"
    if "words" in clock:
        yield parts.quoted(clock["words"], always=True)
    if "by" in clock:
        yield f"[said by {clock['by']}]"


def rendered(cell: str, known: Known) -> str:
    """The clocks as agreement.yaml holds them. Raises Slip."""
    clocks = [mapped(_clock(told, known)) for told in parts.split(parts.plain(cell), ";\n")]
    return f"[{', '.join(clocks)}]"


def _clock(told: str, known: Known) -> dict[str, str]:
    made: dict[str, str] = {}
    for part in parts.split(told, ","):
        for key, value in _part(part, known):
            if key in made:
                raise Slip(
                    "two deadlines stand in one", "a semicolon between two", f"{EXAMPLE}; after p02", told
                )
            made[key] = value
    return {key: made[key] for key in KEYS if key in made}


def _part(part: str, known: Known) -> Iterator[tuple[str, str]]:
    word, _, rest = part.partition(" ")
    if part.startswith('"'):
        yield "words", scalar(parts.unquoted(part))
    elif part == "each time":
        yield "each", "yes"
    elif word == "every":
        yield "every", spans.iso(rest)
    elif word == "by":
        yield "due", scalar(_moment(rest))
    elif word in _FREE and rest:
        yield _FREE[word], scalar(parts.unquoted(rest.strip()))
    elif match := _AFTER.match(part):
        yield "after", scalar(known.need("provisions", match[1]))
        yield from _offset(match[2])
    elif match := _ANCHOR.match(part):
        yield "anchor", scalar(known.need("anchors", match[1]))
        yield from _offset(match[2])
    else:
        raise Slip(
            "this is no deadline", "an anchor and a length of time; words in quotation marks", EXAMPLE, part
        )


def _offset(told: str | None) -> Iterator[tuple[str, str]]:
    if told:
        yield "offset", spans.iso(told)


def _moment(told: str) -> str:
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Slip("this is no instant", "day, time and offset from UTC", "by 2031-05-08T12:00+01:00", told)
    return told
