"""The values of a board with pandas, as one would write them straight down: one frame, grouped; nothing is explained.

    python bench/peers/pandas_status.py PLAIN.db DUTIES.json NEW.json

Prints JSON: seconds to load and to work out, milliseconds after each new row, memory, and the values, which must equal
Truceline's (bench/status.py). It knows what the made-up rows need and no more: no units, two words of approximation.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

MET, NOT_MET = 1, 2
NONE, UNFIT, NO_TARGET, UNDECIDED = -1, -2, -3, 0  # outcomes beside MET and NOT_MET
NEVER = -1


def prepared(frame: pd.DataFrame) -> pd.DataFrame:
    """With the day by which rows are put in order, and the day on which they begin to count."""
    latest = frame.on_to.fillna(frame.known)
    possible = frame.possible.fillna(frame.known)
    frame["at"] = np.minimum(latest, frame.known).astype(int)
    frame["begun"] = np.maximum(np.maximum(frame.known, possible), frame.on_from.fillna(0)).astype(int)
    return frame


class Status:
    """The values on a day, by duty and viewpoint."""

    def __init__(self, duties: dict[str, Any]) -> None:
        self.day, self.early = duties["day"], duties["early"]
        self.views = list(duties["views"])
        self.side = {holder: view for view, holders in duties["views"].items() for holder in holders}
        self.duties = pd.DataFrame(duties["duties"]).set_index("id")
        self.after = {d["id"]: (d["after"], d["offset"]) for d in duties["duties"] if d["after"]}

    def values(self, frame: pd.DataFrame) -> dict[str, dict[str, int]]:
        """Two bits each: for 1, against 2."""
        now = frame[(frame.checked == 1) & (frame.begun <= self.day)].copy()
        now["view"] = now.holder.map(self.side)
        named = self.named(self.weighed(now))
        chosen = self.chosen(named)
        bits = {
            (name, ground): self.bits(chosen[(chosen.stated == ground) & ((chosen.shows & bit) > 0)])
            for ground in (True, False)
            for name, bit in (("for", MET), ("against", NOT_MET))
        }
        met = self.since(named, chosen)
        return {m: {v: self.value(m, v, bits, met) for v in self.views} for m in self.duties.index}

    @staticmethod
    def bits(rows: pd.DataFrame) -> set[tuple[str, str]]:
        """The cells that hold such a row."""
        return set(map(tuple, rows[["matter", "view"]].drop_duplicates().to_numpy()))

    def value(self, matter: str, view: str, bits: dict[Any, set[Any]], met: dict[Any, int]) -> int:
        """Stated and computed joined; too early, a figure does not show that a duty is not met."""
        cell = (matter, view)
        good = cell in bits["for", True] or cell in bits["for", False]
        bad = cell in bits["against", True]
        if cell in bits["against", False] and not self.is_early(cell, bits, met):
            bad = True
        return good * MET + bad * NOT_MET

    def is_early(self, cell: tuple[str, str], bits: dict[Any, set[Any]], met: dict[Any, int]) -> bool:
        """Not in effect or still running."""
        matter, view = cell
        if matter not in self.after:
            return bool(self.early[matter][view])
        other, offset = self.after[matter]
        done = other, view
        for_it = done in bits["for", True] or done in bits["for", False]
        against = done in bits["against", True] or done in bits["against", False]
        if for_it and against:
            return False
        if not for_it:
            return True
        return self.duties.deed[matter] == "obligation" and met[done] + offset > self.day

    def weighed(self, now: pd.DataFrame) -> pd.DataFrame:
        """With what each row shows (``shows``) and whether it says anything (``speaks``)."""
        figure = (now.truth == 0) & now.counts.notna()
        first, second = (self.outcome(now, n) for n in (0, 1))
        several = (second != NONE) & (second != UNFIT) & (second != NO_TARGET)
        one = (first != NONE) & (first != UNFIT) & (first != NO_TARGET)
        both = one & several
        result = np.where(one, first, np.where(several, second, NONE))
        result = np.where(both & (first != second), NONE, result)
        unfit = (first == UNFIT) | (second == UNFIT)
        result = np.where((result == MET) & unfit, NONE, result)
        allowed = now.matter.map(self.duties.deed).to_numpy() == "permission"
        result = np.where(allowed & (result > 0), NONE, result)
        now["stated"] = now.truth > 0
        now["shows"] = np.where(now.stated, now.truth, np.where(figure & (result > 0), result, 0))
        now["speaks"] = now.stated | (figure & (result >= 0))
        return now[now.speaks]

    def outcome(self, now: pd.DataFrame, n: int) -> np.ndarray:
        """What each figure comes to beside the duty's first or second quantity."""
        of = {
            name: now.matter.map(self.duties[f"{name}{n}"]).to_numpy() for name in ("counts", "limit", "per")
        }
        ban = now.matter.map(self.duties.deed).to_numpy() == "prohibition"
        limit = of["limit"].astype(float)
        low = now.low.to_numpy(dtype=float)
        high = np.where(now.high.isna(), np.inf, now.high.to_numpy(dtype=float))
        over = (now.approximator == "more than").to_numpy()
        kept = np.where(ban, high <= limit, low >= limit)
        missed = np.where(ban, (low > limit) | (over & (low == limit)), high < limit)
        rated = of["per"] == "day"
        fit = (now.counts.to_numpy() == of["counts"]) & ((now.per.to_numpy() == "day") == rated)
        made = np.where(kept, MET, np.where(missed, NOT_MET, UNDECIDED))
        made = np.where(np.isnan(limit), NO_TARGET, made)
        return np.where(pd.isna(of["counts"]), NONE, np.where(fit, made, UNFIT))

    @staticmethod
    def named(rows: pd.DataFrame) -> pd.DataFrame:
        """Without the general words of sides that also spoke of the duty itself."""
        specific = (
            ((rows.general == 0) & (rows.shows > 0)).groupby([rows.matter, rows.holder]).transform("any")
        )
        return rows[~((rows.general == 1) & specific)]

    @staticmethod
    def since(rows: pd.DataFrame, chosen: pd.DataFrame) -> dict[Any, int]:
        """The first day of being met after the last word to the contrary; of the latest where nothing was said since then."""
        keys = ["matter", "view"]
        denied = rows[(rows.shows & NOT_MET) > 0].groupby(keys)["at"].max().rename("denied")
        met = rows[rows.shows == MET].join(denied, on=keys)
        first = met[met["at"] > met.denied.fillna(NEVER)].groupby(keys)["at"].min()
        latest = chosen[chosen.shows == MET].groupby(keys)["at"].max()
        return {**latest.to_dict(), **first.to_dict()}

    @staticmethod
    def chosen(rows: pd.DataFrame) -> pd.DataFrame:
        """The latest of each side on each measure, since it last said otherwise."""
        keys = ["matter", "holder"]
        showing = {n: rows.shows == n for n in range(4)}
        found = pd.DataFrame(showing).groupby([rows.matter, rows.holder, rows["at"]]).any()
        days = sum(found[n].astype(int) * 2**n for n in range(4)).rename("said").reset_index()
        last = days.groupby(keys)["at"].transform("max")
        at_last = days[days["at"] == last].set_index(keys).said
        days["as_last"] = days.set_index(keys).index.map(at_last)
        other = days[(days["at"] != last) & (days.said != days.as_last)]
        changed = other.groupby(keys)["at"].max().rename("changed")
        rows = rows.join(changed, on=keys)
        latest = rows.groupby([*keys, "measure"])["at"].transform("max")
        return rows[(rows["at"] == latest) & (rows["at"] > rows.changed.fillna(NEVER))]


def main(plain: str, duties: str, new: str) -> None:
    """Load, work out, then add the new rows one by one; of those only the first few are worked out whole."""
    start = time.perf_counter()
    with sqlite3.connect(plain) as held:
        frame = prepared(pd.read_sql("SELECT * FROM plain", held))
    loaded = time.perf_counter()
    status = Status(json.loads(Path(duties).read_text(encoding="utf-8")))
    first = status.values(frame)
    done = time.perf_counter()
    rows, whole, touched = json.loads(Path(new).read_text(encoding="utf-8")), [], []
    for n, coming in enumerate(rows):
        begin = time.perf_counter()
        frame = pd.concat([frame, prepared(pd.DataFrame(coming, columns=frame.columns[: len(coming[0])]))])
        if n < 3:
            status.values(frame)
            whole.append(time.perf_counter() - begin)
        else:
            status.values(frame[frame.matter.isin({row[0] for row in coming})])
            touched.append(time.perf_counter() - begin)
    print(
        json.dumps(
            {
                "version": pd.__version__,
                "load": round(loaded - start, 2),
                "work_out": round(done - loaded, 2),
                "after_one_claim_ms": round(1000 * statistics.median(whole)),
                "after_one_claim_own_duty_ms": round(1000 * statistics.median(touched)),
                "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                "first": first,
                "last": status.values(frame),
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
