"""case.yaml: how this case is worked and written. Nothing in it says anything about the facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from truceline.files import Problems, yaml
from truceline.files.node import Node, Shape
from truceline.files.record import Record

KEYS = (
    "schema",
    "id",
    "title",
    "time_zone",
    "cut_off",
    "report_date",
    "language",
    "viewpoints",
    "never_heard",
    "terms",
    "terms_version",
    "release",
    "notice",
    "scope",
    "sources",
    "set_aside",
    "confidential",
    "note",
)
_OFFSET = re.compile(r"UTC(?:([+-])(\d{2}):(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class Term:
    """A contested word and how this case writes it."""

    write: str
    instead_of: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A viewpoint as case.yaml names it: a side or group by its id, or several sides (``of``) under one ``label``."""

    id: str
    label: str = ""
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseSettings:
    """``offset`` is the fixed offset from UTC in which days are counted, ``cut_off`` the hour at which a report's day ends.

    ``report_date`` is the day reports default to (the present day where None). ``viewpoints`` are the columns; empty: the
    default rule. ``never_heard`` lists voices the mission looks for. ``notice`` stands at the head of every report. ``set_aside`` are
    undated documents that a named person chose to leave out of signing. ``confidential`` are paths, folders or patterns of sources of
    which nothing goes out (case/protection.py).
    """

    id: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    offset: timezone = timezone.utc  # noqa: UP017 - the type of every other offset
    cut_off: time = time(18)
    report_date: date | None = None
    language: str = "en"
    viewpoints: tuple[Column, ...] = ()
    never_heard: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    terms_version: str = "1"
    release: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    set_aside: tuple[str, ...] = ()
    confidential: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The title in the case's language."""
        return self.title.get(self.language) or next(iter(self.title.values()), self.id)

    @property
    def today(self) -> date:
        """The day a command means when it is told none."""
        return self.report_date or datetime.now(self.offset).date()


def load(path: Path | str) -> CaseSettings:
    """Read case.yaml; raises FileProblem with every slip in it."""
    problems = Problems()
    record = Record(yaml.load(path), problems, KEYS)
    made = CaseSettings(
        id=record.required("id"),
        title=record.read("title", _title, {}),
        offset=record.read("time_zone", _offset, timezone.utc),  # noqa: UP017
        cut_off=record.read("cut_off", _hour, time(18)),
        report_date=record.interval("report_date").latest,
        language=record.text("language", "en"),
        viewpoints=tuple(_column(n, problems) for n in record.nodes("viewpoints")),
        never_heard=record.texts("never_heard"),
        terms=tuple(_term(n, problems) for n in record.nodes("terms")),
        terms_version=record.text("terms_version", "1"),
        release={k: v.text() for k, v in record.pairs("release")},
        notice=record.text("notice"),
        set_aside=record.texts("set_aside"),
        confidential=record.texts("confidential"),
    )
    problems.finish()
    return made


def _title(node: Node) -> dict[str, str]:
    return {language: text.text() for language, text in node.items()}


def _offset(node: Node) -> timezone:
    match = _OFFSET.match(node.text())
    if match is None:
        raise node.problem(
            "S001", "this is no fixed offset", "UTC, or UTC with hours and minutes", "UTC+02:00", node.text()
        )
    if match[1] is None:
        return timezone.utc  # noqa: UP017
    sign = -1 if match[1] == "-" else 1
    return timezone(sign * timedelta(hours=int(match[2]), minutes=int(match[3])))


def _hour(node: Node) -> time:
    try:
        return time.fromisoformat(node.text())
    except ValueError as error:
        raise node.problem(
            "S002", "this is no hour of the day", "hours and minutes", "18:00", node.text()
        ) from error


def _term(node: Node, problems: Problems) -> Term:
    record = Record(node, problems, ("write", "instead_of", "why"))
    return Term(record.required("write"), record.texts("instead_of"), record.text("why"))


def _column(node: Node, problems: Problems) -> Column:
    if node.shape is Shape.SCALAR:
        return Column(node.text())
    record = Record(node, problems, ("id", "label", "of"))
    return Column(record.required("id"), record.text("label"), record.texts("of"))
