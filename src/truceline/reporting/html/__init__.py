"""The report as one HTML file that needs no network and no script, on a screen, on a telephone and on paper."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from truceline.reporting.language import direction, translator
from truceline.reporting.model import Column, Report
from truceline.reporting.naming import name
from truceline.reporting.svg import charts
from truceline.reporting.why import Why

__all__ = ["explained", "name", "render"]


@cache
def _environment() -> Environment:
    loader = PackageLoader("truceline.reporting.html", "templates")
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["spans"] = _spans
    return made


def _spans(columns: tuple[Column, ...]) -> list[tuple[str, int]]:
    """Headings over neighbouring columns, with how many they cover."""
    return [(name, len(list(group))) for name, group in groupby(columns, key=lambda c: c.group)]


@cache
def _part(file: str) -> str:
    return (resources.files("truceline.reporting.html") / file).read_text(encoding="utf-8")


def _fingerprint(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def render(report: Report) -> str:
    """The whole page as a string; the same report always gives the same string.

    The page allows itself no address but its own, and no script but the one that keeps "Machine reading, not checked:" before
    what is copied: its hash stands in the policy, so that a script in a source's text could not run.
    """
    made = {g.id: Markup(charts(g, report)) for g in report.figures.groups}  # noqa: S704 - escaped where made
    return _rendered("page.html.j2", report, charts=made)


def explained(found: Why) -> str:
    """An explanation as such a page: its tree to fold, its statements to open, under the same policy."""
    return _rendered("why.html.j2", found)


def _rendered(template: str, shown: Report | Why, **more: object) -> str:
    script = _part("copy.js")
    return (
        _environment()
        .get_template(template)
        .render(
            r=shown,
            t=translator(shown.language),
            direction=direction(shown.language),
            style=Markup(_part("style.css")),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=_fingerprint(script),
            **more,
        )
    )
