"""What a signature vouches for: the content of a report, apart from the hands that made it and the journal's length."""

from __future__ import annotations

from dataclasses import replace

from truceline.evidence import digest
from truceline.reporting import json
from truceline.reporting.model import Report

SCHEME = "report/1:"


def fingerprint(report: Report) -> str:
    """The digest of what the report says: the same before and after signing, another as soon as a word of it differs."""
    head = replace(report.head, signed_by="", signed_at="", superseded="", prepared_by="")
    foot = replace(report.foot, ledger="", made="")
    return SCHEME + digest(json.render(replace(report, head=head, foot=foot), proposals=True))


def vouches(signed: str, report: Report) -> bool:
    """Whether a signature over ``signed`` still speaks of this report; a digest of another scheme is taken at its word."""
    return not signed.startswith(SCHEME) or signed == fingerprint(report)
