"""A report's files: one for each form, in the case's reports folder or where the officer wants them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.reporting import Report

FORMS = ("html", "xlsx", "json")
KNOWN = (*FORMS, "docx")
"""``docx`` is written when it is asked for: it says what the page says."""
FOLDER = "reports"


def forms(written: str) -> tuple[str, ...]:
    """``html,xlsx`` as forms; stops at one that is none."""
    found = tuple(dict.fromkeys(f.strip() for f in written.split(",") if f.strip()))
    if unknown := [f for f in found if f not in KNOWN]:
        raise Stop(f"--format {unknown[0]}: there is no such form; write one or more of {','.join(KNOWN)}.")
    return found or FORMS


def write(report: Report, wanted: tuple[str, ...], folder: Path) -> list[Path]:
    """Write the report in each form; its name says the day and whether it holds unchecked readings."""
    from truceline.reporting import name

    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    # all of them before the first is written, so that one that cannot be made leaves nothing half done
    rendered = {form: _rendered(report, form) for form in wanted}
    for form, made in rendered.items():
        paths.append(folder / name(report, form))
        paths[-1].write_bytes(made if isinstance(made, bytes) else made.encode("utf-8"))
    return paths


def _rendered(report: Report, form: str) -> str | bytes:
    made: str | bytes = import_module(f"truceline.reporting.{form}").render(report)
    return made
