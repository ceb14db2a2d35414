"""The rows of evidence as an indexed table in SQLite: derived from the case, never its only place; a million fit."""

from truceline.case.table.table import EvidenceTable

__all__ = ["EvidenceTable"]
