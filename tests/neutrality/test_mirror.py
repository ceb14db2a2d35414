"""Renaming the two parties must mirror every output from claims downward: no line may know which party it speaks of."""

import json
import re
from datetime import date

import pytest

from truceline.evidence.lines import line

pytestmark = pytest.mark.slow
DAYS = [date(2025, 11, 4), date(2025, 12, 24), date(2026, 2, 20)]
ORDINAL = re.compile(r"d\d+$")  # rows and statements are numbered in the order in which a reader meets them
OF_THE_TEXT = {"id", "text_sha256", "links"}


def by_place(variant, swap=lambda text: text):
    rows = {}
    for reading in variant.case.readings:
        if reading.authored:
            continue  # the spans of agreement.yaml's own statements lie where that file has them
        row = {k: v for k, v in line(reading.claim).items() if k not in OF_THE_TEXT}
        rows[variant.places[reading.id]] = json.loads(swap(json.dumps(row, ensure_ascii=False)))
    return rows


def canonical(value, columns=()):
    """Keyed by id, with the order of columns, of lists and of names within a sentence left out: two pages say the same."""
    if isinstance(value, dict):
        columns = [c["id"] for c in value.get("columns", []) if isinstance(c, dict)] or columns
        kept = {k: v for k, v in value.items() if k != "number" and not ORDINAL.match(str(v))}
        return {k: _by_column(v, columns) if k == "cells" else canonical(v, columns) for k, v in kept.items()}
    if isinstance(value, list):
        return sorted((canonical(v, columns) for v in value), key=lambda v: json.dumps(v, sort_keys=True))
    return (
        " ".join(sorted(filter(None, re.split(r"[\s,;:.()-]+", value)))) if isinstance(value, str) else value
    )


def _by_column(cells, columns):
    """The cells by the id of their column, where the table has named columns."""
    if isinstance(cells, list) and len(cells) == len(columns):
        return {c: canonical(cell, columns) for c, cell in zip(columns, cells, strict=True)}
    return canonical(cells, columns)


def test_the_reader_makes_the_same_claims_whichever_party_bears_which_name(variants, swap):
    one, other = variants
    assert by_place(one) == by_place(other, swap)


def test_there_are_claims_by_both_parties_to_compare(variants):
    sides = {r.side.id for r in variants[0].case.readings if r.side and r.counts}
    assert {"estova", "varnia"} <= sides


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_board_is_mirrored(variants, swap, day):
    one, other = (
        v.neutral(json.dumps(v.case.board(day).line(proposals=True), ensure_ascii=False)) for v in variants
    )
    assert canonical(json.loads(one)) == canonical(json.loads(swap(other)))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_report_is_mirrored(variants, swap, day):
    from truceline.reporting import json as as_json
    from truceline.reporting import report

    one, other = (v.neutral(as_json.render(report(v.case, day))) for v in variants)
    assert canonical(json.loads(one)) == canonical(json.loads(swap(other)))
