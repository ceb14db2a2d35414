"""What check tells as SARIF 2.1.0 (OASIS, 2020), the form that editors and forges read and show beside the lines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from truceline.agreement.check.pages import Page, Severity, pages
from truceline.agreement.check.warning import Warning  # noqa: A004
from truceline.files import Problem, Where

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Found = Problem | Warning
Uri = Callable[[str], str]


def log(found: Iterable[Found], version: str, uri: Uri = str) -> dict[str, Any]:
    """One run as a SARIF log; ``uri`` makes of a file's name the path that a reader of the log can follow.

    Columns count code points, as everywhere in Truceline. A problem that concerns a file as a whole has no region.
    """
    rules = {page.code: i for i, page in enumerate(pages().values())}
    driver = {
        "name": "truceline check",
        "version": version,
        "semanticVersion": version,
        "rules": [_rule(page) for page in pages().values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules, uri) for one in found],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def level(one: Found) -> str:
    """error, warning or note; a slip in a file is an error."""
    return str(one.severity) if isinstance(one, Warning) else str(Severity.ERROR)


def words(one: Found) -> str:
    """The message with what was expected, an example and what was got, without its place and code."""
    if isinstance(one, Warning):
        return str(one).partition(f": {one.code} {one.severity}: ")[2]
    return str(one).removeprefix(f"{one.where}: ")


def _rule(page: Page) -> dict[str, Any]:
    text = "\n".join(f"{label}: {told}" if label else told for label, told in page.lines())
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.means},
        "help": {"text": text},
        "defaultConfiguration": {"level": str(page.severity)},
    }


def _result(one: Found, rules: dict[str, int], uri: Uri) -> dict[str, Any]:
    place = f"{one.code}|{one.where.file}|{one.message}"
    made: dict[str, Any] = {
        "ruleId": one.code,
        "level": level(one),
        "message": {"text": words(one)},
        "locations": [{"physicalLocation": _location(one.where, uri)}],
        # The message names what it is about; the line is left out, so that a finding stays the same when lines move.
        "partialFingerprints": {"finding/v1": hashlib.sha256(place.encode()).hexdigest()[:32]},
    }
    if one.code in rules:
        made["ruleIndex"] = rules[one.code]
    return made


def _location(where: Where, uri: Uri) -> dict[str, Any]:
    made: dict[str, Any] = {"artifactLocation": {"uri": quote(uri(where.file))}}
    if where.line:
        made["region"] = {"startLine": where.line, "startColumn": max(where.column, 1)}
    return made
