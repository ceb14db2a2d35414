"""Lengths of time in words: ``7 days`` for P7D. What is mixed stays as ISO 8601 writes it."""

from __future__ import annotations

import re

from truceline.agreement.sheet.slip import Slip
from truceline.files import duration

_UNITS = {
    "year": "P{}Y",
    "month": "P{}M",
    "week": "P{}W",
    "day": "P{}D",
    "hour": "PT{}H",
    "minute": "PT{}M",
}
_WORDS = re.compile(rf"(?:(\d+) )?({'|'.join(_UNITS)})s?$")


def words(written: str) -> str:
    """``72 hours`` for PT72H."""
    for unit, form in _UNITS.items():
        if match := re.fullmatch(form.format(r"(\d+)"), written):
            return f"{match[1]} {unit}{'' if match[1] == '1' else 's'}"
    return written


def iso(told: str) -> str:
    """PT72H for ``72 hours``, P1D for ``day``, P6M for ``6 months``. Raises Slip."""
    if match := _WORDS.match(told.strip()):
        return _UNITS[match[2]].format(match[1] or "1")
    try:
        return duration.parse(told.strip()).written
    except ValueError as error:
        raise Slip("this is no length of time", "a number and a unit", "7 days", told) from error
