"""Whose condition and whose account are two axes that are never collapsed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.formula import Act, And, Count, Duty, Not, Or, Unmeasured
from truceline.agreement.model import (
    Agreement,
    AssertedFormula,
    Assertion,
    Deed,
    Gate,
    Instrument,
    Provision,
    Source,
)
from truceline.evidence import Claim, Evidence, Kind, MemoryIndex, Truth, Viewpoint, dates
from truceline.status import Reason, board, formulas
from truceline.status.formulas import Worth, needed, told, worth
from truceline.status.gates import NO_TEXT_CONDITION, NO_TEXT_YET

DAY = date(2026, 1, 20)
VIEWS = [Viewpoint(x, x, frozenset({x})) for x in ("hamas", "israel", "us")]
SAID = Claim("0" * 64, "a.txt", Kind.STEP, 0, 9, "announced")
trees = st.recursive(
    st.sampled_from([Duty("p"), Duty("q"), Unmeasured("pressure")]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda x: And(tuple(x))),
        st.lists(inner, min_size=2, max_size=3).map(lambda x: Or(tuple(x))),
    ),
    max_leaves=8,
)
truths = st.sampled_from(Truth)


def gate(*asserted: AssertedFormula, text: str = "", declared: tuple[Assertion, ...] = ()):
    provisions = {x: Provision(x, x, Deed.OBLIGATION, ("hamas",)) for x in ("p", "q")}
    made = Agreement(
        "a", {}, provisions=provisions, gates={"g": Gate("g", "g", "", text, asserted, declared)}
    )
    rows = [
        Evidence("p", "hamas", Truth.MET, date(2025, 12, 1), "done", checked=True),
        Evidence("q", "israel", Truth.NOT_MET, date(2025, 12, 1), "undone", checked=True),
    ]
    return board(made, MemoryIndex(rows), VIEWS, DAY).gates[0]


def asserted(formula: str, at: str = "2025-12-09", **more) -> AssertedFormula:
    return AssertedFormula("israel", dates.parse(at), formula, **more)


def test_where_the_text_has_no_condition_this_is_said_and_none_is_drawn_from_it():
    assert gate().text == gate(text="undefined").text == NO_TEXT_CONDITION
    assert gate(text="p28 and p33").text == "p28 and p33"


def test_one_condition_is_worked_out_in_each_account():
    cells = gate(asserted("p and not q")).conditions[0].cells
    assert {v: cell.value for v, cell in cells.items()} == {
        "hamas": Truth.UNKNOWN,
        "israel": Truth.UNKNOWN,
        "us": Truth.UNKNOWN,
    }
    assert gate(asserted("p or q")).conditions[0].cells["hamas"].value is Truth.MET
    assert gate(asserted("p and q")).conditions[0].cells["israel"].value is Truth.NOT_MET


def test_open_parts_say_what_would_have_to_be_stated_by_whom():
    parts = gate(asserted("p and not q")).conditions[0].open_parts
    assert [(x.matter, x.wanted, x.by) for x in parts["hamas"]] == [("q", Truth.NOT_MET, ("hamas",))]
    assert [(x.matter, x.wanted) for x in parts["israel"]] == [("p", Truth.MET)]


@pytest.mark.parametrize("at", ["2026-01-21", "2026-01", "unknown", "XXXX-01-10"])
def test_a_condition_that_may_be_later_than_the_day_is_left_out(at):
    assert gate(asserted("p", at)).conditions == ()


def test_what_cannot_be_measured_is_unknown_with_its_words():
    made = gate(asserted("pressure(us) and p")).conditions[0]
    assert made.unmeasurable == ("pressure(us)",)
    assert made.cells["hamas"].reason is Reason.UNMEASURABLE
    words = gate(asserted("", words="full withdrawal")).conditions[0]
    assert (words.unmeasurable, words.cells["us"].value) == (("full withdrawal",), Truth.UNKNOWN)


def test_a_formula_that_cannot_be_read_is_kept_in_its_own_words():
    assert gate(asserted("p and (")).conditions[0].unmeasurable == ("p and (",)


def test_an_announcement_is_made_in_the_account_of_those_who_made_it_from_the_day_it_was_made():
    source = Source(date=dates.parse("2026-01-14"), claim=SAID)
    made = gate(
        asserted("announcement(us)"), declared=(Assertion("us", "phase two has begun", source=source),)
    )
    cells = made.conditions[0].cells
    assert (cells["us"].value, cells["us"].claims) == (Truth.MET, (SAID.id,))
    assert (cells["israel"].value, cells["israel"].reason) == (Truth.UNKNOWN, Reason.PART_OPEN)
    note = gate(
        asserted("announcement(us)"), declared=(Assertion("us", "begun", source=Source(date=source.date)),)
    )
    assert note.conditions[0].cells["us"].value is Truth.UNKNOWN, "an author's note fills no cell"


def test_a_condition_says_whether_its_duties_were_named_by_the_holder_or_by_the_author():
    assert gate(asserted("p", mapping="author")).conditions[0].mapping == "author"


def test_parts_of_a_formula_can_be_told():
    assert told(Act("announcement", ("us",))) == "announcement by us"
    assert told(Count("returned", ("deceased",), ">=", 28.0)) == "returned of deceased >= 28"
    assert [told(x) for x in (Duty("p"), Unmeasured("pressure"), Act("meeting", ()))] == [
        "p",
        "pressure",
        "meeting",
    ]


@given(trees, truths, truths, truths, truths)
def test_a_condition_moves_only_up_when_its_duties_do(tree, p, q, more_p, more_q):
    def of(one: Truth, two: Truth) -> Truth:
        values = {"p": one, "q": two}
        return worth(tree, lambda x: Worth(values[x.id]) if isinstance(x, Duty) else Worth()).value

    less, more = of(p, q), of(p.join(more_p), q.join(more_q))
    assert less & more == less


@given(trees)
def test_a_condition_without_unmeasurable_parts_is_met_where_each_part_is_as_needed(tree):
    wanted: dict[str, Truth] = {}
    for matter, value in needed(tree):
        wanted[matter] = wanted.get(matter, value).join(value)
    whole = worth(tree, lambda x: Worth(wanted[x.id]) if isinstance(x, Duty) else Worth()).value
    assert formulas.unmeasurable(tree) or whole & Truth.MET


def test_the_words_of_a_text_do_not_stand_on_a_day_before_the_text():
    gates = {"g": Gate("g", "g", "", "milestones agreed by four")}
    late = Provision("p", "p", Deed.OBLIGATION, ("hamas",), instrument="late", gates=("g",))
    texts = {"late": Instrument("late", "a resolution", date=dates.parse("2025-11-17"))}
    made = Agreement("a", {}, instruments=texts, provisions={"p": late}, gates=gates)
    assert board(made, MemoryIndex([]), VIEWS, date(2025, 11, 16)).gates[0].text == NO_TEXT_YET
    assert (
        board(made, MemoryIndex([]), VIEWS, date(2025, 11, 17)).gates[0].text == "milestones agreed by four"
    )
    first = replace(
        made,
        provisions={**made.provisions, "q": Provision("q", "q", Deed.OBLIGATION, ("hamas",), gates=("g",))},
    )
    assert (
        board(first, MemoryIndex([]), VIEWS, date(2025, 11, 16)).gates[0].text == "milestones agreed by four"
    )


def test_the_condition_of_the_text_stands_first_and_is_worked_out_in_each_account():
    made = gate(asserted("q"), text="p and q")
    assert [c.holder for c in made.conditions] == ["text", "israel"]
    assert made.conditions[0].of_text
    assert made.conditions[0].whose() == "the text"
    assert made.conditions[0].cells["israel"].value is Truth.NOT_MET
    assert [c.holder for c in made.asserted] == ["israel"]
    assert gate(asserted("q")).conditions == gate(asserted("q")).asserted
