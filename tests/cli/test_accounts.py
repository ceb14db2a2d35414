"""``truceline accounts``: the amounts of the worked case by whose figures, with places, and the same for programs."""

import json

DAY = ("--as-of", "2025-12-24")


def test_the_formula_stands_with_its_figures_filled_in(truceline, built):
    ended = truceline("accounts", built, *DAY, "--of", "p16")
    assert ended.code == 0, ended.err
    told = " ".join(ended.out.split())
    assert "15 for each of deceased Israelis returned" in told
    assert "270 by 3 Nov (15 for each of 18 deceased Israelis returned)" in told
    assert "it needs a figure of deceased Israelis returned, as stated by Israel" in told
    assert "sources/12-remains-exchange.txt" in told


def test_trucks_entered_and_offloaded_stand_in_lines_of_their_own(truceline, built):
    found = json.loads(truceline("accounts", built, *DAY, "--of", "aid", "--json").out)["accounts"]["aid"]
    lines = {line["id"]: line["viewpoints"] for line in found}
    assert lines["trucks_entered"]["hamas"]["owed"] == {"low": 33600.0, "high": 33600.0}
    assert lines["trucks_entered"]["hamas"]["stated"] == {"low": 7333.0, "high": 7333.0}
    assert lines["trucks_offloaded"]["un"]["stated"] == {"low": 6545.0, "high": 6545.0}
    assert lines["trucks_offloaded"]["un"]["owed"] is None
    assert lines["trucks_collected"]["israel"]["stated"] is None


def test_each_number_for_programs_leads_to_a_statement(truceline, built):
    answer = json.loads(truceline("accounts", built, *DAY, "--json").out)
    for lines in answer["accounts"].values():
        for line in lines:
            for account in line["viewpoints"].values():
                assert (account["stated"] is None) == (account["stated_claims"] == [])
                assert set(account["stated_claims"]) <= set(answer["statements"])
                assert set(account["owed_claims"]) <= set(answer["statements"])


def test_what_is_in_no_account_is_told(truceline, built):
    assert "No quantity is owed or counted in an account: p02" in truceline("accounts", built, "--of", "p02").out  # fmt: skip
