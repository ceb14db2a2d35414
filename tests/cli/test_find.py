"""A named role concludes, and its conclusion fills its own column and no other."""

import json

import pytest

DAY = ("--as-of", "2025-12-24")


@pytest.fixture
def claims(truceline, case):
    """The statements that give the cells of the example's board, by duty and viewpoint."""
    made = json.loads(truceline("status", case, *DAY, "--json").out)
    return {(p["id"], v): c["claims"] for p in made["provisions"] for v, c in p["viewpoints"].items()}


@pytest.fixture
def find(truceline, case):
    def found(matter="p20", *more, value="not-met", rung="verified", role="head of mission"):
        return truceline("find", case, matter, *DAY, "--role", role, "--value", value, "--rung", rung, *more)

    return found


def board(truceline, case, day="2025-12-24"):
    return json.loads(truceline("status", case, "--as-of", day, "--json").out)["provisions"]


def test_a_finding_fills_the_missions_column_and_no_other(truceline, case, find, claims):
    before = board(truceline, case)
    (closed,) = claims["p20", "hamas"]
    ended = find("p20", "--cites", closed, "--text", "Closed on each visit.", "--answer", "denies the act")
    assert ended.code == 0
    assert ended.out.startswith("Found     p20 open Rafah crossing, as entry ")
    after = board(truceline, case)
    found = {p["id"]: p["viewpoints"]["mission"] for p in after}["p20"]
    degree = {"low": 0, "high": 2}
    told = {"value": "not_met", "basis": "found", "reason": "found", "claims": [closed], "degree": degree}
    assert found == told
    for p in (*before, *after):
        del p["viewpoints"]["mission"]
    assert before == after
    assert truceline("verify", case).code == 0


def test_why_and_report_and_diff_tell_role_rung_words_and_answer(truceline, case, find, claims, tmp_path):
    find(
        "p20",
        "--cites",
        claims["p20", "hamas"][0],
        "--text",
        "Closed on each visit.",
        "--answer",
        "denies the act",
    )
    told = " ".join(truceline("explain", case, "p20", *DAY).out.replace("|", " ").split())
    assert "head of mission, 2025-12-24 verified: Closed on each visit." in told
    assert "the accused side's answer denies the act" in told
    assert "found by the head of mission" in truceline("diff", case, "2025-12-23", "2025-12-24").out
    truceline("report", case, *DAY, "--format", "json", "--out", tmp_path)
    text = next(tmp_path.glob("*.json")).read_text(encoding="utf-8")
    assert "mission's own finding (head of mission, 24 Dec, verified): Closed on each visit." in text
    assert "The accused side's answer: denies the act." in text


def test_a_later_finding_supersedes_and_an_earlier_day_shows_none(truceline, case, find, claims):
    cites = ("--cites", claims["p20", "hamas"][0])
    find("p20", *cites)
    find("p20", *cites, value="unable", rung="unable_to_determine", role="team leader")
    cells = {p["id"]: p["viewpoints"]["mission"] for p in board(truceline, case)}
    assert (cells["p20"]["value"], cells["p20"]["reason"]) == ("unknown", "unable")
    cells = {p["id"]: p["viewpoints"]["mission"] for p in board(truceline, case, "2025-12-23")}
    assert cells["p20"]["reason"] == "none_made"


def test_what_prevents_a_finding_is_told_and_nothing_is_entered(truceline, case, find, claims):
    ended = find("p20", "--cites", claims["p20", "hamas"][0], "--cites", "nothing", rung="corroborated")
    assert ended.code == 4
    assert "Not entered: a finding on p20." in ended.err
    assert "This case holds no statement 'nothing'." in ended.err
    assert "needs two independent sources" in ended.err
    cells = {p["id"]: p["viewpoints"]["mission"] for p in board(truceline, case)}
    assert cells["p20"]["reason"] == "none_made"


@pytest.mark.parametrize("value", ["met", "not-met"])
def test_two_sides_that_contradict_each_other_corroborate_nothing_and_are_contested(find, claims, value):
    both = [x for view in ("hamas", "israel") for x in ("--cites", claims["p11", view][0])]
    ended = find("p11", *both, value=value, rung="corroborated")
    assert ended.code == 4
    assert "--value contested --rung contested" in ended.err
    assert find("p11", *both, value="contested", rung="contested").code == 0


def test_a_statement_on_another_duty_bears_no_value_and_may_be_cited_where_none_is_given(find, claims):
    (about_rafah,) = claims["p20", "hamas"]
    ended = find("p25", "--cites", about_rafah)
    assert ended.code == 4
    assert f"({about_rafah}) does not speak on p25" in ended.err
    unable = find("p25", "--cites", about_rafah, value="unable", rung="unable_to_determine")
    assert f"not linked to p25: {about_rafah}" in unable.out


def test_the_accusers_words_are_not_taken_as_the_accused_sides_confession(truceline, case, find, claims):
    (closed,) = claims["p20", "hamas"]
    conceded = ("--cites", closed, "--answer", "accepts responsibility")
    for answered in ((), ("--answered", closed)):
        ended = find("p20", *conceded, *answered, rung="accepted")
        assert ended.code == 4
        assert "p20 is owed by Israel" in " ".join(ended.err.split())
    assert {p["id"]: p["viewpoints"]["mission"] for p in board(truceline, case)}["p20"][
        "reason"
    ] == "none_made"


def test_the_beginning_of_an_id_is_enough_and_too_little_of_it_is_not(find, claims):
    (closed,) = claims["p20", "hamas"]
    assert find("p20", "--cites", closed[:8]).code == 0
    assert find("p20", "--cites", closed[:3]).code == 4


def test_findings_are_made_one_at_a_time_on_duties_that_exist(find, claims):
    (closed,) = claims["p20", "hamas"]
    assert find("p20", "p21", "--cites", closed).code == 2
    assert "did you mean p" in find("p2O", "--cites", closed).err
    ended = find("g_1_2", "--cites", closed)
    assert ended.code == 2
    assert "worked out from its duties" in ended.err


def test_nothing_is_entered_in_a_ledger_that_does_not_hold(find, claims, case):
    (case / ".truceline" / "head").write_text('{"number": 99999, "digest": "x"}', encoding="utf-8")
    ended = find("p20", "--cites", claims["p20", "hamas"][0])
    assert ended.code == 4
    assert "The ledger does not hold" in ended.err


@pytest.fixture
def entry(truceline, case, find, claims):
    """A finding on p20, by the number of its entry."""
    find("p20", "--cites", claims["p20", "hamas"][0], "--text", "Closed on each visit.")
    (made,) = json.loads(truceline("find", case, "--list", "--json").out)
    return made["entry"]


WHY = ("--by", "Ode", "--why", "It was another gate.")


def test_a_finding_withdrawn_gives_no_value_and_stays_on_record(truceline, case, entry):
    ended = truceline("find", case, "p20", "--withdraw", entry, *WHY)
    assert ended.code == 0
    cells = {p["id"]: p["viewpoints"]["mission"] for p in board(truceline, case)}
    assert cells["p20"]["reason"] == "none_made"
    (held,) = json.loads(truceline("find", case, "--list", "--json").out)
    assert held["state"] == "withdrawn"
    assert (held["withdrawn"]["by"], held["withdrawn"]["why"]) == ("Ode", "It was another gate.")
    assert held["withdrawn"]["at"]
    assert held["text"] == "Closed on each visit."
    assert truceline("verify", case).code == 0


def test_history_and_why_show_who_withdrew_it_when_and_why(truceline, case, entry):
    truceline("find", case, "p20", "--withdraw", entry, *WHY)
    for told in (truceline("find", case, "--list").out, truceline("explain", case, "p20", *DAY).out):
        said = " ".join(told.replace("|", " ").split())
        assert "head of mission, 2025-12-24, verified: NOT MET" in said
        assert "by Ode: It was another gate." in said
    assert "It was another gate" not in truceline("explain", case, "p20", "--as-of", "2025-12-23").out
    assert truceline("find", case, "p05", "--list").out == "No finding was ever entered on p05.\n"


def test_a_finding_withdrawn_uncovers_the_one_before(truceline, case, find, claims, entry):
    find("p20", "--cites", claims["p20", "hamas"][0], value="unable", rung="unable_to_determine")
    first, last = json.loads(truceline("find", case, "--list", "--json").out)
    assert (first["state"], last["state"]) == ("superseded", "stands")
    truceline("find", case, "--withdraw", last["entry"], *WHY)
    first, last = json.loads(truceline("find", case, "--list", "--json").out)
    assert (first["state"], last["state"]) == ("stands", "withdrawn")


def test_the_next_report_tells_of_a_withdrawal_and_keeps_the_reason_inside(truceline, case, entry, tmp_path):
    truceline("find", case, "--withdraw", entry, *WHY)
    truceline("report", case, *DAY, "--format", "json", "--out", tmp_path)
    made = json.loads(next(tmp_path.glob("*.json")).read_text(encoding="utf-8"))
    lines = [(line["runs"][0]["text"], line["internal"]) for line in made["board"]["notes"]]
    assert [inside for text, inside in lines if "was withdrawn on" in text] == [False]
    assert ("Why: It was another gate.", True) in lines


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (("p20", "--withdraw", "ENTRY", "--by", "Ode"), 2, "and why (--why WORDS)"),
        (("p20", "--withdraw", "ENTRY", "--why", "wrong gate"), 2, "who takes it back (--by NAME)"),
        (("p05", "--withdraw", "ENTRY", *WHY), 2, "is on p20 and not on p05"),
        (("p20", "--withdraw", "1", *WHY), 2, "is no finding; 'truceline find"),
        (("p20",), 2, "a finding lacks --role, --value, --rung"),
        (("--role", "head of mission"), 2, "a finding lacks ID, --value, --rung"),
    ],
)
def test_what_prevents_a_withdrawal_is_told(truceline, case, entry, asked, code, told, monkeypatch):
    monkeypatch.delenv("TRUCELINE_BY", raising=False)
    ended = truceline("find", case, *(entry if word == "ENTRY" else word for word in asked))
    assert (ended.code, told in ended.err) == (code, True), ended.err
    (held,) = json.loads(truceline("find", case, "--list", "--json").out)
    assert held["state"] == "stands"


def test_a_finding_is_withdrawn_once(truceline, case, entry):
    truceline("find", case, "--withdraw", entry, *WHY)
    ended = truceline("find", case, "--withdraw", entry, *WHY)
    assert ended.code == 4
    assert "withdrawn before" in ended.err


def test_the_rungs_and_answers_of_the_field_are_on_the_page():
    from pathlib import Path

    from truceline.evidence import Answer, Rung

    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [w for w in (*Rung, *Answer) if w.value not in page] == []


@pytest.fixture
def cited(truceline, case, find):
    """A finding that cites a statement of agreement.yaml, and the id of that statement."""
    from truceline.case import open_case
    from truceline.review import bearing

    held = open_case(case)
    known = (r for r in held.readings if r.authored and str(r.document.known_from) <= DAY[1])
    reading = next(r for r in known if r.counts and bearing.on(held, r, "p20"))
    assert find("p20", "--cites", reading.id).code == 0
    return reading


def edit(case, old, new):
    path = case / "agreement.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_comment_in_the_agreement_file_orphans_no_finding(truceline, case, cited):
    edit(case, "schema:", "# a comment\nschema:")
    told = truceline("explain", case, "p20", *DAY).out
    assert "no longer" not in told
    assert " ".join(cited.claim.text.split()) in " ".join(told.replace("|", " ").split())
    assert "no longer" not in truceline("verify", case).out


def test_a_cited_statement_that_was_taken_out_keeps_its_words_in_the_finding(
    truceline, case, cited, tmp_path
):
    edit(case, cited.claim.text, "something else")
    words = " ".join(cited.claim.text.split())
    told = " ".join(truceline("explain", case, "p20", *DAY).out.replace("|", " ").split())
    assert f"in the case author's words: {words}" in told
    assert f"no longer stands in agreement.yaml ({cited.id})" in told
    verified = truceline("verify", case)
    assert verified.code == 0
    assert "the finding on p20 (head of mission, 2025-12-24) cites" in " ".join(verified.out.split())
    (told,) = json.loads(truceline("verify", case, "--json").out)["unheld"]
    assert words in told["what"]
    truceline("explain", case, "p20", *DAY, "--html", tmp_path / "why.html")
    page = " ".join(next(tmp_path.glob("why*.html")).read_text(encoding="utf-8").split())
    assert "no longer stands in agreement.yaml" in page
