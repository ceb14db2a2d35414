"""The log as editors and forges read it: the parts of SARIF 2.1.0 that they rely on."""

import re

from truceline.agreement.check import pages
from truceline.agreement.check.sarif import log
from truceline.files import Problem, Where

TEXT = """
anchors: {start: {text: it starts}}
provisions:
  - {id: p01, name: a, deed: obligation}
"""
LEVELS = {"none", "note", "warning", "error"}


def run(found, **options):
    made = log(found, "0.1.0", **options)
    assert made["version"] == "2.1.0"
    assert made["$schema"].endswith("sarif-2.1.0.json")
    (one,) = made["runs"]
    return one


def test_the_tool_brings_a_rule_with_text_and_level_for_every_code():
    driver = run([])["tool"]["driver"]
    assert driver["name"]
    assert [rule["id"] for rule in driver["rules"]] == list(pages())
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in LEVELS


def test_each_warning_is_a_result_with_rule_level_message_and_region(lint):
    found = lint(TEXT)
    one = run(found, uri=lambda name: f"a case/{name}")
    assert one["columnKind"] == "unicodeCodePoints"
    assert len(one["results"]) == len(found) > 3
    for warning, result in zip(found, one["results"], strict=True):
        assert result["ruleId"] == warning.code
        assert one["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == warning.code
        assert result["level"] == str(warning.severity) in LEVELS
        assert result["message"]["text"].startswith(warning.message)
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%20case/agreement.yaml"
        assert place["region"] == {"startLine": warning.where.line, "startColumn": warning.where.column}
        assert re.fullmatch(r"[0-9a-f]{32}", result["partialFingerprints"]["finding/v1"])


def test_a_slip_in_a_file_is_an_error_and_a_file_as_a_whole_has_no_region():
    slips = [
        Problem(Where("case.yaml", 3, 5), "S002", "this is no hour of the day", "hours and minutes", "18:00"),
        Problem(Where("actors.yaml"), "F002", "the file cannot be read"),
    ]
    first, second = run(slips)["results"]
    assert (first["level"], second["level"]) == ("error", "error")
    assert (
        first["message"]["text"]
        == "this is no hour of the day; expected hours and minutes, for example 18:00"
    )
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_a_finding_stays_known_when_lines_move(lint):
    def marks(text):
        return {r["partialFingerprints"]["finding/v1"] for r in run(lint(text))["results"]}

    assert marks(TEXT) == marks(f"\n\n\n{TEXT}")
