"""The made-up rows and duties as plain values, for whoever answers the same questions by other means."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scale_case import DAY, VIEWS

from truceline.agreement.model import Agreement, Deed, Provision, Target
from truceline.evidence import Evidence, Truth
from truceline.status.life import life

NAMES = (
    "matter", "holder", "checked", "truth", "general", "measure", "known", "possible", "on_from", "on_to", "counts", "low",
    "high", "approximator", "per", "why", "claim",
)  # fmt: skip


def write(folder: Path, rows: Iterable[Evidence], agreement: Agreement) -> None:
    """``plain.db`` with one table, and ``duties.json``."""
    with sqlite3.connect(folder / "plain.db") as held:
        held.execute(f"CREATE TABLE plain ({', '.join(NAMES)})")
        held.executemany(f"INSERT INTO plain VALUES ({', '.join('?' * len(NAMES))})", map(values, rows))
    held.close()
    duties = {
        "day": DAY.toordinal(),
        "views": {view.id: sorted(view.holders) for view in VIEWS},
        "duties": [_duty(provision) for provision in agreement.provisions.values()],
        "early": {p.id: _early(agreement, p) for p in agreement.provisions.values()},
    }
    (folder / "duties.json").write_text(json.dumps(duties), encoding="utf-8")


def values(row: Evidence) -> tuple[Any, ...]:
    """One row as the values of NAMES; days are ordinals."""
    figure, on = row.figure, row.on
    days = (row.possible, on.earliest, on.latest)
    return (
        row.matter, row.holder, int(row.checked), int(row.truth), int(row.general), row.measure, row.known.toordinal(),
        *(day.toordinal() if day else None for day in days),
        *((figure.counts, figure.low, figure.high, figure.approximator, figure.per) if figure else (None,) * 5),
        row.why, row.claim,
    )  # fmt: skip


def _duty(provision: Provision) -> dict[str, Any]:
    after = next((clock for clock in provision.clocks if clock.after), None)
    made: dict[str, Any] = {"id": provision.id, "deed": provision.deed.value}
    made |= {
        "after": after.after if after else None,
        "offset": after.offset.days if after and after.offset else 0,
    }
    for n in (0, 1):
        target = provision.targets[n] if n < len(provision.targets) else None
        made |= {f"counts{n}": target.counts if target else None, f"per{n}": target.per if target else None}
        made[f"limit{n}"] = _limit(provision, target) if target else None
    return made


def _limit(provision: Provision, target: Target) -> float | None:
    return target.high if provision.deed is Deed.PROHIBITION else target.low


def _early(agreement: Agreement, provision: Provision) -> dict[str, bool]:
    """Whether it is not yet due by its own clock; what waits for another duty is left to whoever knows that duty."""
    return {
        view.id: life(agreement, provision, DAY, lambda _: (Truth.UNKNOWN, None), view.holders).early
        for view in VIEWS
    }
