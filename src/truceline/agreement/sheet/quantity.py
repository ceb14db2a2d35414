"""The amounts of a duty in one cell: ``trucks entered: 40 truck per day``; several with a semicolon between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from truceline.agreement.sheet import parts
from truceline.agreement.sheet.slip import Slip
from truceline.files.amending import mapped, scalar

EXAMPLE = "trucks entered: 40 truck per day"
KEYS = ("counts", "exact", "low", "high", "direction", "unit", "per", "formula", "undefined")
_NUMBER = r"([+-]?\d+(?:\.\d+)?)"
_AMOUNTS = (
    (re.compile(rf"{_NUMBER} to {_NUMBER}(?= |$)"), ("low", "high")),
    (re.compile(rf"at least {_NUMBER}(?= |$)"), ("low",)),
    (re.compile(rf"no more than {_NUMBER}(?= |$)"), ("high",)),
    (re.compile(rf"down to {_NUMBER}(?= |$)"), ("exact",)),
    (re.compile(rf"within {_NUMBER} to {_NUMBER}(?= |$)"), ("low", "high")),
    (re.compile(rf"up to {_NUMBER}(?= |$)"), ("high",)),
    (re.compile(rf"{_NUMBER}(?= |$)"), ("exact",)),
)
_DIRECTIONS = {"no": "down", "down": "down", "within": "within"}
_FREE = ("formula", "undefined")
_THOUSANDS = re.compile(r"(?<![\w.])[+-]?[1-9]\d{0,2}\.\d{3}(?![\w.])")
"""One thousand two hundred in many languages, one and a fifth in others: 1.200."""
_NO_NUMBER, _DIGITS = "this is no number", "digits without a thousands mark"


def shown(targets: list[Mapping[str, str]]) -> str:
    """The amounts as a cell shows them."""
    return "; ".join(", ".join(_shown(target)) for target in targets)


def _shown(target: Mapping[str, str]) -> Iterator[str]:
    per = f"per {parts.quoted(target['per'])}" if "per" in target else ""
    told = " ".join(x for x in (_amount(target), parts.quoted(target.get("unit", "")), per) if x)
    counts = parts.quoted(target.get("counts", ""), always=":" in target.get("counts", ""))
    yield f"{counts}: {told}" if told else counts
    for key in _FREE:
        if key in target:
            yield f"{key} {parts.quoted(target[key])}"
    if "by" in target:
        yield f"[said by {target['by']}]"


def _amount(target: Mapping[str, str]) -> str:
    low, high = target.get("low"), target.get("high")
    if (direction := target.get("direction")) == "down":
        return f"down to {target['exact']}" if "exact" in target else f"no more than {high}"
    if direction == "within":
        return f"within {low} to {high}"
    if "exact" in target:
        return target["exact"]
    if low is not None and high is not None:
        return f"{low} to {high}"
    return f"at least {low}" if low is not None else f"up to {high}" if high is not None else ""


def rendered(cell: str) -> str:
    """The amounts as agreement.yaml holds them. Raises Slip."""
    targets = [mapped(_target(told)) for told in parts.split(parts.plain(cell), ";\n")]
    return f"[{', '.join(targets)}]"


def _unclear(told: str) -> None:
    """Refuses a point that may be one of thousands. Raises Slip."""
    if found := _THOUSANDS.search(told):
        number = found.group()
        raise Slip(
            f"{number} can be read in two ways: {number.replace('.', '')}, or {float(number):g}",
            f"digits without a thousands mark, {number.replace('.', '')}; for the fraction more or fewer digits, {number}0",
            EXAMPLE,
            told,
        )


def _target(told: str) -> dict[str, str]:
    first, *others = parts.split(told, ",")
    pieces = parts.split(first, ":")
    if not pieces or len(pieces) > 2 or first.startswith(":"):
        raise Slip("this is no amount", "what is counted, a colon, the number", EXAMPLE, told)
    made = {"counts": scalar(parts.unquoted(pieces[0]))}
    if len(pieces) == 2:
        made.update(_numbers(pieces[1]))
    for part in others:
        word, _, rest = part.partition(" ")
        if word[:3].isdigit():
            raise Slip(_NO_NUMBER, _DIGITS, EXAMPLE, told)
        if word not in _FREE or not rest:
            raise Slip(
                "this is no part of an amount",
                "formula or undefined and its words",
                "formula 2 * families",
                part,
            )
        if word == "formula":
            _unclear(rest)
        made[word] = scalar(parts.unquoted(rest.strip()))
    return {key: made[key] for key in KEYS if key in made}


def _numbers(told: str) -> Iterator[tuple[str, str]]:
    """The bounds, the unit and what it is per."""
    for form, keys in _AMOUNTS:
        if match := form.match(told):
            _unclear(match.group())
            yield from zip(keys, match.groups(), strict=True)
            if direction := _DIRECTIONS.get(told.split(" ", maxsplit=1)[0]):
                yield "direction", direction
            told = told[match.end() :].strip()
            break
    unit, _, per = f" {told}".partition(" per ")
    if re.match(r"\s*[\d+-]", unit):
        raise Slip(_NO_NUMBER, _DIGITS, EXAMPLE, unit.strip())
    if unit.strip():
        yield "unit", scalar(parts.unquoted(unit.strip()))
    if per:
        yield "per", scalar(parts.unquoted(per.strip()))
