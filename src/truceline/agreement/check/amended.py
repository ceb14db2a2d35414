"""T057: changes of texts that lack what they need to change anything."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.model import Agreement, Amendment


def check(agreement: Agreement, at: Places) -> Iterator[Warning]:
    """One error for each amendment that can change nothing."""
    for i, a in enumerate(agreement.amendments):
        if why := _wanting(a):
            told = f"{a.instrument} is said to {a.does} {a.of or ', '.join(a.provisions) or 'something'}, and {why}"
            yield tell("T057", at("amendments", i), told, a.instrument)


def _wanting(a: Amendment) -> str:
    """What an amendment lacks; "" where nothing."""
    if not (a.of or a.provisions):
        return "neither a text nor a provision is named"
    if a.of == a.instrument:
        return "a text does not change itself"
    if a.since.latest is None:
        return "no day is known from which it holds"
    if a.does == "extend" and a.until.latest is None:
        return "no day is named to which"
    if a.does == "amend" and not (a.clocks or a.targets):
        return "neither clocks nor targets tell how"
    if a.until.latest is not None and a.until.latest < a.since.latest:
        return f"it ends on {a.until}, before it begins on {a.since}"
    return ""
