"""What may leave the house: a report without its machine readings, and the public version of a signed one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from truceline.reporting.model import Cell, FigureRow, Head, Line, Report, Run, Section, Statement, ToDo

T = TypeVar("T")
SCOPE = "This edition shows what the mission publishes; it may hold more."
"""Stands in every public edition, so that it tells nothing of any one source."""
_MARKS = '"“”«»'
_SENTENCE = re.compile(r"[.!?؟…](?=[\s”»\"'’)]|$)|。|(?<=\S)(?=\s*\n)")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Ms|Mrs|Dr|Gen|Col|Maj|Lt|St|No|Inc|vs|etc)|\be\.g|\bi\.e)\.$")


class NotSigned(ValueError):  # noqa: N818 - the state, as the page names it
    """A public version was asked of a report that nobody has signed."""


def without_unchecked(report: Report) -> Report:
    """The same report with no machine reading anywhere, folded or not."""
    gone = frozenset(report.unchecked)
    kept = {k: s for k, s in report.statements.items() if s.checked}
    stripped = _strip(replace(report, statements=kept), gone)
    return replace(stripped, todo=replace(stripped.todo, items=()))


def public(report: Report, released: Report | None = None) -> Report:
    """The version for release of a signed report; where the case protects sources, made of ``released``, the same day's report
    without them (case/protection.py), under the signature of the whole.

    Signed content only: no machine reading, quotes of one sentence at most without their neighbours, addresses instead of
    documents, no reviewer, no note, nothing of the work still to do. Raises NotSigned where nobody has signed, since only
    what a named person answers for may go out.
    """
    if not report.head.signed:
        raise NotSigned(
            "only a signed report can be made public; sign it first, for example: truceline sign CASE --by NAME"
        )
    clean = without_unchecked(_under(report.head, released) if released else report)
    said = {k: _released(s) for k, s in clean.statements.items()}
    clean = _shortened(clean, {k: (clean.statements[k].words, s.words) for k, s in said.items() if s.excerpt})
    head = replace(clean.head, tier="public", prepared_by="", notice=f"{clean.head.notice} {SCOPE}".strip())
    return replace(
        clean,
        head=head,
        statements=said,
        todo=ToDo(),
        sections=tuple(_without_files(s) for s in clean.sections),
    )


def _under(signed: Head, report: Report) -> Report:
    """The report under the signature of another; nothing tells that there was another."""
    head = replace(report.head, signed_by=signed.signed_by, signed_at=signed.signed_at, superseded="")
    return replace(report, head=head)


def _released(statement: Statement) -> Statement:
    words = first_sentence(statement.words)
    cut = len(words) < len(statement.words)
    return replace(
        statement, words=words, end=statement.start + len(words), excerpt=cut, before="", after="", document="", reviewer="", reviewed="",
        doubt=(), links=(), summary="",
    )  # fmt: skip


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence or line; a full stop after an initial or a title ends none."""
    for match in _SENTENCE.finditer(text):
        if not _ABBREVIATION.search(text[: match.end()]):
            return text[: match.end()]
    return text


def _shortened(value: T, cut: Mapping[str, tuple[str, str]]) -> T:
    """The value with every quotation on the page cut as its statement was."""
    if isinstance(value, Run | Cell):
        text = value.text if isinstance(value, Run) else value.value
        for full, short in (cut[c] for c in value.claims if c in cut):
            text = text.replace(full.strip(_MARKS), short.strip(_MARKS))
        return cast(T, replace(value, text=text) if isinstance(value, Run) else replace(value, value=text))
    if isinstance(value, tuple):
        return cast(T, tuple(_shortened(v, cut) for v in value))
    if is_dataclass(value) and not isinstance(value, type | Statement):
        return cast(
            T, type(value)(**{f.name: _shortened(getattr(value, f.name), cut) for f in fields(value)})
        )
    return value


def _without_files(section: Section) -> Section:
    """Sources and gaps keep their counts; names of files stay inside."""
    return replace(
        section,
        lines=tuple(x for x in section.lines if not x.internal),
        notes=tuple(x for x in section.notes if not x.internal),
    )


def _strip(value: T, gone: frozenset[str]) -> T:
    """The value without machine readings, through every frozen record and tuple."""
    if isinstance(value, tuple):
        return cast(T, tuple(_strip(v, gone) for v in value if not _unchecked(v, gone)))
    if is_dataclass(value) and not isinstance(value, type | Statement):
        changed: dict[str, Any] = {f.name: _strip(getattr(value, f.name), gone) for f in fields(value)}
        if isinstance(value, Run | Cell):
            changed["claims"] = tuple(c for c in value.claims if c not in gone)
        return cast(T, type(value)(**changed))
    return value


def _unchecked(value: object, gone: frozenset[str]) -> bool:
    """Whether the value is itself a machine reading: a waiting one, an unchecked line or row, or an id of one."""
    if isinstance(value, Line | FigureRow | Run):
        return not value.checked
    return (isinstance(value, str) and value in gone) or getattr(value, "claim", None) in gone
