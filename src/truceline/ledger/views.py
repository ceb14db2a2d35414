"""The views that other rooms and programs read, version 1: tables may move, these may not (docs/contributing/rooms.md).

They are laid by ``schema.install`` and not by a migration of their own: Django cannot remake a table that a view names.
"""

from __future__ import annotations

_DESCRIPTION = (
    "outlet",
    "address",
    "published_from",
    "published_to",
    "published_edtf",
    "published_evidence",
    "retrieved",
    "language",
    "ceasefire",
    "relay",
)
_FIELDS = ", ".join(f"json_extract(e.payload, '$.{name}') AS {name}" for name in _DESCRIPTION)
_UNDONE = "SELECT json_extract(u.payload, '$.entry') FROM ledger_entry u WHERE u.kind = 'undo' AND u.payload IS NOT NULL"
_REVIEW = ", ".join(
    f"""json_extract(e.payload, '$.{name}') AS "{name}\""""
    for name in ("claim", "seen", "verdict", "by", "at", "corrections", "note")
)

VIEWS = {
    "document_v1": f"""CREATE VIEW document_v1 AS
SELECT d.path, json_extract(e.payload, '$.sha256') AS sha256, d.text AS text_sha256, t.string, d.extractor, {_FIELDS}
FROM ledger_document d JOIN ledger_entry e ON e.number = d.entry JOIN ledger_text t ON t.sha256 = d.text""",
    "claim_v1": """CREATE VIEW claim_v1 AS
SELECT c.id, c.document, c.kind, c.start, c."end", c.line FROM ledger_claim c""",
    "review_v1": f"""CREATE VIEW review_v1 AS
SELECT e.number AS entry, {_REVIEW}
FROM ledger_entry e WHERE e.kind = 'review' AND e.payload IS NOT NULL AND e.number NOT IN ({_UNDONE})""",
    "finding_v1": f"""CREATE VIEW finding_v1 AS
SELECT e.number AS entry, e.payload AS line
FROM ledger_entry e WHERE e.kind = 'finding' AND e.payload IS NOT NULL AND e.number NOT IN ({_UNDONE})""",
    "left_out_v1": """CREATE VIEW left_out_v1 AS
SELECT l.path, l.reason FROM ledger_leftout l""",
    "signature_v1": """CREATE VIEW signature_v1 AS
SELECT e.number AS entry, e."by", e.at, json_extract(e.payload, '$.as_of') AS as_of,
json_extract(e.payload, '$.digest') AS digest
FROM ledger_entry e WHERE e.kind = 'signature' AND e.payload IS NOT NULL""",
    "entry_v1": """CREATE VIEW entry_v1 AS
SELECT e.number AS entry, e.at, e.kind, e.payload FROM ledger_entry e""",
    "text_v1": """CREATE VIEW text_v1 AS
SELECT t.sha256, t.string FROM ledger_text t""",
    "kept_v1": """CREATE VIEW kept_v1 AS
SELECT k.digest, k.data FROM ledger_kept k""",
    "journal_v1": """CREATE VIEW journal_v1 AS
SELECT e.number AS entry, e.at, e.kind, e."by", e.digest FROM ledger_entry e""",
}
