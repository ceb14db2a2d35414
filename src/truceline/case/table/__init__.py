"""The rows of evidence as an indexed table in SQLite: derived from the case, never its only place; a million fit."""

from truceline.case.table.table import EvidenceTable, Touched

__all__ = ["EvidenceTable", "Touched"]
