"""The account of a duty owed by formula: each side reckons by its own figures, nothing held is no zero, and the parties mirror."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.amounts.bounds import Bounds
from truceline.agreement.amounts.reckoning import told
from truceline.agreement.model import (
    Account,
    Agreement,
    Amendment,
    Anchor,
    AnchorValue,
    Clock,
    Deed,
    Provision,
    Target,
)
from truceline.agreement.standing import Figured
from truceline.evidence import Evidence, Figure, MemoryIndex, Truth, Viewpoint, dates
from truceline.status import Keeper, Reason, board, explain
from truceline.status.handover import Part, account_of, handover

DAY = date(2031, 5, 20)
OTHER = {"norland": "sudland", "sudland": "norland"}
VIEWS = tuple(
    Viewpoint(side, side.title(), frozenset({side})) for side in ("norland", "sudland", "switzerland")
)
RETURNED, REMAINS = "deceased returned", "remains returned"


def agreement(giver="sudland", taker="norland", formula="15 for each returned"):
    """The taker returns its deceased first; the giver owes remains for each of them."""
    first = Provision("p11", "return the deceased", Deed.OBLIGATION, (taker,), beneficiary=(giver,), targets=(Target(RETURNED, 28, 28, "body"),))  # fmt: skip
    second = Provision("p16", "return remains", Deed.OBLIGATION, (giver,), beneficiary=(taker,), targets=(Target(REMAINS, unit="body", formula=formula),))  # fmt: skip
    start = Anchor(
        "start", "the truce", (AnchorValue(None, dates.day(DAY - timedelta(days=10)), (giver, taker)),)
    )
    return Agreement(
        "river",
        {},
        anchors={"start": start},
        provisions={"p11": first, "p16": second},
        figures={"returned": Figured("returned", RETURNED, "p11", (RETURNED,), "body")},
    )


def says(holder, counts, low, high=None, day=DAY, matter=None, checked=True, unit="body"):
    figure = Figure(counts, low, low if high is None else high or None, unit=unit)
    return Evidence(
        matter or ("p11" if counts == RETURNED else "p16"),
        holder,
        Truth.UNKNOWN,
        day,
        f"{holder} {counts} {low} {day}",
        figure=figure,
        checked=checked,
    )


def account(rows, made=None, day=DAY):
    made = made or agreement()
    (line,) = handover(made, account_of(made, made.provisions["p16"]), MemoryIndex(rows), VIEWS, day)
    return line


def by(line):
    return {t.viewpoint.id: t for t in line.accounts}


def test_each_side_reckons_by_its_own_figures_and_the_two_differ():
    rows = [
        says("norland", RETURNED, 20),
        says("norland", REMAINS, 270),
        says("sudland", RETURNED, 18),
        says("sudland", REMAINS, 285),
    ]
    line = account(rows)
    found = by(line)
    assert [(t.owed.value, told(t.done.amount), told(t.left)) for t in line.accounts] == [
        ("300", "270", "30"),
        ("270", "285", "-15"),
    ]
    assert (found["norland"].part, found["sudland"].part) == (Part.RECEIVER, Part.GIVER)
    assert line.between == Bounds.of(15, 15)
    assert line.rule == "15 for each of deceased returned"


def test_nothing_held_is_no_zero_and_says_what_is_needed():
    found = by(account([says("norland", RETURNED, 20)]))
    assert (found["sudland"].owed.amount, found["sudland"].done.amount, found["sudland"].left) == (
        None,
        None,
        None,
    )
    assert found["sudland"].owed.missing == ("a figure of deceased returned, as stated by Sudland",)
    assert (found["norland"].owed.value, found["norland"].left) == ("300", None)


def test_a_figure_of_nought_is_one():
    found = by(account([says("norland", RETURNED, 0), says("norland", REMAINS, 0)]))["norland"]
    assert (found.owed.value, told(found.left)) == ("0", "0")


def test_who_holds_nothing_and_has_no_part_stands_in_no_line():
    assert set(by(account([]))) == {"norland", "sudland"}
    assert set(by(account([says("switzerland", RETURNED, 20)]))) == {"norland", "sudland", "switzerland"}


def test_an_unchecked_reading_and_a_later_one_change_nothing():
    rows = [says("norland", RETURNED, 20)]
    more = [
        says("norland", RETURNED, 25, checked=False),
        says("norland", RETURNED, 26, day=DAY + timedelta(days=1)),
    ]
    assert account(rows) == account([*rows, *more])


def test_a_count_is_set_beside_what_was_owed_on_its_own_day():
    early, late = DAY - timedelta(days=6), DAY
    rows = [
        says("norland", RETURNED, 18, day=early),
        says("norland", REMAINS, 270, day=early),
        says("norland", RETURNED, 26, day=late),
    ]
    found = by(account(rows))["norland"]
    assert (found.owed.value, found.day, told(found.left)) == ("270", early, "0")


def test_a_total_of_an_earlier_day_is_a_lower_bound():
    rows = [says("norland", RETURNED, 18, day=DAY - timedelta(days=6)), says("norland", REMAINS, 300)]
    found = by(account(rows))["norland"]
    assert (found.owed.value, told(found.left)) == ("at least 270", "at least -30")


def test_time_passed_is_counted_to_the_day_of_the_figure():
    made = agreement(formula="5 body per day * days(start)")
    rows = [says("norland", REMAINS, 20, day=DAY - timedelta(days=6))]
    found = by(account(rows, made))
    assert (found["norland"].owed.value, found["sudland"].owed.value) == ("20", "50")


def test_trucks_entered_offloaded_and_collected_stay_three_things():
    made = agreement()
    things = ("entered", "offloaded", "collected")
    figures = {t: Figured(t, f"trucks {t}", "p18", (f"trucks {t}",), "truck") for t in things}
    aid = Provision("p18", "let trucks in", Deed.OBLIGATION, ("sudland",))
    made = replace(made, provisions={"p18": aid}, figures=figures)
    rows = [says("sudland", f"trucks {t}", n, matter="p18", unit="truck") for n, t in enumerate(things, 1)]
    found = handover(made, account_of(made, aid), MemoryIndex(rows), VIEWS, DAY)
    assert [(line.counts, told(by(line)["sudland"].done.amount)) for line in found] == [
        ("trucks entered", "1"),
        ("trucks offloaded", "2"),
        ("trucks collected", "3"),
    ]


def test_a_rate_is_no_operand_where_a_total_is_needed():
    row = says("norland", RETURNED, 3)
    rate = row._replace(figure=replace(row.figure, per="day", basis="rate"))
    assert by(account([rate]))["norland"].owed.amount is None


def test_two_numbers_of_one_side_on_one_day_leave_open_which_is_right():
    rows = [says("norland", RETURNED, 18), says("norland", RETURNED, 20)]
    assert by(account(rows))["norland"].owed.value == "270 to 300"


def test_amounts_that_rest_on_themselves_end_and_have_no_value():
    made = agreement(formula="2 * owed(p16)")
    found = by(account([], made))["norland"]
    assert (found.owed.amount, found.owed.missing) == (None, ("an amount that does not rest on itself",))


def test_the_board_computes_by_the_figures_of_each_column_and_rests_on_all_of_them():
    rows = [
        says("norland", RETURNED, 20),
        says("norland", REMAINS, 285),
        says("sudland", RETURNED, 18),
        says("sudland", REMAINS, 285),
        says("switzerland", REMAINS, 285),
    ]
    made = board(agreement(), MemoryIndex(rows), VIEWS, DAY).row("p16").cells
    assert (made["norland"].value, made["sudland"].value) == (Truth.NOT_MET, Truth.MET)
    assert made["sudland"].claims == tuple(c.claim for c in (rows[3], rows[2]))
    assert (made["switzerland"].value, made["switzerland"].reason) == (Truth.UNKNOWN, Reason.OWED_OPEN)


def test_an_explanation_shows_the_formula_its_figures_and_their_statements():
    rows = [says("norland", RETURNED, 20), says("norland", REMAINS, 285)]
    tree = explain(agreement(), MemoryIndex(rows), VIEWS, DAY, "p16")
    (node,) = (n for n in tree.children if n.label == "Owed and handed over")
    (line,) = node.children
    assert line.words == "owed: 15 for each of deceased returned"
    assert line.children[0].words == (
        "owed 300 by 20 May = 15 for each of 20 deceased returned; stated as done: 285 by 20 May"
    )
    assert set(tree.claims()) == {rows[0].claim, rows[1].claim}


def test_a_keeper_reckons_anew_when_a_figure_of_the_formula_changes():
    made = agreement()
    third = replace(
        made.provisions["p11"],
        id="p17",
        bearer=("sudland",),
        beneficiary=("norland",),
        targets=(),
        clocks=(Clock(after="p16"),),
    )
    made = replace(made, provisions={**made.provisions, "p17": third})
    rows = [says("norland", REMAINS, 285)]

    class Growing:
        def rows(self, matter):
            return MemoryIndex(rows).rows(matter)

        def matters(self):
            return MemoryIndex(rows).matters()

    keeper = Keeper(made, Growing(), VIEWS, DAY)
    assert keeper.board.row("p16").cells["norland"].value is Truth.UNKNOWN
    rows.append(says("norland", RETURNED, 19))
    assert keeper.refresh(["p11"]) == board(made, MemoryIndex(rows), VIEWS, DAY)
    assert keeper.board.row("p16").cells["norland"].value is Truth.MET


# -- laws

figures = st.builds(
    says,
    st.sampled_from(("norland", "sudland")),
    st.sampled_from((RETURNED, REMAINS)),
    st.sampled_from((0, 18, 20, 270, 300)),
    st.sampled_from((None, None, 0, 400)),
    st.sampled_from((DAY, DAY - timedelta(days=3), DAY + timedelta(days=1))),
    checked=st.sampled_from((True, True, True, False)),
)
many = st.lists(figures, max_size=8, unique_by=lambda r: r.claim)


def exchanged(rows):
    return [r._replace(holder=OTHER[r.holder]) for r in rows]


def plainly(line, names):
    """What a reader is told, without the claims' ids, under the names given."""
    return {
        names.get(t.viewpoint.id, t.viewpoint.id): (
            t.part,
            t.owed.amount,
            t.day,
            t.done.amount,
            t.done_on,
            t.left,
            t.owed.evidence(),
        )
        for t in line.accounts
    }, line.between


@given(many)
def test_renaming_the_parties_mirrors_the_account(rows):
    there = account(rows, agreement("sudland", "norland"))
    back = account(exchanged(rows), agreement("norland", "sudland"))
    assert plainly(back, {}) == plainly(there, OTHER)


@given(many, st.randoms(use_true_random=False))
def test_the_order_of_statements_is_irrelevant(rows, random):
    mixed = list(rows)
    random.shuffle(mixed)
    assert account(mixed) == account(rows)


@given(many)
def test_only_checked_statements_known_by_the_day_move_the_account(rows):
    kept = [r for r in rows if r.checked and r.known <= DAY]
    assert account(rows) == account(kept)


@given(many)
def test_every_number_leads_to_the_statements_it_rests_on(rows):
    known = {r.claim: r for r in rows}
    for found in account(rows).accounts:
        if found.owed.amount is not None:
            assert found.owed.evidence()
        assert all(known[c].holder == found.viewpoint.id for c in found.owed.evidence())
        assert (found.done.amount is None) == (found.done.claims == ())


def test_a_receiver_that_no_column_covers_has_an_account_of_its_own():
    made = agreement()
    named = Account("exchange", "Exchange", ("p16",), receivers={"p16": ("ministry",)})
    rows = MemoryIndex([says("ministry", REMAINS, 270)])
    (line,) = handover(made, named, rows, VIEWS, DAY, name=str.title)
    found = by(line)["ministry"]
    assert (found.viewpoint.label, found.part, told(found.done.amount)) == ("Ministry", Part.RECEIVER, "270")


def test_what_is_owed_is_what_a_later_text_has_put_in_force_on_the_day():
    more = Target(REMAINS, 400, 400, "body")
    later = Amendment("I2", "amend", provisions=("p16",), since=dates.parse("2031-05-15"), targets=(more,))
    made = replace(agreement(formula="15 for each returned"), amendments=(later,))
    rows = [says("norland", RETURNED, 20, day=date(2031, 5, 11)), says("sudland", REMAINS, 100)]
    assert account(rows, made, date(2031, 5, 14)).rule == "15 for each of deceased returned"
    line = account(rows, made)
    assert line.rule == "400"
    assert told(by(line)["sudland"].left) == "300"


def test_a_figure_of_a_day_before_the_later_text_is_not_taken_from_what_is_owed_since():
    later = Amendment("I2", "amend", provisions=("p16",), since=dates.parse("2031-05-15"), targets=(Target(REMAINS, 400, 400, "body"),))  # fmt: skip
    made = replace(agreement(), amendments=(later,))
    found = by(account([says("sudland", REMAINS, 100, day=date(2031, 5, 12))], made))["sudland"]
    assert (told(found.owed.amount), found.day, found.left) == ("400", DAY, None)


def test_a_formula_over_what_is_owed_elsewhere_takes_the_amount_in_force():
    changed = Amendment("I2", "amend", provisions=("p11",), since=dates.parse("2031-05-15"), targets=(Target(RETURNED, 30, 30, "body"),))  # fmt: skip
    made = replace(agreement(formula="2 for each owed(p11)"), amendments=(changed,))
    assert told(by(account([says("sudland", REMAINS, 5)], made))["sudland"].owed.amount) == "60"
