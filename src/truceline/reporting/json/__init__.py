"""The report as JSON: the model itself, keyed by ids, in one stable order."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from truceline.reporting.json.reading import parse
from truceline.reporting.model import Report
from truceline.reporting.naming import name
from truceline.reporting.release import without_unchecked

__all__ = ["name", "parse", "plain", "render"]


def plain(report: Report, *, proposals: bool = False) -> dict[str, Any]:
    """The report as a JSON object.

    Machine readings are left out unless ``proposals`` asks for them; each then carries ``"review": "proposed"`` on itself.
    """
    made = asdict(report if proposals else without_unchecked(report))
    made["head"]["signed"] = report.head.signed
    if proposals:
        _mark(made, frozenset(report.unchecked))
    return made


def render(report: Report, *, proposals: bool = False) -> str:
    """The JSON text, indented, ending in a newline; the same report always gives the same text."""
    return json.dumps(plain(report, proposals=proposals), ensure_ascii=False, indent=1) + "\n"


def _mark(value: Any, waiting: frozenset[str]) -> None:
    """Put the review state on each object that shows a machine reading."""
    if isinstance(value, dict):
        if value.get("claim") in waiting or value.get("checked") is False:
            value["review"] = "proposed"
        for inner in value.values():
            _mark(inner, waiting)
    elif isinstance(value, list | tuple):
        for inner in value:
            _mark(inner, waiting)
