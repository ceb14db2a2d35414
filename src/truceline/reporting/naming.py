"""What a report's files are called: a file that holds one unchecked reading says so in its name."""

from __future__ import annotations

from truceline.reporting.model import Report


def state(report: Report) -> str:
    """NOT-CHECKED, DRAFT, SIGNED or PUBLIC: the first that is true of the report."""
    if report.unchecked:
        return "NOT-CHECKED"
    if not report.head.signed:
        return "DRAFT"
    return "PUBLIC" if report.head.public else "SIGNED"


def name(report: Report, suffix: str) -> str:
    """``2025-12-24-DRAFT.html`` for the report in one form; ``suffix`` without a dot."""
    return f"{report.head.as_of}-{state(report)}.{suffix}"
