"""A board kept up to date is the board worked out in full, and costs only what a statement touches."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truceline.agreement.model import Agreement, AssertedFormula, Clock, Deed, Gate, Provision, Target
from truceline.evidence import Evidence, Figure, MemoryIndex, Truth, Viewpoint, dates
from truceline.status import Keeper, board

DAY = date(2025, 12, 24)
PROVISIONS = (
    Provision("open", "open the crossing", Deed.OBLIGATION, ("north",)),
    Provision("trucks", "let trucks in", Deed.OBLIGATION, ("north",), targets=(Target("trucks", 600),)),
    Provision("leave", "withdraw", Deed.OBLIGATION, ("south",), targets=(Target("posts", 5),),
              clocks=(Clock(after="open", offset=timedelta(days=2)),)),
    Provision("last", "hand over", Deed.OBLIGATION, ("south",), clocks=(Clock(after="leave"),)),
)  # fmt: skip
AT = dates.parse("2025-12-09")
GATES = (
    Gate("second", "the second phase", asserted=(
        AssertedFormula("north", AT, "open and not trucks"),
        AssertedFormula("south", AT, words="calm"),
        AssertedFormula("south", dates.parse("2026-03-01"), "last"),
    )),
    Gate("third", "the third phase", asserted=(AssertedFormula("south", AT, "leave or last"),)),
    Gate("fourth", "the fourth phase", text_formula="trucks"),
)  # fmt: skip
AGREEMENT = Agreement(
    "two-sides", {}, provisions={p.id: p for p in PROVISIONS}, gates={g.id: g for g in GATES}
)
VIEWS = (
    Viewpoint("n", "North", frozenset({"north"})),
    Viewpoint("all", "Both", frozenset({"north", "south"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)
near = st.dates(min_value=DAY - timedelta(days=5), max_value=DAY + timedelta(days=2))
rows = st.builds(
    Evidence,
    matter=st.sampled_from([*(p.id for p in PROVISIONS), "an issue"]),
    holder=st.sampled_from(["north", "south"]),
    truth=st.sampled_from(Truth),
    known=near,
    claim=st.uuids().map(lambda u: u.hex[:16]),
    checked=st.booleans(),
    figure=st.sampled_from([None, Figure("trucks", 400, 400), Figure("posts", 6, 6)]),
)


class Growing(MemoryIndex):
    """An index to which rows are added, and which counts how often each matter was read."""

    def __init__(self):
        super().__init__(())
        self.read = []

    def add(self, row):
        self._rows.setdefault(row.matter, []).append(row)

    def rows(self, matter):
        self.read.append(matter)
        return super().rows(matter)


@given(st.lists(rows, max_size=15))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_kept_board_is_the_full_one_after_each_statement(held):
    index = Growing()
    keeper = Keeper(AGREEMENT, index, VIEWS, DAY)
    for row in held:
        index.add(row)
        assert keeper.refresh([row.matter], [row.holder]) == board(AGREEMENT, index, VIEWS, DAY)
    assert keeper.board == board(AGREEMENT, MemoryIndex(held), VIEWS, DAY)


def test_only_the_duty_spoken_of_and_those_that_wait_for_it_are_read_again():
    index = Growing()
    keeper = Keeper(AGREEMENT, index, VIEWS, DAY)
    before = keeper.board
    index.read.clear()
    index.add(Evidence("open", "north", Truth.MET, DAY, "c", checked=True))
    after = keeper.refresh(["open"])
    assert set(index.read) == {"open", "leave"}
    assert after.row("trucks") is before.row("trucks")
    assert after.row("leave").cells["n"].life != before.row("leave").cells["n"].life
    assert after.gates[0] != before.gates[0]


def test_without_holders_every_account_of_a_gate_is_worked_out_again():
    index = Growing()
    keeper = Keeper(AGREEMENT, index, VIEWS, DAY)
    for holder in ("north", "south"):
        index.add(Evidence("open", holder, Truth.MET, DAY, holder, checked=True))
    assert keeper.refresh(["open"]) == board(AGREEMENT, index, VIEWS, DAY)


def test_a_gate_keeps_the_accounts_in_which_the_speaker_has_no_say():
    index = Growing()
    keeper = Keeper(AGREEMENT, index, VIEWS, DAY)
    before = keeper.board.gates[0].conditions[0]
    index.add(Evidence("open", "south", Truth.MET, DAY, "c", checked=True))
    after = keeper.refresh(["open"], ["south"]).gates[0].conditions[0]
    assert after.cells["n"] is before.cells["n"]
    assert after.cells["mission"] is before.cells["mission"]
    assert after.cells["all"] != before.cells["all"]


def test_a_gate_that_names_none_of_the_touched_duties_is_left_as_it_is():
    index = Growing()
    keeper = Keeper(AGREEMENT, index, VIEWS, DAY)
    before = keeper.board
    index.add(Evidence("trucks", "north", Truth.MET, DAY, "c", checked=True))
    after = keeper.refresh(["trucks"])
    assert after.gates[1] is before.gates[1]
    assert after.gates[0] is not before.gates[0]


def test_what_is_said_on_no_provision_changes_nothing():
    index = Growing()
    keeper = Keeper(AGREEMENT, index, VIEWS, DAY)
    before = keeper.board
    assert keeper.refresh(["an issue"]) == before
