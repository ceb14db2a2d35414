"""Forty cards in one sitting with their like, taken back and redone; the rest on a colleague's sheet, with everything that goes wrong."""

import contextlib
import json
import sqlite3
from dataclasses import dataclass
from datetime import date

import pytest
from openpyxl import load_workbook

from truceline.case.store import LEDGER
from truceline.cli.review import LIMIT
from truceline.evidence import Verdict
from truceline.review import Desk, Session, queue
from truceline.review.session import TOGETHER

from .conftest import LAST, copied, keystrokes, ok, on_record, opened, run

DAY = date.fromisoformat(LAST)


def typed(cards, companions, case):
    """The keys of a reviewer who takes like readings together wherever he can: groups as the session shows them."""
    from datetime import UTC, datetime

    from truceline.review import press

    now, keys, groups = datetime.now(UTC), [], []
    session = Session(cards, Desk.of(case), "AB", now, companions=companions)
    while session.card is not None:
        many = len(session.like)
        pressed = f"g{many}\n" if many > 1 and not session.card.choose else keystrokes(session.card)
        groups.append(tuple(c.voice for c in session.like) if many > 1 and not session.card.choose else ())
        for key in pressed:
            session = press(session, key, now)
        keys.append(pressed)
    return keys, groups


@dataclass(frozen=True)
class Sitting:
    case: object
    waiting: object
    keys: list
    groups: list
    ran: object


@pytest.fixture(scope="module")
def sitting(dispatches, tmp_path_factory):
    folder = tmp_path_factory.mktemp("keeps-up")
    case = copied(dispatches, folder / "case")
    waiting = queue(opened(case), DAY, limit=LIMIT)
    keys, groups = typed(waiting.cards, waiting.companions, opened(case))
    script = folder / "keys.txt"
    script.write_text("".join(keys) + "q", encoding="utf-8")
    return Sitting(
        case, waiting, keys, groups, ok(run("review", case, "--as-of", LAST, "--by", "AB", "--keys", script))
    )


def test_a_day_asks_for_forty_cards_and_tells_what_is_beyond(sitting):
    assert LIMIT == len(sitting.waiting.cards) == 40
    assert sitting.waiting.more > 0
    assert "beyond today's cards" in sitting.ran.out
    assert not sitting.ran.err


def test_what_would_change_the_board_comes_first(sitting):
    reach = [c.consequence.board for c in sitting.waiting.cards]
    assert reach == sorted(reach, reverse=True)
    assert any(reach)


def test_forty_cards_settle_more_than_forty_readings(sitting):
    verdicts = on_record(sitting.case)
    assert {c.reading.id for c in sitting.waiting.cards} <= verdicts.keys()
    assert len(verdicts) > len(sitting.waiting.cards)
    assert len(sitting.keys) < len(sitting.waiting.cards)
    assert f"Checked now: {len(verdicts)} readings with {len(sitting.keys)} cards" in sitting.ran.out
    assert set(verdicts.values()) <= {"accepted", "corrected"}


def test_a_group_of_several_speakers_was_among_them_and_none_too_long_to_read(sitting):
    assert any(len(set(voices)) > 1 for voices in sitting.groups)
    assert max(map(len, sitting.groups)) <= TOGETHER


def test_the_next_sitting_of_the_same_day_takes_up_what_the_limit_leaves(sitting):
    ran = ok(
        run("review", sitting.case, "--as-of", LAST, "--by", "AB", "--limit", len(sitting.keys), typed="q")
    )
    assert f"The {len(sitting.keys)} cards of today are settled (AB)" in ran.out
    assert "--all" in ran.out
    assert (
        "Checked now: 0 of 40"
        in ok(run("review", sitting.case, "--as-of", LAST, "--by", "CD", typed="q")).out
    )


def test_undo_takes_a_whole_group_back_and_both_stay_on_record(dispatches, tmp_path):
    case = copied(dispatches, tmp_path / "case")
    waiting = queue(opened(case), DAY, limit=LIMIT)
    keys, groups = typed(waiting.cards, waiting.companions, opened(case))
    last = next(n for n, voices in enumerate(groups) if len(voices) > 2)
    before = "".join(keys[:last])
    ok(run("review", case, "--as-of", LAST, "--by", "AB", typed=f"{before}{keys[last]}zq"))
    verdicts = on_record(case)
    assert len(verdicts) == sum(max(1, len(v)) for v in groups[:last])
    with contextlib.closing(sqlite3.connect(case / LEDGER)) as connection:
        kinds = dict(connection.execute("SELECT kind, count(*) FROM journal_v1 GROUP BY kind"))
    assert kinds["undo"] == len(groups[last])
    assert kinds["review"] == len(verdicts) + len(groups[last])
    assert "The ledger holds" in ok(run("verify", case)).out


@dataclass(frozen=True)
class Returned:
    """A sheet that came back: what each of its rows was filled in with, and what the verb made of it."""

    case: object
    path: object
    rows: dict
    ran: object


SAID = "they said this"


@pytest.fixture(scope="module")
def returned(sitting, tmp_path_factory):
    """The readings beyond the forty, filled in by a colleague: most well, seven in ways that go wrong."""
    folder = tmp_path_factory.mktemp("sheet")
    case = copied(sitting.case, folder / "case")
    ok(run("review", case, "--as-of", LAST, "--export", folder / "queue.xlsx", "--by", "AB"))
    path = folder / "queue-NOT-CHECKED.xlsx"
    book = load_workbook(path)
    sheet = book["queue"]
    heads = [c.value for c in sheet[1]]
    lines = [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2)]
    plain = [x for x in lines if not x["doubt"].value]
    figures = [x for x in plain if str(x["type"].value).startswith("figure")]
    rows = dict(
        zip(("good", "other", "unknown", "changed", "stale", "mute", "settled", "twice"), plain, strict=False)
    )
    rows["value"] = next(x for x in figures if x not in rows.values())
    for line in rows.values():
        line["verdict"].value = SAID
    rows["other"]["speaker"].value = "Bassem Naim"
    rows["value"]["value"].value = "1 to 3"
    rows["stale"]["seen"].value = "0" * 32
    rows["changed"]["exact words"].value = "They said something else"
    rows["mute"]["verdict"].value, rows["mute"]["note"].value = None, "who?"
    ids = {name: line["id"].value for name, line in rows.items()}
    rows["unknown"]["id"].value = "f" * 16
    last = sheet.max_row + 1
    for column, heading in enumerate(heads, 1):
        sheet.cell(last, column).value = rows["twice"][heading].value
    sheet.cell(last, heads.index("verdict") + 1).value = "not a statement"
    book.save(path)
    # meanwhile somebody else settles one of them at the terminal
    ok(run("review", case, "--as-of", LAST, "--card", ids["settled"], "--by", "EF", typed="x"))
    ran = run("review", case, "--as-of", LAST, "--import", path, "--by", "C. Ode")
    return Returned(case, path, ids, ran)


def test_the_good_rows_are_entered_and_the_code_says_that_others_were_left_out(returned):
    assert returned.ran.code == 3
    assert "Entered      3 verdicts (1 they said this, 2 they said this, put right)" in returned.ran.out
    verdicts = on_record(returned.case)
    assert verdicts[returned.rows["good"]] == "accepted"
    assert verdicts[returned.rows["other"]] == verdicts[returned.rows["value"]] == "corrected"
    reading = opened(returned.case).by_id
    assert reading[returned.rows["other"]].claim.speaker == "Bassem Naim"
    assert (
        reading[returned.rows["value"]].claim.payload.low,
        reading[returned.rows["value"]].claim.payload.high,
    ) == (1, 3)
    assert {reading[returned.rows[n]].review.by for n in ("good", "other", "value")} == {"C. Ode"}


def test_each_row_that_went_wrong_is_told_and_nothing_of_it_is_entered(returned):
    for why in (
        "no reading ffffffffffffffff is in this case",
        "a cell that is not to be filled in was changed",
        "something is filled in, and no verdict",
        "EF rejected it otherwise on",
        "say different things of one reading",
    ):
        assert why in " ".join(returned.ran.err.split())
    assert returned.ran.err.count("row ") >= 7
    verdicts = on_record(returned.case)
    assert not {returned.rows[n] for n in ("unknown", "changed", "stale", "mute", "twice")} & verdicts.keys()
    assert verdicts[returned.rows["settled"]] == "rejected"


def test_the_same_sheet_again_changes_nothing(returned):
    before = opened(returned.case).held.reviews
    again = run("review", returned.case, "--as-of", LAST, "--import", returned.path, "--by", "C. Ode")
    assert "Entered      0 verdicts" in again.out
    assert "As before    3 rows on record already" in again.out
    assert opened(returned.case).held.reviews == before
    assert "The ledger holds" in ok(run("verify", returned.case)).out


def test_what_was_put_right_goes_out_as_gold_without_a_name(returned, tmp_path):
    ok(run("review", returned.case, "--gold", tmp_path / "gold.jsonl"))
    text = (tmp_path / "gold.jsonl").read_text(encoding="utf-8")
    items = {i["id"]: i for i in map(json.loads, text.splitlines())}
    assert items[returned.rows["other"]]["speaker"] == "Bassem Naim"
    assert items[returned.rows["settled"]]["kind"] == "none"
    assert items[returned.rows["value"]]["value"]["hi"] == 3
    assert not any(name in text for name in ("C. Ode", '"EF"', '"AB"'))
    for item in items.values():
        string = opened(returned.case).texts[f"sources/{item['file']}"].string
        assert string[item["start"] : item["end"]] == item["quote"]


def test_the_share_that_had_to_be_changed_is_told(returned):
    out = ok(run("review", returned.case, "--summary")).out
    judged = sum(r.verdict is not Verdict.OPEN for r in opened(returned.case).held.reviews)
    assert f"1 of {judged:>6}" in next(x for x in out.splitlines() if x.strip().startswith("not a statement"))


def test_what_no_queue_asks_for_is_found(returned):
    elsewhere = [r for r in opened(returned.case).readings if r.waiting and not r.this_case]
    assert elsewhere
    out = ok(run("review", returned.case, "--as-of", LAST, "--find", elsewhere[0].id)).out
    assert f"not queued: of the ceasefire {elsewhere[0].ceasefire}" in " ".join(out.split())
