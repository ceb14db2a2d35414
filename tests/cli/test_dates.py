"""Deadlines in the terminal, for programs, and for a calendar."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from truceline import open as opened
from truceline.cli.main import run

RIVER = Path(__file__).parents[1] / "reporting" / "cases" / "river"
WIDTH = 100
DAY = ("--as-of", "2025-10-12")


def part(out, head):
    return out.split(f"\n{head}")[1].split("\n\n")[0]


def test_deadlines_ahead_say_who_counts_so_and_where_the_duty_stands(truceline, case, monkeypatch):
    monkeypatch.chdir(case.parent)
    ended = truceline("dates", case.name, *DAY)
    assert ended.code == 0
    assert max(map(len, ended.out.splitlines())) <= WIDTH
    ahead = part(ended.out, "AHEAD")
    assert "2025-10-13 11:00 (Mon, 1 day ahead)  p10 release 20 living captives, due" in ahead
    assert "counted as by Steve Witkoff, from 2025-10-10 11:00" in ahead
    assert "stands: " in ahead


def test_what_is_overdue_stands_apart_with_every_account(truceline, case):
    past_open = " ".join(part(truceline("dates", case).out, "THE DAY IS PAST").split())
    assert "p11 return 28 deceased, due" in past_open
    assert "Hamas: MET stated in general words; Israel: NOT MET stated" in past_open


def test_what_has_no_day_is_counted(truceline, case):
    assert "17 of 23 duties carry no deadline in the text." in truceline("dates", case).out


def test_a_viewpoint_sees_the_deadlines_that_it_goes_by(truceline, case):
    assert "p30 deploy the force" in part(truceline("dates", case, "--viewpoint", "us").out, "AHEAD")
    assert "p30 deploy the force" not in part(truceline("dates", case, "--viewpoint", "hamas").out, "AHEAD")
    ended = truceline("dates", case, "--viewpoint", "us_goverment")
    assert ended.code == 2
    assert "there are" in ended.err


def test_programs_get_the_same_with_ids(truceline, case):
    made = json.loads(truceline("dates", case, *DAY, "--json").out)
    assert (made["as_of"], made["duties"], len(made["without"])) == ("2025-10-12", 19, 15)
    (captives,) = [d for d in made["ahead"] if d["id"] == "p10"]
    assert captives["by"] == ["witkoff"]
    assert captives["moment"] == "2025-10-13T11:00:00+02:00"
    assert captives["claims"]


def test_the_calendar_holds_each_deadline_once_and_is_the_same_in_every_run(truceline, case, tmp_path):
    path = tmp_path / "deadlines.ics"
    assert truceline("dates", case, *DAY, "--ics", path).code == 0
    first = path.read_bytes()
    made = json.loads(truceline("dates", case, *DAY, "--json", "--ics", path).out)
    assert path.read_bytes() == first
    assert first.count(b"BEGIN:VEVENT") == sum(
        len(made[k]) for k in ("ahead", "past_open", "met", "over", "suspended")
    )
    assert first.count(b"\n") == first.count(b"\r\n")
    assert "(counted as by Steve Witkoff)" in first.decode().replace("\r\n ", "")


def test_no_file_but_a_calendar_of_ours_is_written_over(truceline, case, tmp_path):
    path = tmp_path / "letter.ics"
    path.write_text("Dear colleague", encoding="utf-8")
    ended = truceline("dates", case, "--ics", path)
    assert ended.code == 4
    assert path.read_text(encoding="utf-8") == "Dear colleague"


def test_what_is_due_today_is_told_as_not_yet_past_until_its_hour_has_come(truceline, case):
    hour = "2025-10-13 11:00 (Mon, today)  p10 release 20 living captives"
    out = truceline("dates", case, "--as-of", "2025-10-13").out
    assert hour in part(out, "THE DAY IS PAST"), "at 18:00, where the day of the case ends"
    out = truceline("dates", case, "--as-of", "2026-01-31", "--viewpoint", "us").out
    assert "2026-01-31 23:59 (Sat, today, not yet past)  p30 deploy the force" in part(out, "AHEAD")


NOTE = """
  - {id: NN, name: A note, date: 2025-10-01, expires: 2025-10-20}
"""


def lapsing(case):
    """The case with a duty of a text that ends, and one that recurs in it."""
    path = case / "agreement.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("instruments:\n", f"instruments:{NOTE}", 1)
    duty = "deed: obligation, bearer: israel, instrument: NN"
    new = f"""provisions:
  - {{id: n1, name: report each week, {duty}, clocks: [{{starts: 2025-10-01, every: P7D}}]}}
  - {{id: n2, name: hand over the list, {duty}, clocks: [{{due: "2025-10-30T23:00+02:00"}}]}}
"""
    path.write_text(text.replace("provisions:\n", new, 1), encoding="utf-8")


def test_what_a_text_that_has_ended_still_set_is_over_with_the_reason_and_cancelled_in_the_calendar(
    truceline, case, tmp_path
):
    lapsing(case)
    path = tmp_path / "deadlines.ics"
    out = truceline("dates", case, "--as-of", "2025-10-21", "--ics", path).out
    over = " ".join(part(out, "OVER").split())
    assert "2025-10-30 23:00 (Thu, 9 days ahead) n2 hand over the list, due" in over
    assert "falls no more: its text ended 2025-10-20" in over
    assert " n2 " not in out.split("THE DAY IS PAST")[0]
    assert "2025-10-15 (Wed, 6 days ago)  n1 report each week" in part(out, "THE DAY IS PAST")
    later = truceline("dates", case, "--as-of", "2025-10-30").out
    assert "2025-10-30 23:00 (Thu, today)  n2" in later, "it is not one that is not yet past"
    events = path.read_text(encoding="utf-8").replace("\r\n ", "").split("BEGIN:VEVENT")
    (event,) = [e for e in events if "n2 hand over the list" in e]
    assert "STATUS:CANCELLED" in event
    assert "SUMMARY:no more: n2" in event
    told = json.loads(truceline("dates", case, "--as-of", "2025-10-21", "--json").out)
    assert {d["id"]: d["lapses"] for d in told["over"]}["n2"] == "2025-10-20"


def test_a_last_possible_day_is_told_as_such_in_the_calendar(truceline, case, tmp_path):
    path = case / "agreement.yaml"
    text = path.read_text(encoding="utf-8")
    anchor = "anchors:\n  gone: {text: gone, values: [{at: ../2025-10-20, by: us, src: [S01]}]}\n"
    duty = "  - {id: n1, name: leave, deed: obligation, bearer: israel, clocks: [{anchor: gone, offset: P10D}]}\n"
    text = text.replace("anchors:\n", anchor, 1).replace("provisions:\n", f"provisions:\n{duty}", 1)
    path.write_text(text, encoding="utf-8")
    file = tmp_path / "deadlines.ics"
    truceline("dates", case, *DAY, "--ics", file)
    assert "SUMMARY:n1 leave: due at the latest (" in file.read_text(encoding="utf-8").replace("\r\n ", "")


@pytest.fixture
def still(tmp_path):
    """A case in which a later text has the clock of a duty stand still from 19 to 28 May."""
    folder = shutil.copytree(RIVER, tmp_path / "river")
    path = folder / "agreement.yaml"
    text = path.read_text("utf-8")
    head, tail = text.split("  - id: p03\n")
    tail = tail.replace("clocks: []", 'clocks: [{due: "2031-05-30T12:00+01:00"}]', 1)
    text = f"{head}  - id: p03\n{tail}".replace(
        "\nanchors:",
        '\n  - {id: T2, name: "River protocol", date: 2031-05-19, kind: protocol, text: public}\nanchors:',
    )
    later = "amendments: [{instrument: T2, does: suspend, provisions: [p03], until: 2031-05-28, by: text}]\n"
    path.write_text(text + later, "utf-8")
    assert run(["build", str(folder)]) == 0
    return folder


def test_a_deadline_whose_clock_stands_still_is_listed_apart_with_the_text_and_its_days(truceline, still):
    before = truceline("dates", still, "--as-of", "2031-05-18").out
    assert "p03 open the bridge" in part(before, "AHEAD")
    then = truceline("dates", still, "--as-of", "2031-05-20").out
    assert "p03" not in then.split("\nSUSPENDED")[0]
    told = " ".join(part(then, "SUSPENDED").split())
    assert "2031-05-30 12:00 (Fri, 10 days ahead) p03 open the bridge" in told
    assert "suspended by River protocol, since 2031-05-19 up to 2031-05-28" in told
    assert "p03 open the bridge" in part(truceline("dates", still, "--as-of", "2031-05-29").out, "AHEAD")


def test_a_suspended_deadline_is_taken_out_of_the_calendar_under_the_id_it_had(truceline, still, tmp_path):
    path = tmp_path / "deadlines.ics"
    truceline("dates", still, "--as-of", "2031-05-18", "--ics", path)
    (uid,) = [line for line in path.read_text("utf-8").splitlines() if line.startswith("UID:p03")]
    made = json.loads(truceline("dates", still, "--as-of", "2031-05-20", "--json", "--ics", path).out)
    (event,) = [e for e in path.read_text("utf-8").split("BEGIN:VEVENT") if uid in e]
    assert "STATUS:CANCELLED" in event
    assert "SUMMARY:suspended: p03" in event
    assert made["ahead"] == []
    (dated,) = made["suspended"]
    assert dated["suspended"] == {"by": "T2", "since": "2031-05-19", "until": "2031-05-28"}


def test_a_suspended_deadline_is_not_among_the_dates_ahead_of_the_board(still):
    held = {
        day: [d.matter for d in opened(still).board(date.fromisoformat(day)).ahead]
        for day in ("2031-05-18", "2031-05-20", "2031-05-29")
    }
    assert held == {"2031-05-18": ["p03"], "2031-05-20": [], "2031-05-29": ["p03"]}
