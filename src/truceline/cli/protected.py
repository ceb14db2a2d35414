"""Nothing for release is made of a case whose ``confidential`` names what is no source: one that should be protected may not be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from truceline.cli import exits
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.case import Case, CaseSettings


def idle(case_dir: Path, settings: CaseSettings, case: Case | None = None) -> tuple[str, ...]:
    """The patterns that mean no source; of a case that was opened its documents are known too."""
    from truceline.case import protection
    from truceline.ledger.sources import discover

    if not settings.confidential:
        return ()
    held = [*(d.path for d in case.documents), *(x.path for x in case.left_out)] if case else []
    return protection.idle(settings, case_dir, (s.path for s in discover(case_dir)), held)


def guard(case: Case) -> None:
    """Stops with code 4 where a pattern protects nothing."""
    if slips := idle(case.path, case.settings, case):
        named = ", ".join(slip or '""' for slip in slips)
        raise Stop(
            f"nothing goes out: {named} under `confidential` in case.yaml means no source, so one that should be protected may not be. "
            f"Put the path right (`truceline check {case.path}` says where) or take it out.",
            exits.REFUSED,
        )
