"""Renaming the two parties must mirror every output from claims downward: no line may know which party it speaks of."""

import json
from datetime import date

import pytest

from truceline.evidence.lines import line

pytestmark = pytest.mark.slow
DAYS = [date(2025, 11, 4), date(2025, 12, 24), date(2026, 2, 20)]
OF_THE_TEXT = {"id", "text_sha256", "links"}


def by_place(variant, swap=lambda text: text):
    rows = {}
    for reading in variant.case.readings:
        if reading.authored:
            continue  # the spans of agreement.yaml's own statements lie where that file has them
        row = {k: v for k, v in line(reading.claim).items() if k not in OF_THE_TEXT}
        rows[variant.places[reading.id]] = json.loads(swap(json.dumps(row, ensure_ascii=False)))
    return rows


def canonical(value):
    """Keyed by id, the order of columns and of lists left out: two boards say the same."""
    if isinstance(value, dict):
        return {k: canonical(v) for k, v in sorted(value.items())}
    if isinstance(value, list):
        return sorted(
            (canonical(v) for v in value), key=lambda v: json.dumps(v, sort_keys=True, ensure_ascii=False)
        )
    return value


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
