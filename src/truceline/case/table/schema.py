"""The tables, and the one query that finds the rows which may matter on a day.

A line holds the rows that can show only the same: of one matter, holder, measure and face, checked alike. Its rows lie in
the order of the days they speak of, so that the latest which had begun by a day is found from the end.
"""

from __future__ import annotations

from truceline.case.table.columns import NAMES

VERSION = 1
"""Raise it with each change of the tables: a table of another version is emptied, and filled again from the case."""

_KEPT = ", ".join(f"e.{name}" for name in NAMES)
_ROW = f"l.holder, l.measure, l.checked, {_KEPT}"
_HEAD = ", ".join(f"h.{name}" for name in ("holder", "measure", "checked", *NAMES))

TABLES = """
CREATE TABLE line (
  id INTEGER PRIMARY KEY, matter TEXT NOT NULL, holder TEXT NOT NULL, checked INTEGER NOT NULL, measure TEXT NOT NULL,
  face TEXT NOT NULL, mute INTEGER NOT NULL, first INTEGER, newest INTEGER NOT NULL DEFAULT 0, top INTEGER,
  doubtful INTEGER NOT NULL DEFAULT 0, UNIQUE (matter, holder, checked, measure, face)
) STRICT;
CREATE TABLE evidence (
  line INTEGER NOT NULL, at INTEGER NOT NULL, begun INTEGER NOT NULL, id INTEGER NOT NULL, entered INTEGER NOT NULL,
  claim TEXT NOT NULL, speaker TEXT NOT NULL, truth INTEGER NOT NULL, general INTEGER NOT NULL, ground TEXT NOT NULL,
  known INTEGER NOT NULL, possible INTEGER, on_from INTEGER, on_to INTEGER, on_words TEXT, on_told_by TEXT, figure TEXT,
  why TEXT NOT NULL, PRIMARY KEY (line, at, begun, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE head (
  matter TEXT NOT NULL, line INTEGER NOT NULL, id INTEGER NOT NULL, newest INTEGER NOT NULL, holder TEXT NOT NULL,
  measure TEXT NOT NULL, checked INTEGER NOT NULL, claim TEXT NOT NULL, speaker TEXT NOT NULL, truth INTEGER NOT NULL,
  general INTEGER NOT NULL, ground TEXT NOT NULL, known INTEGER NOT NULL, possible INTEGER, on_from INTEGER, on_to INTEGER,
  on_words TEXT, on_told_by TEXT, figure TEXT, why TEXT NOT NULL, PRIMARY KEY (matter, line, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_newest ON line (matter, newest);
CREATE INDEX line_doubtful ON line (matter, doubtful) WHERE checked;
CREATE INDEX line_waiting ON line (matter, holder, first) WHERE NOT checked;
CREATE INDEX evidence_claim ON evidence (claim);
CREATE INDEX evidence_doubtful ON evidence (line, begun) WHERE begun > entered;
CREATE TABLE sorted (matter TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""
DROPPED = "".join(
    f"DROP TABLE IF EXISTS {name};\n" for name in ("line", "evidence", "head", "sorted", "counter")
)

# `top` is the latest day of a line, `newest` no earlier than the day by which its last row had begun: from then on the rows of
# `top`, which lie together in `head`, are the latest and no search is needed. `first` is the first day on which one of its rows
# was known, `doubtful` the last on which one may be held.
CANDIDATES = f"""
SELECT {_HEAD} FROM head h WHERE h.matter = :matter AND h.newest <= :day
UNION ALL
SELECT {_ROW} FROM line l CROSS JOIN evidence e
WHERE l.matter = :matter AND l.newest > :day AND l.checked >= l.mute AND e.line = l.id AND e.begun <= :day AND e.at = (
  SELECT o.at FROM evidence o WHERE o.line = l.id AND o.at <= :day AND o.begun <= :day ORDER BY o.at DESC LIMIT 1)
UNION ALL
SELECT {_ROW} FROM line l CROSS JOIN evidence e
WHERE l.matter = :matter AND l.checked AND l.doubtful > :day AND e.line = l.id AND e.begun > e.entered AND e.begun > :day AND e.entered <= :day
"""
_OF_HOLDER = (
    "FROM line l CROSS JOIN evidence e WHERE l.matter = :matter AND l.holder = :holder AND e.line = l.id"
)
ROWS_OF = f"SELECT {_ROW} {_OF_HOLDER}"
TELLING = f"{ROWS_OF} AND l.checked AND NOT l.mute"
UNCHECKED = f"SELECT e.claim {_OF_HOLDER} AND NOT l.checked AND e.known <= :day"
WAITING = "SELECT DISTINCT holder FROM line WHERE matter = :matter AND NOT checked AND first <= :day"
ROWS = f"SELECT {_ROW} FROM line l CROSS JOIN evidence e WHERE l.matter = :matter AND e.line = l.id"
MATTERS = "SELECT DISTINCT matter FROM line WHERE EXISTS (SELECT 1 FROM evidence WHERE line = line.id) ORDER BY matter"

FIND_LINE = "SELECT id FROM line WHERE (matter, holder, checked, measure, face) = (?, ?, ?, ?, ?)"
ADD_LINE = "INSERT INTO line (matter, holder, checked, measure, face, mute) VALUES (?, ?, ?, ?, ?, ?)"
WIDEN = """
UPDATE line SET top = max(ifnull(top, 0), ?), newest = max(newest, ?), first = min(ifnull(first, ?), ?), doubtful = max(doubtful, ?)
WHERE id = ?"""
NARROW = """
UPDATE line SET top = (SELECT max(at) FROM evidence WHERE line = line.id), first = (SELECT min(known) FROM evidence WHERE line = line.id)
WHERE id = ?"""
ADD = f"""INSERT INTO evidence (line, at, begun, id, entered, {", ".join(NAMES)})
VALUES ({", ".join("?" * (5 + len(NAMES)))})"""
DROP_HEAD = "DELETE FROM head WHERE matter = (SELECT matter FROM line WHERE id = ?1) AND line = ?1"
ADD_HEAD = f"""
INSERT INTO head SELECT l.matter, l.id, e.id, l.newest, {_ROW} FROM line l CROSS JOIN evidence e
WHERE l.id = ? AND l.checked >= l.mute AND e.line = l.id AND e.at = l.top"""
OF_CLAIM = (
    "SELECT DISTINCT l.id, l.matter, l.holder FROM evidence e JOIN line l ON l.id = e.line WHERE e.claim = ?"
)
DROP_CLAIM = "DELETE FROM evidence WHERE claim = ?"
DROP_ROWS = "DELETE FROM evidence WHERE line IN (SELECT id FROM line WHERE matter = ?)"
DROP_HEADS = "DELETE FROM head WHERE matter = ?"
DROP_LINES = "DELETE FROM line WHERE matter = ?"
SORTED = "INSERT OR REPLACE INTO sorted VALUES (?, ?)"
