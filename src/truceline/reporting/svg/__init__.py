"""Static charts of competing counters over time: nothing is joined by a line, nothing is added up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from truceline.reporting.language import translator
from truceline.reporting.model import FigureGroup, FigureRow, Report
from truceline.reporting.svg.panel import Panel, Point, draw

BASES = {"total": "since the start", "rate": "per", "new": "in the period"}


def _points(rows: tuple[FigureRow, ...]) -> Iterator[Point]:
    for row in rows:
        dated = row.from_day and row.to_day and (row.low is not None or row.high is not None)
        if row.checked and dated and not row.owed:
            yield Point(row, date.fromisoformat(row.from_day), date.fromisoformat(row.to_day))


def panels(group: FigureGroup, language: str = "en") -> tuple[Panel, ...]:
    """One panel for each thing counted on one basis, of the checked and dated figures, where there are at least two.

    A rate never stands on the axis of a total, nor trucks offloaded on that of trucks entered; what is owed is not drawn.
    """
    t = translator(language)
    sorted_out: dict[tuple[str, str, str], list[Point]] = {}
    for point in _points(group.rows):
        row = point.row
        sorted_out.setdefault((row.counts, row.basis, row.per), []).append(point)
    made = []
    for (counts, basis, per), points in sorted_out.items():
        if len(points) > 1:
            what = f"{t(BASES.get(basis, basis))} {per}".strip()
            made.append(Panel(f"{group.title}: {counts or group.title} ({what})", tuple(points)))
    return tuple(made)


def charts(group: FigureGroup, report: Report) -> str:
    """The group's panels as HTML figures; nothing where there is too little to set side by side."""
    t = translator(report.language)
    how = t("Arrow: a bound (more than, up to). Bar: a range. Marks are not joined: each is one statement.")
    return "".join(
        f'<figure class="chart"><figcaption data-fact="name">{escape(p.title)}<small>{escape(how)}</small></figcaption>{draw(p, f"chart-{group.id}-{n}")}</figure>'
        for n, p in enumerate(panels(group, report.language))
    )
