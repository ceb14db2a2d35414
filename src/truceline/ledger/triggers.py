"""The triggers that let the journal, the texts and what stood once only grow, but for the one path that law demands: an erasure.

An entry may be inserted only at the end and chained to the one before, which also refuses INSERT OR REPLACE from a
connection that does not set recursive_triggers. ``verify`` compares each trigger's SQL with what stands here.
"""

from __future__ import annotations

from truceline.ledger.entry import COLUMNS

_KEPT = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in COLUMNS if name not in ("salt", "payload"))
_ERASED_ENTRY = """EXISTS (SELECT 1 FROM ledger_entry x WHERE x.kind = 'erasure'
    AND json_extract(x.payload, '$.entry') = OLD.number)"""
_ERASED_TEXT = """EXISTS (SELECT 1 FROM ledger_entry x WHERE x.kind = 'erasure'
    AND json_extract(x.payload, '$.text') = OLD.sha256)"""

_ERASED_KEPT = """EXISTS (SELECT 1 FROM ledger_entry x WHERE x.kind = 'erasure'
    AND json_extract(x.payload, '$.text') = OLD.text)"""


def _trigger(name: str, when: str, condition: str, message: str) -> str:
    test = f"\nWHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} BEFORE {when}{test}\nBEGIN SELECT RAISE(ABORT, '{message}'); END"


_SQL = (
    (
        "entry_at_the_end",
        "INSERT ON ledger_entry",
        """NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM ledger_entry)
  OR NEW.previous IS NOT coalesce((SELECT digest FROM ledger_entry ORDER BY number DESC LIMIT 1), '')""",
        "the journal only grows: an entry follows the last one and names its digest",
    ),
    (
        "entry_unchanged",
        "UPDATE ON ledger_entry",
        f"""NOT ({_KEPT}
  AND NEW.payload IS NULL AND NEW.salt IS NULL AND OLD.kind <> 'erasure'
  AND {_ERASED_ENTRY})""",
        "the journal only grows: an entry cannot be changed",
    ),
    ("entry_kept", "DELETE ON ledger_entry", "", "the journal only grows: an entry cannot be removed"),
    (
        "text_once",
        "INSERT ON ledger_text",
        "EXISTS (SELECT 1 FROM ledger_text t WHERE t.sha256 = NEW.sha256)",
        "a text is kept as it was read: it cannot be replaced",
    ),
    (
        "text_unchanged",
        "UPDATE ON ledger_text",
        f"NOT (NEW.sha256 IS OLD.sha256 AND NEW.string IS NULL AND {_ERASED_TEXT})",
        "a text is kept as it was read: it cannot be changed",
    ),
    ("text_kept", "DELETE ON ledger_text", "", "a text is kept as it was read: it cannot be removed"),
    (
        "kept_once",
        "INSERT ON ledger_kept",
        "EXISTS (SELECT 1 FROM ledger_kept k WHERE k.digest = NEW.digest)",
        "what stood once is kept as it was: it cannot be replaced",
    ),
    (
        "kept_unchanged",
        "UPDATE ON ledger_kept",
        "",
        "what stood once is kept as it was: it cannot be changed",
    ),
    (
        "kept_kept",
        "DELETE ON ledger_kept",
        f"NOT {_ERASED_KEPT}",
        "what stood once is kept as it was: it cannot be removed",
    ),
    (
        "head_forward",
        "UPDATE ON ledger_head",
        "NEW.id IS NOT OLD.id OR NEW.number <= OLD.number",
        "the head of the journal only moves on",
    ),
    ("head_kept", "DELETE ON ledger_head", "", "the head of the journal cannot be removed"),
)
TRIGGERS = {name: _trigger(name, when, condition, message) for name, when, condition, message in _SQL}
