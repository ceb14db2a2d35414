from river import CLOSED, COUNT, DAY

from truceline.reporting.checklist.columns import SHOWN, row_digest, shown
from truceline.review import queue


def cells(make):
    return {k: str(v) for k, v in shown(queue(make(CLOSED, COUNT), DAY).cards[0]).items()}


def test_the_digest_covers_every_cell_that_is_shown_and_the_case(make):
    row = cells(make)
    before = row_digest("river-2026", row)
    assert all(row_digest("river-2026", {**row, h: "another"}) != before for h in SHOWN)
    assert row_digest("lake-2027", row) != before
    assert row_digest("river-2026", {**row, "verdict": "they said this"}) == before


def test_the_row_shows_what_the_card_shows(make):
    row = cells(make)
    assert row["exact words"] == CLOSED.text
    assert ">> The bridge is closed <<" in row["sentence"]
    assert row["said by"] == "Ana Brook"
    assert row["who may have said it"].endswith("3 nobody named")
    assert row["would change"].startswith("p01 open the bridge")
