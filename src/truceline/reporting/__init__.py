"""One report model, rendered as HTML, XLSX and JSON: ``report(case, as_of)`` makes it, a folder each shows it."""

from truceline.reporting.build import report
from truceline.reporting.model import Report
from truceline.reporting.naming import name, state
from truceline.reporting.release import NotSigned, public, without_unchecked
from truceline.reporting.signature import fingerprint

__all__ = ["NotSigned", "Report", "fingerprint", "name", "public", "report", "state", "without_unchecked"]
